import type { RegistrationDetail } from '../../../../shared/contract/subsidy.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { EraseConfirm } from '../../../ui/rail-panel.tsx';
import { shownName } from '../who.ts';

const words = id.subsidyOffice.buyers.erase;

interface EraseBuyerProps {
  readonly buyer: RegistrationDetail;
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** Erases numbers, name and address of a buyer for ever, once somebody has read what that means. */
export function EraseBuyer({ buyer, onErased, onClose }: EraseBuyerProps) {
  const { pending, run } = useCommand(engine.subsidy.erase);
  const perform = async () => {
    const reply = await run({ registrationId: buyer.registrationId });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.done, text: words.doneText });
    onErased();
    return onClose();
  };
  return (
    <EraseConfirm
      name="subsidy.buyer"
      who={shownName(buyer)}
      words={words}
      pending={pending}
      perform={perform}
      onClose={onClose}
    />
  );
}
