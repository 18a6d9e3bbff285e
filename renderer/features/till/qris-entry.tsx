import { useRef, useState } from 'react';
import type { Ticket } from '../../../shared/contract/till.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './account-entry.module.css';
import type { TenderPlan } from './tender-plan.ts';
import type { Basket } from './use-basket.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

const words = id.pay.qris;

interface QrisEntryProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  /** What is still to be paid, at most, and what an empty amount means. */
  readonly plan: Pick<TenderPlan, 'restRp' | 'openRp'>;
}

/** How much of it is paid by QRIS; Enter shows the code. */
export function QrisEntry({ basket, ticket, plan }: QrisEntryProps) {
  const { restRp, openRp } = plan;
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [amountRp, setAmount] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const once = useOneAtATime();
  useHome(field);
  useActions([
    {
      id: 'pay.show-qris',
      label: words.show,
      help: words.showHelp,
      key: 'F9',
      perform: () => form.current?.requestSubmit(),
    },
  ]);
  const show = () => {
    const wantedRp = amountRp ?? openRp;
    if (wantedRp === 0) setError(id.pay.amountMissing);
    else if (wantedRp > restRp) setError(id.pay.tooMuch(formatRupiah(restRp)));
    else once(() => basket.showQris(ticket.ticketId, wantedRp));
  };
  return (
    <Sheet className={styles.account} label={id.pay.take}>
      <div className={styles.head}>
        <h2>{id.pay.way.qris}</h2>
        <span>{words.notPaid}</span>
      </div>
      <EntryForm ref={form} label={id.pay.way.qris} className={styles.fields} onSubmit={show}>
        <AmountField
          ref={field}
          startsFocused
          label={id.pay.amount(id.pay.way.qris)}
          hint={id.pay.amountHint(formatRupiah(openRp))}
          error={error}
          value={amountRp}
          onChange={(typed) => {
            setAmount(typed);
            setError(undefined);
          }}
        />
      </EntryForm>
      <div className={styles.pad}>
        <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
      </div>
    </Sheet>
  );
}
