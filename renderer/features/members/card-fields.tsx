import { useState } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './list.module.css';
import { cardError } from './member-draft.ts';

const words = id.members.editor;

interface CardFieldsProps {
  readonly cards: readonly string[];
  /** What the engine had against them. */
  readonly error: string | undefined;
  readonly onChange: (cards: readonly string[]) => void;
}

/** The cards of a member: a scan adds one wherever the focus is. */
export function CardFields({ cards, error, onChange }: CardFieldsProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const add = (code: string) => {
    const refused = cardError(cards, code);
    setWrong(refused);
    // A code that was refused is left in the field, where it can be compared with the card.
    setTyped(refused === undefined ? '' : code);
    if (refused === undefined) onChange([...cards, code.trim()]);
  };
  useScanner(add);
  return (
    <section className={styles.cards} aria-label={words.cards}>
      <ul>
        {cards.map((code) => (
          <li key={code}>
            <code>{code}</code>
            <Button
              label={words.cardRemove(code)}
              className={styles.remove}
              onPress={() => onChange(cards.filter((held) => held !== code))}
            >
              <Icon name="trash" />
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.adding}>
        <TextField
          label={cards.length === 0 ? words.cardNone : words.cards}
          placeholder={words.cardAdd}
          maxLength={64}
          value={typed}
          error={wrong ?? error}
          onChange={(text) => {
            setTyped(text);
            setWrong(undefined);
          }}
        />
        <Button disabled={typed.trim() === ''} onPress={() => add(typed)}>
          {words.cardAddButton}
        </Button>
      </div>
    </section>
  );
}
