import { useRef } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import styles from './open.module.css';

const words = id.cash.open;

/** Floats that shops commonly start with. */
const USUAL_FLOATS = [100_000, 200_000, 300_000, 500_000];

export interface FloatDraft {
  readonly floatRp: number | null;
}

interface FloatFormProps {
  readonly entry: Entry<FloatDraft>;
  readonly onSubmit: () => void;
}

/** The money a shift starts with: typed, or one of the usual amounts. */
export function FloatForm({ entry, onSubmit }: FloatFormProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <EntryForm label={words.title} className={styles.form} refusals={entry.refusals} onSubmit={onSubmit}>
      <AmountField
        startsFocused
        ref={field}
        className={styles.float}
        label={words.float}
        hint={words.floatHint}
        error={entry.errors.floatRp}
        value={entry.draft.floatRp}
        onChange={(floatRp) => entry.change({ floatRp })}
      />
      <fieldset className={styles.quick} aria-label={words.quick}>
        {USUAL_FLOATS.map((floatRp) => (
          <Button key={floatRp} keepsFocus onPress={() => entry.change({ floatRp })}>
            {formatAmount(floatRp)}
          </Button>
        ))}
      </fieldset>
      <NumberPad touchOnly field={field} label={id.fields.pad} eraseLabel={id.fields.erase} />
    </EntryForm>
  );
}
