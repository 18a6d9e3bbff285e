import { useNavigate } from '@tanstack/react-router';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { say } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './closed-till.module.css';

/** Before the shift is open nothing can be sold; the way to open it is one key. */
export function ClosedTill({ onReprint }: { readonly onReprint: () => void }) {
  const navigate = useNavigate();
  const words = id.till.closed;
  const open: Action = {
    id: 'till.open-shift',
    label: id.till.action.openShift,
    help: id.till.action.openShiftHelp,
    key: 'F9',
    perform: () => void navigate({ to: '/kas' }),
  };
  const reprint: Action = {
    id: 'till.reprint',
    label: id.till.action.reprint,
    help: id.till.action.reprintHelp,
    key: 'F11',
    icon: 'printer',
    perform: onReprint,
  };
  useActions([open, reprint]);
  useScanner((code) => say({ tone: 'refused', title: words.scanned(code), text: words.scannedText }));
  return (
    <main className={styles.closed}>
      <MessageStrip />
      <Sheet padded className={styles.sheet}>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <div className={styles.buttons}>
          <ActionButton action={reprint} size="tall" withIcon />
          <ActionButton action={open} kind="main" size="tall" startsFocused />
        </div>
      </Sheet>
    </main>
  );
}
