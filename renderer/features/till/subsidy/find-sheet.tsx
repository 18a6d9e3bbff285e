import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Registration } from '../../../../shared/contract/subsidy.ts';
import { formatDateShort } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useHome } from '../../../keyboard/home.ts';
import ledger from '../../../ui/ledger.module.css';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Fault } from '../../../ui/states.tsx';
import styles from './find-sheet.module.css';
import { digitsAlone, lastBought, personName } from './people.ts';

const words = id.subsidyTill.find;

/** Rows in the list: more than that is no search. */
const MOST = 30;

interface FindSheetProps {
  readonly onChoose: (person: Registration) => void;
}

/** Those who bought before, by name or by the last four digits: it replaces typing the number. */
export function FindSheet({ onChoose }: FindSheetProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const asked = text.trim().length >= 2;
  const found = useQuery({
    ...ask.registrations({ text: text.trim(), limit: MOST }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const people = asked ? (found.data?.registrations ?? []).filter(({ erased }) => !erased) : [];
  useHome(field);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = people[at];
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, Math.max(0, people.length - 1)));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') {
      // While the list still shows what an older text found, Enter could take somebody else.
      if (chosen !== undefined && !event.repeat && !found.isPlaceholderData) onChoose(chosen);
    } else return;
    event.preventDefault();
  };
  return (
    <Sheet label={words.label} className={styles.find}>
      <input
        ref={field}
        className={styles.field}
        aria-label={words.label}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.list}>
        {found.isError && <Fault error={found.error} />}
        {people.length > 0 && <People people={people} at={at} onChoose={onChoose} />}
        {people.length === 0 && (
          <Empty title={asked ? words.none : words.start}>{asked && <p>{words.noneText}</p>}</Empty>
        )}
      </div>
    </Sheet>
  );
}

interface PeopleProps extends FindSheetProps {
  readonly people: readonly Registration[];
  readonly at: number;
}

function People({ people, at, onChoose }: PeopleProps) {
  return (
    <table className={ledger.ledger} aria-label={words.label}>
      <thead>
        <tr>
          <th>{words.column.name}</th>
          <th>{words.column.digits}</th>
          <th>{words.column.last}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person, index) => (
          <tr
            key={person.registrationId}
            ref={index === at ? intoView : null}
            className={styles.row}
            aria-current={index === at ? 'true' : undefined}
            onClick={() => onChoose(person)}
          >
            <td className={styles.name}>{personName(person)}</td>
            <td className={styles.figure}>{digitsAlone(person)}</td>
            <td className={styles.figure}>{lastBought(person, formatDateShort)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function intoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
