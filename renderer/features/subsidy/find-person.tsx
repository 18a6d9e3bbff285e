import { useState, type RefObject } from 'react';
import type { Registration } from '../../../shared/contract/subsidy.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { FindField } from '../../ui/find-field.tsx';
import { Note } from '../../ui/note.tsx';
import { Fault } from '../../ui/states.tsx';
import { useFind, type Find } from '../../ui/use-find.ts';
import styles from './people.module.css';
import { usePeople, type People } from './use-people.ts';
import { masked, maskedNumber, shownWho } from './who.ts';

const words = id.subsidyOffice.find;

/** Looking for somebody, with what is said where nobody is found. */
export interface PersonSearch extends Find<Registration> {
  readonly people: People;
}

/**
 * Finds somebody who is registered.
 * @param first what stands in the field at first
 */
export function useFindPerson(first: string, onTake: (person: Registration) => void): PersonSearch {
  const [typed, type] = useState(first);
  const people = usePeople(typed);
  const { found, settled } = people;
  return { ...useFind({ typed, type, found, settled, onTake }), people };
}

interface FindPersonProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly search: PersonSearch;
}

/** Somebody who is registered, found by number, last four digits, name or card; Enter takes the row. */
export function FindPerson({ field, search }: FindPersonProps) {
  const { typed, people } = search;
  return (
    <div className={styles.find}>
      <FindField
        startsFocused
        field={field}
        label={words.label}
        hint={words.hint}
        search={search}
        keyOf={({ registrationId }) => registrationId}
      >
        {(person) => <PersonCells person={person} />}
      </FindField>
      {people.error !== null && <Fault error={people.error} />}
      {typed.trim() !== '' && people.error === null && people.settled && people.found.length === 0 && (
        <Note>{nobodyWords(people)}</Note>
      )}
    </div>
  );
}

function PersonCells({ person }: { readonly person: Registration }) {
  return (
    <>
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
    </>
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
