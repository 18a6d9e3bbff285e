import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import panel from '../../ui/rail-panel.module.css';

const words = id.members.erase;

interface EraseConfirmProps {
  readonly who: { readonly kind: 'member' | 'buyer'; readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Says what is lost and what stays, before anything is. */
export function EraseConfirm({ who, onClose }: EraseConfirmProps) {
  const eraseMember = useCommand(engine.members.eraseMember);
  const eraseBuyer = useCommand(engine.members.eraseBuyer);
  const perform = async () => {
    const reply =
      who.kind === 'member'
        ? await eraseMember.run({ memberId: who.id })
        : await eraseBuyer.run({ buyerId: who.id });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.done, text: words.doneText });
    onClose();
  };
  const back: Action = {
    id: 'members.keep',
    label: id.members.editor.discard,
    help: id.members.editor.discardHelp,
    key: 'Escape',
    perform: onClose,
  };
  const erase: Action = {
    id: 'members.erase-now',
    label: words.confirm,
    help: words.confirmHelp,
    key: 'F9',
    enabled: !eraseMember.pending && !eraseBuyer.pending,
    perform: () => void perform(),
  };
  useActions([back, erase]);
  return (
    <div className={panel.panel}>
      <Sheet padded className={panel.sheet} label={words.title}>
        <h2>
          {words.title}
          <span>{who.name}</span>
        </h2>
        <p>{words.what}</p>
        <p className={panel.quiet}>{words.keeps}</p>
      </Sheet>
      <NextStep back={back} main={erase} />
    </div>
  );
}
