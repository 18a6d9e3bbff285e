import { id } from '../../../shared/i18n/id.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import type { Action } from '../../keyboard/action.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Steps } from '../../ui/steps.tsx';
import { SETUP_STEPS } from './draft.ts';
import styles from './setup.module.css';

const words = id.setup.welcome;

interface WelcomeProps {
  readonly onOwn: () => void;
  readonly onExample: () => void;
  /** The example store is being filled: a few seconds, in which nothing else may be chosen. */
  readonly filling: boolean;
}

/** The very first screen: a shop of one's own, or the example store with one key. */
export function Welcome({ onOwn, onExample, filling }: WelcomeProps) {
  const own: Action = { id: 'setup.own', label: words.own, key: '1', enabled: !filling, perform: onOwn };
  const example: Action = {
    id: 'setup.example',
    label: words.example,
    key: '2',
    enabled: !filling,
    perform: onExample,
  };
  const next: Action = { ...own, id: 'setup.next', label: id.setup.next, key: 'F9' };
  useActions([own, example, next]);
  return (
    <Screen
      title={words.title}
      rail={
        <Sheet padded className={styles.rail} label={id.setup.steps.label}>
          <Steps
            label={id.setup.steps.label}
            now={-1}
            steps={SETUP_STEPS.map((step) => ({ title: id.setup.steps[step] }))}
          />
        </Sheet>
      }
      next={<NextStep main={next} />}
    >
      <Sheet padded className={styles.welcome}>
        <p className={styles.lead}>{words.text}</p>
        <h2>{words.choose}</h2>
        <Card action={own} text={words.ownText} />
        <Card action={example} text={filling ? words.filling : words.exampleText} />
      </Sheet>
    </Screen>
  );
}

function Card({ action, text }: { readonly action: Action; readonly text: string }) {
  return (
    <button
      type="button"
      className={styles.card}
      disabled={action.enabled === false}
      onClick={action.perform}
    >
      <span>
        {action.label}
        <small>{text}</small>
      </span>
      <KeyCap of={action.key} large />
    </button>
  );
}
