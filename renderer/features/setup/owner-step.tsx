import { id } from '../../../shared/i18n/id.ts';
import { digitsOf } from '../../ui/field-checks.ts';
import { TextField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import styles from './setup.module.css';
import type { StepProps } from './step-fields.ts';

const words = id.setup.owner;

/** Step 4: the first person who may sign in, a pengurus, who lets the others in later. */
export function OwnerStep({ draft, errors, change }: StepProps) {
  return (
    <>
      <TextField
        startsFocused
        label={words.name}
        hint={words.nameHint}
        value={draft.ownerName}
        error={errors.ownerName}
        onChange={(ownerName) => change({ ownerName })}
      />
      <div className={styles.pair}>
        <TextField
          secret
          label={words.pin}
          hint={words.pinHint}
          inputMode="numeric"
          value={draft.pin}
          error={errors.pin}
          onChange={(typed) => change({ pin: digitsOf(typed, 8) })}
        />
        <TextField
          secret
          label={words.pinAgain}
          hint={words.pinAgainHint}
          inputMode="numeric"
          value={draft.pinAgain}
          error={errors.pinAgain}
          onChange={(typed) => change({ pinAgain: digitsOf(typed, 8) })}
        />
      </div>
      <Note>{words.lost}</Note>
      <NumberPad forPin touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} />
    </>
  );
}
