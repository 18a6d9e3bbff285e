import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { EraseConfirm } from '../../ui/rail-panel.tsx';

const words = id.members.erase;

interface ErasePersonProps {
  readonly who: { readonly kind: 'member' | 'buyer'; readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Erases what tells who a member or an institution is, once somebody has read what that means. */
export function ErasePerson({ who, onClose }: ErasePersonProps) {
  const eraseMember = useCommand(engine.members.eraseMember);
  const eraseBuyer = useCommand(engine.members.eraseBuyer);
  const perform = async () => {
    const reply =
      who.kind === 'member'
        ? await eraseMember.run({ memberId: who.id })
        : await eraseBuyer.run({ buyerId: who.id });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.done, text: words.doneText });
    return onClose();
  };
  return (
    <EraseConfirm
      name="members"
      who={who.name}
      words={words}
      pending={eraseMember.pending || eraseBuyer.pending}
      perform={perform}
      onClose={onClose}
    />
  );
}
