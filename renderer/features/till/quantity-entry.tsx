import { useRef, useState, type SubmitEvent } from 'react';
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

const words = id.till.quantity;

interface QuantityEntryProps {
  /** What the quantity is of. */
  readonly label: string;
  /** Stands in the empty field; in thousandths. */
  readonly now?: number;
  /** Sold by weight or by length, so that a comma may be typed. */
  readonly fractional: boolean;
  /** Where Esc, and Enter in the empty field, lead back to. */
  readonly backLabel: string;
  /** Whether a quantity in thousandths can be taken; where not, it is said to be wrong. */
  readonly fits?: (quantity: number) => boolean;
  readonly onSet: (quantity: number) => void;
  readonly onBack: () => void;
}

/** F3: takes the place of what stands above the lines until the quantity of the chosen one is typed. */
export function QuantityEntry(props: QuantityEntryProps) {
  const { label, now, fractional, backLabel, fits = anyQuantity, onSet, onBack } = props;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useHome(field);
  useActions([{ id: 'till.quantity-back', label: backLabel, key: 'Escape', perform: onBack }]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '') {
      onBack();
      return;
    }
    const quantity = parseQuantity(text);
    if (quantity !== null && fits(quantity)) onSet(quantity);
    else say({ tone: 'refused', title: words.wrong, text: words.wrongText, passing: true });
  };

  return (
    <form className={styles.entry} onSubmit={submit}>
      <Icon name="hash" size={26} />
      <label className={styles.label} htmlFor="till-quantity">
        {label}
      </label>
      <input
        id="till-quantity"
        ref={field}
        className={styles.input}
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        placeholder={now === undefined ? undefined : formatQuantity(now)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" keepsFocus keyName="Enter" className={styles.set}>
        {words.set}
      </Button>
      <div className={styles.pad}>
        <NumberPad
          touchOnly
          decimal={fractional}
          label={id.fields.pad}
          eraseLabel={id.fields.erase}
          field={field}
        />
      </div>
    </form>
  );
}

function anyQuantity(): boolean {
  return true;
}
