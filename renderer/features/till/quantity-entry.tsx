import { useRef, useState, type SubmitEvent } from 'react';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { parseQuantity } from '../../ui/figures.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/messages.ts';
import { NumberPad } from '../../ui/number-pad.tsx';
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

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '') {
      onBack();
      return;
    }
    const quantity = parseQuantity(text);
    if (quantity === null) {
      const { wrong, wrongText } = id.till.quantity;
      say({ tone: 'refused', title: wrong, text: wrongText, passing: true });
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
      <Button type="submit" keepsFocus keyName="Enter" className={styles.set}>
        {id.till.quantity.set}
      </Button>
      <div className={styles.pad}>
        <NumberPad
          touchOnly
          decimal={line.fractional}
          label={id.fields.pad}
          eraseLabel={id.fields.erase}
          field={field}
        />
      </div>
    </form>
  );
}
