import { useRef, useState, type FormEvent } from 'react';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { parseQuantity } from '../../ui/figures.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { say } from '../../ui/messages.ts';
import styles from './quantity-entry.module.css';

interface QuantityEntryProps {
  readonly line: TicketLine;
  readonly onSet: (quantity: number) => void;
  readonly onBack: () => void;
}

/** F3: takes the place of the scan box until the quantity of the chosen line is typed. */
export function QuantityEntry({ line, onSet, onBack }: QuantityEntryProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useHome(field);
  useActions([{ id: 'till.quantity-back', label: id.till.action.basket, key: 'Escape', perform: onBack }]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') {
      onBack();
      return;
    }
    const quantity = parseQuantity(text);
    if (quantity === null) {
      say({ tone: 'refused', title: id.till.quantity.wrong, text: id.till.quantity.wrongText });
    } else {
      onSet(quantity);
    }
  };

  return (
    <form className={styles.entry} onSubmit={submit}>
      <Icon name="hash" size={26} />
      <label className={styles.label} htmlFor="till-quantity">
        {id.till.quantity.title(line.name, line.unit)}
      </label>
      <input
        id="till-quantity"
        ref={field}
        className={styles.input}
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        placeholder={formatQuantity(line.quantityThousandths)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <KeyCap of="Enter" />
    </form>
  );
}
