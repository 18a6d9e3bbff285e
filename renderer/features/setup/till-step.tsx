import { id } from '../../../shared/i18n/id.ts';
import { digitsOf } from '../../ui/field-checks.ts';
import { TextField } from '../../ui/field.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { startMarked } from '../../ui/start-marked.ts';
import { codeOf } from './draft.ts';
import styles from './setup.module.css';
import type { StepProps } from './step-fields.ts';

const words = id.setup.till;

const PKP = [
  { value: 'no', label: words.pkpNo, hint: words.pkpNoText },
  { value: 'yes', label: words.pkpYes, hint: words.pkpYesText },
] as const;

const COLUMNS = [
  { value: '32', label: words.columns32, hint: words.columns32Text },
  { value: '48', label: words.columns48, hint: words.columns48Text },
] as const;

/** Step 3: how this till is known, and what its paper looks like. */
export function TillStep({ draft, errors, change }: StepProps) {
  return (
    <>
      <div className={styles.pair}>
        <TextField
          ref={startMarked}
          label={words.storeCode}
          hint={words.storeCodeHint}
          maxLength={8}
          value={codeOf(draft)}
          error={errors.storeCode}
          onChange={(typed) => change({ storeCode: typed.toUpperCase().replaceAll(/\s/g, '') })}
        />
        <TextField
          label={words.tillNumber}
          hint={words.tillNumberHint}
          inputMode="numeric"
          value={draft.tillNumber}
          error={errors.tillNumber}
          onChange={(typed) => change({ tillNumber: digitsOf(typed, 2) })}
        />
      </div>
      <OptionKeys
        label={words.columns}
        hint={words.columnsHint}
        error={errors.columns}
        value={draft.columns}
        options={COLUMNS}
        onChange={(columns) => change({ columns })}
      />
      <OptionKeys
        label={words.pkp}
        hint={words.pkpHint}
        firstDigit={3}
        value={draft.pkp}
        options={PKP}
        onChange={(pkp) => change({ pkp })}
      />
    </>
  );
}
