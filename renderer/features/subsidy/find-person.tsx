import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Registration } from '../../../shared/contract/subsidy.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { TextField } from '../../ui/field.tsx';
import styles from './people.module.css';
import { usePeople, type People } from './use-people.ts';
import { maskedNumber, shownName } from './who.ts';

const words = id.subsidyOffice.find;

interface FindPersonProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onPick: (person: Registration) => void;
}

/** Somebody who is registered, found by number, last four digits, name or card; Enter takes the row. */
export function FindPerson({ field, typed, onType, onPick }: FindPersonProps) {
  const [row, setRow] = useState(0);
  const people = usePeople(typed);
  const found = typed.trim() === '' ? [] : (people.found ?? []);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[row];
    if (event.key === 'ArrowDown') setRow(Math.min(row + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setRow(Math.max(row - 1, 0));
    else if (event.key === 'Enter' && chosen !== undefined) onPick(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.find}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows and Enter of the field within */}
      <div onKeyDown={onKeyDown}>
        <TextField
          ref={field}
          startsFocused
          label={words.label}
          hint={words.hint}
          value={typed}
          onChange={(text) => {
            onType(text);
            setRow(0);
          }}
        />
      </div>
      {found.length > 0 && (
        <ul className={styles.found}>
          {found.map((person, at) => (
            <li key={person.registrationId}>
              <button
                type="button"
                tabIndex={-1}
                aria-current={at === row ? 'true' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(person)}
              >
                <span>
                  {shownName(person)}
                  <small>{lastBought(person)}</small>
                </span>
                <small>{maskedNumber(person)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {typed.trim() !== '' && people.found?.length === 0 && (
        <p className={styles.note}>{nobodyWords(people)}</p>
      )}
    </div>
  );
}

function lastBought({ lastBoughtOn }: Registration): string {
  return lastBoughtOn === null ? words.never : words.last(formatDate(lastBoughtOn));
}

function nobodyWords({ whole, problems }: People): string {
  const [problem] = problems;
  if (!whole) return words.nobody;
  return problem === undefined ? words.notRegistered : words.problems[problem];
}
