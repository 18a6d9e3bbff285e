import type { Staff } from '../../../shared/contract/staff.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './settings.module.css';

const words = id.settings.staff;

interface StaffListProps {
  readonly people: readonly Staff[];
  /** Whoever is signed in. */
  readonly me: string | null;
  readonly openId: string | null;
  readonly mayOpen: (person: Staff) => boolean;
  readonly onOpen: (person: Staff) => void;
}

/** Everyone who works here, and those who no longer do. */
export function StaffList({ people, me, openId, mayOpen, onOpen }: StaffListProps) {
  return (
    <ul className={styles.list} aria-label={words.list}>
      {people.map((person) => (
        <li key={person.staffId}>
          <button
            type="button"
            className={styles.person}
            aria-pressed={person.staffId === openId}
            disabled={!mayOpen(person)}
            onClick={() => onOpen(person)}
          >
            <b>{person.name}</b>
            <span>{id.app.roles[person.role]}</span>
            {person.staffId === me && <Tag>{words.you}</Tag>}
            {!person.active && <Tag kind="wait">{words.inactive}</Tag>}
          </button>
        </li>
      ))}
    </ul>
  );
}
