import { useState } from 'react';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { allRight } from '../../ui/field-checks.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import { checkStep, SETUP_STEPS, toSetup, type SetupDraft, type SetupStep } from './draft.ts';
import { OwnerStep } from './owner-step.tsx';
import { PlaceStep } from './place-step.tsx';
import { Progress } from './progress.tsx';
import styles from './setup.module.css';
import { ShopStep } from './shop-step.tsx';
import { TillStep } from './till-step.tsx';

const words = id.setup;

const FORMS = { shop: ShopStep, place: PlaceStep, till: TillStep, owner: OwnerStep } as const;

interface WizardProps {
  /** Held outside, so that a look back at the first screen loses nothing. */
  readonly entry: Entry<SetupDraft>;
  readonly onLeave: () => void;
}

/**
 * Four short steps to a shop of one's own. Everything typed stays while one walks back and forth;
 * nothing is written before the last step.
 */
export function Wizard({ entry, onLeave }: WizardProps) {
  const { draft, errors } = entry;
  const [at, setAt] = useState(0);
  const create = useCommand(engine.setup.create);
  const step: SetupStep = SETUP_STEPS[at] ?? 'shop';
  const last = at === SETUP_STEPS.length - 1;

  const open = async () => {
    const setup = toSetup(draft);
    if (setup === null) return;
    const reply = await create.run(setup);
    // The engine's event brings everyone to the sign-in screen.
    if (reply.ok) say({ tone: 'done', title: words.ready(setup.store.gerai), text: words.readyText });
    else if (reply.error.code === 'pin.weak') entry.refuse({ pin: callErrorText(reply.error) });
    else sayRefusal(reply.error);
  };
  const forward = () => {
    const wrong = checkStep(step, draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    entry.accept();
    if (last) void open();
    else setAt(at + 1);
  };
  const backward = () => {
    entry.accept();
    if (at === 0) onLeave();
    else setAt(at - 1);
  };

  const back = {
    id: 'setup.back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: backward,
  };
  const next = {
    id: 'setup.next',
    label: last ? words.open : words.next,
    help: words.nextHelp,
    key: 'F9',
    enabled: !create.pending,
    perform: forward,
  };
  useActions([back, next]);
  const Fields = FORMS[step];
  return (
    <Screen
      title={words.steps[step]}
      aside={words.stepOf(at + 1, SETUP_STEPS.length)}
      rail={<Progress draft={draft} now={at} />}
      next={<NextStep back={back} main={next} />}
    >
      <Sheet padded className={styles.form}>
        <EntryForm
          key={step}
          label={words.steps[step]}
          className={styles.fields}
          refusals={entry.refusals}
          onSubmit={forward}
        >
          <Fields draft={draft} errors={errors} change={entry.change} />
        </EntryForm>
      </Sheet>
    </Screen>
  );
}
