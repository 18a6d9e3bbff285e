import { useRef, useState, type SubmitEvent } from 'react';
import { formatAmount, formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { AmountInput } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/messages.ts';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './cash-entry.module.css';

const words = id.pay.donation;

interface DonationEntryProps {
  readonly changeRp: number;
  readonly onDonate: (amountRp: number) => void;
  readonly onBack: () => void;
}

/** What the buyer asks to give away of the change. The field begins empty: it is never proposed. */
export function DonationEntry({ changeRp, onDonate, onBack }: DonationEntryProps) {
  const field = useRef<HTMLInputElement>(null);
  const [amountRp, setAmount] = useState<number | null>(null);
  useHome(field);
  useActions([{ id: 'pay.donation-back', label: id.pay.title, key: 'Escape', perform: onBack }]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = amountRp ?? 0;
    if (given <= changeRp) onDonate(given);
    else say({ tone: 'refused', passing: true, title: words.tooMuch, text: words.tooMuchText });
  };
  return (
    <Sheet className={styles.cash} label={words.label}>
      <form onSubmit={submit}>
        <div className={styles.head}>
          <h2>{words.label}</h2>
          <span>{words.ask(formatRupiah(changeRp))}</span>
        </div>
        <div className={styles.donation}>
          <AmountInput
            ref={field}
            label={words.label}
            className={styles.field}
            value={amountRp}
            onChange={setAmount}
          />
          <Button type="submit" keepsFocus keyName="Enter" className={styles.clear}>
            {words.set}
          </Button>
          <Button keepsFocus className={styles.all} onPress={() => setAmount(changeRp)}>
            {words.all} {formatAmount(changeRp)}
          </Button>
        </div>
        <p className={styles.sum}>{words.hint}</p>
      </form>
      <div className={styles.pad}>
        <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
      </div>
    </Sheet>
  );
}
