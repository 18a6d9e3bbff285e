import { id } from '../../../shared/i18n/id.ts';
import { digitsOf, type FieldErrors } from '../../ui/field-checks.ts';
import { TextField } from '../../ui/field.tsx';
import styles from './settings.module.css';

const words = id.settings.staff;

interface PinDraft {
  readonly pin: string;
  readonly pinAgain: string;
}

interface PinFieldsProps {
  readonly draft: PinDraft;
  readonly errors: FieldErrors<keyof PinDraft>;
  readonly onChange: (part: Partial<PinDraft>) => void;
  readonly startsFocused?: boolean;
}

/** A PIN, typed twice because nobody can read it back. */
export function PinFields({ draft, errors, onChange, startsFocused = false }: PinFieldsProps) {
  return (
    <div className={styles.pair}>
      <TextField
        secret
        startsFocused={startsFocused}
        label={words.pin}
        hint={words.pinHint}
        inputMode="numeric"
        value={draft.pin}
        error={errors.pin}
        onChange={(typed) => onChange({ pin: digitsOf(typed, 8) })}
      />
      <TextField
        secret
        label={words.pinAgain}
        inputMode="numeric"
        value={draft.pinAgain}
        error={errors.pinAgain}
        onChange={(typed) => onChange({ pinAgain: digitsOf(typed, 8) })}
      />
    </div>
  );
}
