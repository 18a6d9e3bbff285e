import { useRef, useState, type SubmitEvent } from 'react';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { Button } from '../../../ui/button.tsx';
import { parseQuantity } from '../../../ui/figures.ts';
import { Icon } from '../../../ui/icon.tsx';
import { say } from '../../../ui/messages.ts';
import { NumberPad } from '../../../ui/number-pad.tsx';
import entry from '../quantity-entry.module.css';
import type { ReturnableLine } from './return-draft.ts';

const words = id.returns;

interface ReturnQuantityProps {
  readonly line: ReturnableLine;
  /** In thousandths of the line's unit. */
  readonly onSet: (quantity: number) => void;
  readonly onBack: () => void;
}

/** F3: how much of a line comes back, typed in the place of the screen's head. */
export function ReturnQuantity({ line, onSet, onBack }: ReturnQuantityProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useHome(field);
  useActions([{ id: 'return.quantity-back', label: words.back, key: 'Escape', perform: onBack }]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '') return onBack();
    const quantity = parseQuantity(text);
    const fits =
      quantity !== null && quantity <= line.leftThousandths && (line.fractional || quantity % 1000 === 0);
    if (fits) return onSet(quantity);
    const { wrong, wrongText } = id.till.quantity;
    return say({ tone: 'refused', title: wrong, text: wrongText, passing: true });
  };

  return (
    <form className={entry.entry} onSubmit={submit}>
      <Icon name="hash" size={26} />
      <label className={entry.label} htmlFor="return-quantity">
        {words.quantityOf(line.name, `${formatQuantity(line.leftThousandths)} ${line.unit}`)}
      </label>
      <input
        id="return-quantity"
        ref={field}
        className={entry.input}
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" keepsFocus keyName="Enter" className={entry.set}>
        {id.till.quantity.set}
      </Button>
      <div className={entry.pad}>
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
