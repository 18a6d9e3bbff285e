import { useId } from 'react';
import type { Staff } from '../../../shared/contract/staff.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import type { Action } from '../../keyboard/action.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './sign-in.module.css';

const words = id.signIn;

/** Names stand in this many columns, so that arrows up and down know how far to go. */
const COLUMNS = 2;

interface PeopleProps {
  readonly people: readonly Staff[];
  readonly chosen: Staff | null;
  readonly onChoose: (person: Staff) => void;
  /** PINs of the example store by person; empty in a real one. */
  readonly demoPins: ReadonlyMap<string, string>;
}

/** Everyone who may sign in: by digit, by arrows, by touch. */
export function People({ people, chosen, onChoose, demoPins }: PeopleProps) {
  const list = useId();
  useActions([
    ...people.slice(0, 9).map((person, at): Action => ({
      id: `sign-in.${person.staffId}`,
      label: person.name,
      help: words.choosePersonHelp(person.name),
      key: String(at + 1),
      perform: () => onChoose(person),
    })),
    arrow('ArrowRight', () => moveFocus(list, 1)),
    arrow('ArrowLeft', () => moveFocus(list, -1)),
    arrow('ArrowDown', () => moveFocus(list, COLUMNS)),
    arrow('ArrowUp', () => moveFocus(list, -COLUMNS)),
  ]);
  return (
    <ul id={list} className={styles.people} aria-label={words.people}>
      {people.map((person, at) => (
        <li key={person.staffId}>
          <button
            type="button"
            className={styles.person}
            aria-pressed={person.staffId === chosen?.staffId}
            onClick={() => onChoose(person)}
          >
            <span className={styles.who}>
              {person.name}
              <small>
                {id.app.roles[person.role]}
                {demoPins.has(person.staffId) && (
                  <Tag>{words.demo.pin(demoPins.get(person.staffId) ?? '')}</Tag>
                )}
              </small>
            </span>
            {at < 9 && <KeyCap of={String(at + 1)} large />}
          </button>
        </li>
      ))}
    </ul>
  );
}

function arrow(key: string, perform: () => void): Action {
  return { id: `sign-in.${key}`, label: key, key, silent: true, perform };
}

/** From the card that has the focus so many cards on; to the first one where none has it. */
function moveFocus(listId: string, step: number): void {
  const cards = [...(document.getElementById(listId)?.querySelectorAll('button') ?? [])];
  const at = cards.findIndex((card) => card === document.activeElement);
  cards[at < 0 ? 0 : at + step]?.focus();
}
