import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Staff } from '../../../shared/contract/staff.ts';
import { pinSchema } from '../../../shared/contract/values.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import type { Action } from '../../keyboard/action.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Fault, Waiting } from '../../ui/states.tsx';
import { People } from './people.tsx';
import { PinPanel } from './pin-panel.tsx';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

const words = id.signIn;

/** Who is on duty: a name, a PIN, and on to work. */
export function SignInScreen() {
  const staff = useQuery(ask.staff());
  const setup = useQuery(ask.setup());
  if (staff.isError) return <Fault error={staff.error} onRetry={() => void staff.refetch()} />;
  if (staff.isPending) return <Waiting />;
  const people = staff.data.filter((person) => person.active);
  if (people.length === 0) return <Empty title={words.nobody} />;
  const demoPins = new Map(setup.data?.demoPins.map((demo) => [demo.staffId, demo.pin]));
  return <SignIn people={people} demoPins={demoPins} />;
}

interface SignInProps {
  readonly people: readonly Staff[];
  readonly demoPins: ReadonlyMap<string, string>;
}

function SignIn({ people, demoPins }: SignInProps) {
  // Where one person alone works the till, there is nothing to choose.
  const [chosen, setChosen] = useState<Staff | null>(people.length === 1 ? (people[0] ?? null) : null);
  const [pin, setPin] = useState('');
  const { signIn, pending, verdict, forgetVerdict } = useSignIn();

  const choose = (person: Staff | null) => {
    setChosen(person);
    setPin('');
    forgetVerdict();
  };
  const enter = () => {
    if (chosen === null || !pinSchema.safeParse(pin).success) return;
    void signIn(chosen, pin);
    setPin('');
  };
  const main: Action = {
    id: 'sign-in.enter',
    label: words.enter,
    help: words.enterHelp,
    key: 'F9',
    enabled: !pending && pinSchema.safeParse(pin).success,
    perform: enter,
  };
  const back: Action = {
    id: 'sign-in.other',
    label: words.other,
    help: words.otherHelp,
    key: 'Escape',
    perform: () => choose(null),
  };
  const mayGoBack = chosen !== null && people.length > 1;
  useActions(mayGoBack ? [back, main] : [main]);

  return (
    <Screen
      title={words.title}
      rail={
        chosen === null ? (
          <Sheet padded className={styles.panel}>
            <div className={styles.choose}>
              <b>{words.choose}</b>
              {words.chooseText}
            </div>
          </Sheet>
        ) : (
          <PinPanel
            key={chosen.staffId}
            person={chosen}
            pin={pin}
            onType={setPin}
            onEnter={enter}
            verdict={verdict}
          />
        )
      }
      next={<NextStep back={mayGoBack ? back : undefined} main={main} keepsFocus />}
    >
      <div className={styles.work}>
        <People people={people} chosen={chosen} onChoose={choose} demoPins={demoPins} />
        {demoPins.size > 0 && (
          <p className={styles.demo}>
            <b>{words.demo.title}.</b> {words.demo.text}
          </p>
        )}
      </div>
    </Screen>
  );
}
