import { useRef } from 'react';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import type { Action } from '../../keyboard/action.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { hush, say, sayRefusal } from '../../ui/messages.ts';
import { play } from '../../ui/sounds.ts';
import { Bill, Tenders } from './bill.tsx';
import { CashEntry } from './cash-entry.tsx';
import { ChangePanel } from './change-panel.tsx';
import { Items } from './items.tsx';
import styles from './pay-screen.module.css';
import { itemCount } from './use-basket.ts';
import { useCashReceived } from './use-cash-received.ts';

interface PayScreenProps {
  readonly ticket: Ticket;
  /** Scans whose reply is still awaited: until they are in, the total is not certain. */
  readonly waiting: number;
  readonly onBack: () => void;
  readonly onPaid: (sale: PaidSale) => void;
  /** A code that came while the sale was being stored belongs to the next buyer. */
  readonly onNextScan: (code: string) => void;
}

/** Taking the money: what is owed, what was put down, what goes back. */
export function PayScreen({ ticket, waiting, onBack, onPaid, onNextScan }: PayScreenProps) {
  const field = useRef<HTMLInputElement>(null);
  const dueRp = ticket.cashDueRp;
  const cash = useCashReceived(dueRp);
  const finish = useFinish({ ticket, waiting, receivedRp: cash.amount, onPaid, onNextScan });
  const back: Action = {
    id: 'pay.back',
    label: id.till.action.basket,
    help: id.till.action.basketHelp,
    key: 'Escape',
    icon: 'back',
    perform: onBack,
  };
  useHome(field);
  useActions([finish, back]);

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
        <CashEntry field={field} dueRp={dueRp} cash={cash} onEnter={run(finish)} />
        <Items lines={ticket.lines} />
      </section>
      <section className={styles.column} aria-label={id.pay.change}>
        <ChangePanel
          changeRp={cash.amount - dueRp}
          paid={false}
          foot={cash.amount < dueRp ? id.pay.addMoney : id.pay.handOver}
        />
        <ActionButton action={finish} kind="main" size="huge" keepsFocus />
      </section>
    </main>
  );
}

interface FinishPorts {
  readonly ticket: Ticket;
  readonly waiting: number;
  readonly receivedRp: number;
  readonly onPaid: (sale: PaidSale) => void;
  readonly onNextScan: (code: string) => void;
}

/** The last step. It names the ticket and the revision it saw, so nothing else can be paid by mistake. */
function useFinish({ ticket, waiting, receivedRp, onPaid, onNextScan }: FinishPorts): Action {
  const pay = useCommand(engine.till.pay);
  const held = useRef<string[]>([]);
  const { ticketId, revision, cashDueRp } = ticket;
  const shortRp = cashDueRp - receivedRp;

  useScanner((code) => {
    if (pay.pending) held.current.push(code);
    else refuseScan(code);
  });

  const perform = () => {
    void pay.run({ ticketId, revision, tenders: [{ kind: 'cash', receivedRp }] }).then((reply) => {
      const codes = held.current.splice(0);
      if (!reply.ok) {
        sayRefusal(reply.error);
        return;
      }
      hush();
      play('paid');
      onPaid(reply.value);
      for (const code of codes) onNextScan(code);
    });
  };
  const enough = shortRp <= 0;
  return {
    id: 'pay.finish',
    label: enough ? id.pay.finish : id.pay.cannotFinish,
    help: id.pay.finishHelp,
    key: 'F9',
    enabled: enough && waiting === 0,
    whyNot: () => {
      if (!enough) sayRefusal({ code: 'tender.too-small', params: { shortRp }, traceId: '' });
    },
    perform,
  };
}

function refuseScan(code: string): void {
  say({ tone: 'refused', title: id.pay.scanned(code), text: id.pay.scannedText });
}

/** Does what pressing the action's key would do. */
function run(action: Action): () => void {
  return () => {
    if (action.enabled === false) action.whyNot?.();
    else action.perform();
  };
}
