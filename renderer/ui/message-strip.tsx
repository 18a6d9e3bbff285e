import { id } from '../../shared/i18n/id.ts';
import { useStoreValue } from '../data/store.ts';
import { useActions } from '../keyboard/keyboard.tsx';
import type { Action } from '../keyboard/action.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { hush, shownMessage, type Message } from './messages.ts';
import styles from './message-strip.module.css';

const ICON_OF: Readonly<Record<Message['tone'], IconName>> = {
  attention: 'warn',
  refused: 'x',
  done: 'check',
};

/** Where a screen wants its messages. Place it once in a screen's work area; F12 closes it. */
export function MessageStrip() {
  const message = useStoreValue(shownMessage);
  return message === null ? null : <Strip message={message} />;
}

function Strip({ message }: { readonly message: Message }) {
  useActions(actionsOf(message));
  const { tone, title, text, action } = message;
  const perform = action?.perform;
  return (
    <div className={styles.strip} data-tone={tone} data-on-ink={tone === 'refused' ? '' : undefined}>
      <div className={styles.mark}>
        <Icon name={message.icon ?? ICON_OF[tone]} size={24} bold={tone !== 'attention'} />
      </div>
      <p className={styles.say} role={tone === 'done' ? 'status' : 'alert'}>
        <b>{title}</b> {text}
      </p>
      {action && perform && (
        <Button
          keepsFocus
          className={styles.button}
          onPress={() => {
            hush();
            perform();
          }}
          {...(action.keyName === undefined ? {} : { keyName: action.keyName })}
        >
          {action.label}
        </Button>
      )}
      <Button
        keepsFocus
        className={styles.button}
        label={id.app.actions.closeMessage}
        keyName="F12"
        onPress={hush}
      >
        <Icon name="x" />
      </Button>
    </div>
  );
}

function actionsOf(message: Message): Action[] {
  const close: Action = {
    id: 'message.close',
    label: id.app.actions.closeMessage,
    help: id.app.actions.closeMessageHelp,
    key: 'F12',
    perform: hush,
  };
  const { action } = message;
  if (action?.keyName === undefined) return [close];
  const perform = () => {
    hush();
    action.perform();
  };
  return [close, { id: 'message.action', label: action.label, key: action.keyName, perform }];
}
