import { id } from '../../shared/i18n/id.ts';
import type { Action } from '../keyboard/action.ts';
import { useActionsBelow } from '../keyboard/keyboard.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './help.module.css';
import { BACK_ACTION, useOverlayActions } from './overlay.ts';

/** F1: every key of the screen below, taken from the same list that feeds its buttons. */
export function Help() {
  const actions = useActionsBelow().filter((action) => action.silent !== true);
  useOverlayActions([]);
  const { help } = id.app;
  return (
    <main className={styles.page} aria-label={help.title}>
      <Sheet padded className={styles.keys}>
        <h1>{help.keys}</h1>
        <dl>
          {actions.toSorted(byKey).map((action) => (
            <div key={action.id}>
              <dt>
                <KeyCap of={action.key} />
                <span>{action.label}</span>
              </dt>
              <dd>{action.help}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
      <div className={styles.side}>
        <Sheet padded className={styles.notes}>
          <h2>{help.scanner}</h2>
          <p>{help.scannerText}</p>
          <h2>{help.quantity}</h2>
          <p>{help.quantityText}</p>
          <h2>{help.power}</h2>
          <p>{help.powerText}</p>
        </Sheet>
        <ActionButton action={BACK_ACTION} size="tall" />
      </div>
    </main>
  );
}

/** Function keys by their number, as they lie on the keyboard, then all others. */
function byKey(one: Action, other: Action): number {
  return rank(one.key) - rank(other.key);
}

function rank(key: string): number {
  const number = /^F(\d+)$/.exec(key)?.[1];
  return number === undefined ? 99 : Number(number);
}
