import type { RegistrationDetail } from '../../../../shared/contract/subsidy.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { Sheet } from '../../../ui/sheet.tsx';
import { shownName } from '../who.ts';

const words = id.subsidyOffice.buyers.erase;

interface EraseBuyerProps {
  readonly buyer: RegistrationDetail;
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** Says what is lost and what stays, before anything is. */
export function EraseBuyer({ buyer, onErased, onClose }: EraseBuyerProps) {
  const { pending, run } = useCommand(engine.subsidy.erase);
  const perform = async () => {
    const reply = await run({ registrationId: buyer.registrationId });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.done, text: words.doneText });
    onErased();
    return onClose();
  };
  const back: Action = {
    id: 'subsidy.buyer-keep',
    label: words.keep,
    help: words.keepHelp,
    key: 'Escape',
    perform: onClose,
  };
  const erase: Action = {
    id: 'subsidy.buyer-erase-now',
    label: words.confirm,
    help: words.confirmHelp,
    key: 'F9',
    enabled: !pending,
    perform: () => void perform(),
  };
  useActions([back, erase]);
  return (
    <div className={panel.panel}>
      <Sheet padded className={panel.sheet} label={words.title}>
        <h2>
          {words.title}
          <span>{shownName(buyer)}</span>
        </h2>
        <p>{words.what}</p>
        <p className={panel.quiet}>{words.keeps}</p>
      </Sheet>
      <NextStep back={back} main={erase} />
    </div>
  );
}
