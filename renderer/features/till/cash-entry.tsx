import type { KeyboardEvent, RefObject } from 'react';
import { formatAmount, formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { AmountInput } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './cash-entry.module.css';
import type { CashReceived } from './use-cash-received.ts';

/** The notes a buyer lays down most, in the order of the keys. */
const QUICK_NOTES = [50_000, 100_000, 5000, 10_000, 20_000];

interface CashEntryProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** The part that is paid in cash. */
  readonly cashRp: number;
  readonly cash: CashReceived;
  /** Enter: an empty field means uang pas. */
  readonly onEnter: () => void;
}

/** Where the buyer's cash is entered, by digits or note by note. */
export function CashEntry({ field, cashRp, cash, onEnter }: CashEntryProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    // A key held down is no second wish.
    if (!event.repeat) onEnter();
  };
  return (
    <Sheet className={styles.cash} label={id.pay.take}>
      <div className={styles.head}>
        <h2>{id.pay.cashReceived}</h2>
        <span>{id.pay.cashPart(formatRupiah(cashRp))}</span>
      </div>
      <div className={styles.given} onKeyDown={onKeyDown} role="presentation">
        <AmountInput
          ref={field}
          label={id.pay.cashReceived}
          className={styles.field}
          value={cash.typed}
          onChange={cash.type}
        />
        <Button keepsFocus className={styles.clear} onPress={cash.clear}>
          {id.pay.clear}
        </Button>
      </div>
      <p className={styles.sum}>{describe(cash)}</p>
      <div className={styles.quick}>
        <Button keepsFocus className={styles.exact} onPress={cash.setExact}>
          {id.pay.exact}
          <small>{formatAmount(cashRp)}</small>
        </Button>
        {QUICK_NOTES.map((note) => (
          <Button key={note} keepsFocus className={styles.note} onPress={() => cash.add(note)}>
            {id.pay.add(formatAmount(note))}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

/** The notes laid down, so that the cashier can count along; else what Enter would do. */
function describe(cash: CashReceived): string {
  if (cash.parts.length > 1) return cash.parts.map(formatAmount).join(' + ');
  return cash.typed === null ? id.pay.exactHint : '';
}
