import { useRef } from 'react';
import type { Role } from '../../../../shared/contract/permissions.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './approval.module.css';

const words = id.approvals;

/** Somebody who may allow it. */
export interface Approver {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
}

interface ApproversProps {
  readonly people: readonly Approver[];
  readonly onChoose: (person: Approver) => void;
  readonly onBack: () => void;
}

/** Who allows it: by digit or by touch. */
export function Approvers({ people, onChoose, onBack }: ApproversProps) {
  const place = useRef<HTMLElement>(null);
  const back: Action = {
    id: 'approval.back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    icon: 'back',
    perform: onBack,
  };
  const choices = people.map((person, at): Action => ({
    id: `approval.${person.staffId}`,
    label: person.name,
    help: words.choose(person.name),
    key: String(at + 1),
    perform: () => onChoose(person),
  }));
  useHome(place);
  useActions([...choices.slice(0, 9), back], { covers: true });
  return (
    <>
      <section ref={place} tabIndex={-1} className={styles.who} aria-label={words.who}>
        <Sheet padded className={styles.ask}>
          <h3>{words.who}</h3>
          <p>{people.length === 0 ? words.nobody : words.whoHint}</p>
          {people.map((person, at) => (
            <Button
              key={person.staffId}
              size="tall"
              keepsFocus
              className={styles.person}
              {...(at < 9 ? { keyName: String(at + 1) } : {})}
              onPress={() => onChoose(person)}
            >
              <span>
                {person.name}
                <small>{id.app.roles[person.role]}</small>
              </span>
            </Button>
          ))}
        </Sheet>
      </section>
      <ActionButton action={back} size="tall" keepsFocus withIcon />
    </>
  );
}
