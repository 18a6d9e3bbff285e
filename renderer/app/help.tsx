import { id } from '../../shared/i18n/id.ts';
import type { Action } from '../keyboard/action.ts';
import { useActions, useReachableActions } from '../keyboard/keyboard.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './help.module.css';
import { overlay } from './overlay.ts';

const close = () => overlay.set(null);

const BACK: Action = {
  id: 'help.back',
  label: id.app.actions.back,
  key: 'Escape',
  icon: 'back',
  silent: true,
  perform: close,
};

/** F1: every key of the screen below, taken from the same list that feeds its buttons. */
export function Help() {
  const actions = useReachableActions();
  useActions([BACK]);
  const { help } = id.app;
  return (
    <main className={styles.page} aria-label={help.title}>
      <Sheet padded className={styles.keys}>
        <h1>{help.keys}</h1>
        <dl>
          {actions
            .filter((action) => action.silent !== true)
            .map((action) => (
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
        <ActionButton action={BACK} size="tall" />
      </div>
    </main>
  );
}
