import { useQuery } from '@tanstack/react-query';
import type { Registration } from '../../../shared/contract/subsidy.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { allRight, digitsOf } from '../../ui/field-checks.ts';
import { CheckField } from '../../ui/field.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NIK_LENGTH } from '../../ui/nik-length.ts';
import { useEntry } from '../../ui/use-entry.ts';
import { asksForCategory } from './asked-of-buyers.ts';
import { FormPanel, useFormKeys } from '../../ui/form-panel.tsx';
import { Note } from '../../ui/note.tsx';
import { isWholeNumber } from './number-text.ts';
import { useHiding } from './number-field.tsx';
import { checkRegistration, newRegistration, toRegister } from './registration-draft.ts';
import { PersonFields } from './registration-fields.tsx';
import { sayStillFilling } from '../../ui/use-rows.ts';
import { maskedNumber } from './who.ts';

const words = id.subsidyOffice.registration;

interface RegisterFormProps {
  /** What was typed or scanned already: a whole number begins the form, words and four digits do not. */
  readonly nik: string;
  /** Whose purpose and retention the buyer is told; null for that of any rule that asks. */
  readonly programme: string | null;
  readonly onDone: (registered: Registration) => void;
  readonly onClose: () => void;
}

/** Registers somebody who was told why the number is kept, and for how long. */
export function RegisterForm({ nik, programme, onDone, onClose }: RegisterFormProps) {
  const entry = useEntry(newRegistration(isWholeNumber(nik) ? digitsOf(nik, NIK_LENGTH) : ''));
  const programmes = useQuery(ask.programmes()).data;
  const terms = useQuery(ask.subsidyTerms(programme)).data;
  const { draft, errors, change } = entry;
  const { hidden, toggle } = useHiding(draft.nik + draft.kk);
  // A scan is for the form: nobody else may take it and put something else in the form's place.
  useScanner((code) => {
    if (draft.nik === '' && isWholeNumber(code)) change({ nik: digitsOf(code, NIK_LENGTH) });
    else sayStillFilling();
  });
  const { pending, run } = useCommand(engine.subsidy.register);
  const save = async () => {
    const wrong = checkRegistration(draft, false, programmes !== undefined && asksForCategory(programmes));
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await run(toRegister(draft, programme));
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.registered(maskedNumber(reply.value)), text: words.registeredText });
    return onDone(reply.value);
  };
  const keys = useFormKeys({ name: 'subsidy.register', pending, save, onClose });
  return (
    <FormPanel
      title={words.newTitle}
      tools={<ActionButton action={toggle} keepsFocus />}
      refusals={entry.refusals}
      keys={keys}
    >
      <PersonFields entry={entry} hidden={hidden} known={null} />
      {terms !== undefined && <Note>{words.terms(terms.purpose, terms.retentionDays)}</Note>}
      <div data-wrong={errors.consent === undefined ? undefined : ''}>
        <CheckField
          label={words.consent}
          hint={errors.consent}
          checked={draft.consent}
          onChange={(consent) => change({ consent })}
        />
      </div>
    </FormPanel>
  );
}
