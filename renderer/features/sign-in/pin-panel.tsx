import { useRef } from 'react';
import type { Staff } from '../../../shared/contract/staff.ts';
import { id } from '../../../shared/i18n/id.ts';
import { digitsOf } from '../../ui/field-checks.ts';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './sign-in.module.css';

const words = id.signIn;

/** What came of the last try, in two sentences; `null` before the first. */
export interface Verdict {
  readonly title: string;
  readonly text: string;
}

interface PinPanelProps {
  readonly person: Staff;
  readonly pin: string;
  readonly onType: (pin: string) => void;
  readonly onEnter: () => void;
  readonly verdict: Verdict | null;
}

/** The PIN of the chosen person, by keyboard or by the pad; the digits themselves are never shown. */
export function PinPanel({ person, pin, onType, onEnter, verdict }: PinPanelProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Sheet padded className={styles.panel} label={words.pinFor(person.name)}>
      <form
        className={styles.pinForm}
        onSubmit={(event) => {
          event.preventDefault();
          onEnter();
        }}
      >
        <label>
          <span className={styles.pinLabel}>{words.pinFor(person.name)}</span>
          <input
            ref={field}
            type="password"
            // The pad below is the keyboard here; the system's own would cover it.
            inputMode="none"
            autoComplete="off"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- who has chosen a name types the PIN next
            autoFocus
            className={styles.pin}
            value={pin}
            onChange={(event) => onType(digitsOf(event.target.value, 8))}
          />
        </label>
      </form>
      <p className={styles.verdict} role="alert">
        {verdict !== null && (
          <>
            <b>{verdict.title}</b> {verdict.text}
          </>
        )}
      </p>
      <NumberPad forPin label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
    </Sheet>
  );
}
