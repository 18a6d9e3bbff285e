import type { KeyboardEvent, RefObject } from 'react';
import type { Registration } from '../../../shared/contract/subsidy.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { TextField } from '../../ui/field.tsx';
import { Fault } from '../../ui/states.tsx';
import styles from './people.module.css';
import type { PersonSearch } from './use-find-person.ts';
import type { People } from './use-people.ts';
import { masked, maskedNumber, shownWho } from './who.ts';

const words = id.subsidyOffice.find;

interface FindPersonProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly search: PersonSearch;
  readonly onPick: (person: Registration) => void;
}

/** Somebody who is registered, found by number, last four digits, name or card; Enter takes the row. */
export function FindPerson({ field, search, onPick }: FindPersonProps) {
  const { typed, people, row } = search;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') search.move(1);
    else if (event.key === 'ArrowUp') search.move(-1);
    else if (event.key === 'Enter') search.take();
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
          onChange={search.type}
        />
      </div>
      {typed.trim() !== '' && people.found.length > 0 && (
        <ul className={styles.found}>
          {people.found.map((person, at) => (
            <li key={person.registrationId}>
              <button
                type="button"
                tabIndex={-1}
                aria-current={at === row ? 'true' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(person)}
              >
                <span>
                  {shownWho(person)}
                  <small>{lastBought(person)}</small>
                </span>
                <span>
                  {person.nameState !== 'hidden' && <small>{maskedNumber(person)}</small>}
                  {person.maskedNik !== '' && person.maskedKk !== '' && (
                    <small>{id.subsidyOffice.who.kk(masked(person.maskedKk))}</small>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {people.error !== null && <Fault error={people.error} />}
      {typed.trim() !== '' && people.error === null && people.settled && people.found.length === 0 && (
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
