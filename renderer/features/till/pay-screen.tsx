import { useRef } from 'react';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import type { Action } from '../../keyboard/action.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Bill, Tenders } from './bill.tsx';
import { CashEntry } from './cash-entry.tsx';
import { ChangePanel } from './change-panel.tsx';
import { Items } from './items.tsx';
import styles from './pay-screen.module.css';
import { itemCount } from './use-basket.ts';
import { useCashReceived } from './use-cash-received.ts';
import { useFinish, type Pay } from './use-finish.ts';

interface PayScreenProps {
  readonly ticket: Ticket;
  readonly pay: Pay;
  /** Commands to the basket whose reply is still awaited. */
  readonly waiting: number;
  readonly onBack: () => void;
  readonly onPaid: (sale: PaidSale) => void;
  /** A code that came while the sale was being stored belongs to the next buyer. */
  readonly onNextScan: (code: string) => void;
}

/** Taking the money: what is owed, what was put down, what goes back. */
export function PayScreen({ ticket, pay, waiting, onBack, onPaid, onNextScan }: PayScreenProps) {
  const field = useRef<HTMLInputElement>(null);
  const dueRp = ticket.cashDueRp;
  const cash = useCashReceived(dueRp);
  const finish = useFinish({ ticket, pay, waiting, receivedRp: cash.amount, onPaid, onNextScan });
  const back: Action = {
    id: 'pay.back',
    label: id.till.action.basket,
    help: id.till.action.basketHelp,
    key: 'Escape',
    icon: 'back',
    perform: onBack,
  };
  useHome(field);
  useActions([finish.action, back]);

  return (
    <main className={styles.screen} aria-label={id.pay.title}>
      <section className={styles.column} aria-label={id.pay.bill}>
        <Bill
          receipt={ticket.nextReceipt}
          counts={id.till.counts(ticket.lines.length, itemCount(ticket.lines))}
          totalRp={ticket.totalRp}
          roundingRp={ticket.cashRoundingRp}
          dueRp={dueRp}
        />
        <Tenders dueRp={dueRp} receivedRp={cash.amount} paid={false}>
          <ActionButton action={back} withIcon keepsFocus className={styles.back} />
        </Tenders>
      </section>
      <section className={styles.column} aria-label={id.pay.take}>
        <MessageStrip />
        <CashEntry field={field} dueRp={dueRp} cash={cash} onEnter={finish.enter} />
        <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
        <Items lines={ticket.lines} />
      </section>
      <section className={styles.column} aria-label={id.pay.change}>
        <ChangePanel
          changeRp={cash.amount - dueRp}
          paid={false}
          foot={cash.amount < dueRp ? id.pay.addMoney : id.pay.handOver}
        />
        <ActionButton action={finish.action} kind="main" size="huge" keepsFocus />
      </section>
    </main>
  );
}
