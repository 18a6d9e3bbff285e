import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import type { Action } from '../../keyboard/action.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { ReceiptPaper } from '../../ui/receipt-paper.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Bill } from './bill.tsx';
import { ChangePanel } from './change-panel.tsx';
import styles from './pay-screen.module.css';
import { paidRows } from './tender-row.ts';
import { Tenders } from './tenders.tsx';
import { useReprint } from './use-reprint.ts';
import { useSalePapers } from './use-sale-papers.ts';
import { useSettled } from '../../keyboard/use-settled.ts';
import { shortReceipt } from './receipt-number.ts';
import { itemCount } from './use-basket.ts';

interface PaidScreenProps {
  readonly sale: PaidSale;
  /** The ticket as it was paid. */
  readonly ticket: Ticket;
  /** Starts the next basket, with a scanned code where there is one. */
  readonly onNext: (code?: string) => void;
}

/** Lunas: the change in ink, the receipt beside it, and the next buyer one key or one scan away. */
export function PaidScreen({ sale, ticket, onNext }: PaidScreenProps) {
  const place = useRef<HTMLElement>(null);
  const next = useNext(onNext);
  const reprint = useReprintAction(sale);
  useHome(place);
  const { memberId, buyerId } = ticket.buyer;
  const papers = useSalePapers(memberId === null && buyerId === null ? null : sale.saleId);
  useActions([next, reprint, ...papers]);
  useScanner(onNext);
  // Goods that came back and cost more than the new ones: the difference leaves the drawer too.
  const refundRp = sale.exchange?.cashRp ?? 0;
  const backRp = sale.changeRp + refundRp;
  return (
    <main className={styles.screen} data-paid="" ref={place} tabIndex={-1} aria-label={id.pay.paid}>
      <section className={styles.column} aria-label={id.pay.bill}>
        <Bill
          receipt={sale.receipt}
          counts={id.till.counts(sale.lineCount, itemCount(ticket.lines))}
          totalRp={sale.totalRp}
          taxRp={ticket.taxRp}
          exchange={ticket.exchange}
          roundingRp={sale.cashRoundingRp}
          dueRp={Math.max(0, sale.dueRp - (ticket.exchange?.totalRp ?? 0))}
        />
        <Tenders rows={paidRows(sale.tenders)} rest={{ name: id.pay.shortBy, rp: 0 }}>
          <ActionButton action={reprint} withIcon keepsFocus className={styles.back} />
        </Tenders>
      </section>
      <section className={styles.column} aria-label={id.pay.slip}>
        <MessageStrip />
        <Slip sale={sale} />
      </section>
      <section className={styles.column} aria-label={id.pay.change}>
        <ChangePanel
          changeRp={backRp}
          paid
          {...(refundRp > 0 ? { name: id.pay.refundGiven } : {})}
          foot={`${id.pay.saved(shortReceipt(sale.receipt))} ${id.pay.scanNext}`}
        >
          <PaidChoices reprint={reprint} papers={papers} />
        </ChangePanel>
        <ActionButton action={next} kind="main" size="huge" keepsFocus />
      </section>
    </main>
  );
}

/** The papers of the sale. Where the bill has no room, its key for another receipt stands here too. */
function PaidChoices({ reprint, papers }: { readonly reprint: Action; readonly papers: readonly Action[] }) {
  return (
    <div className={styles.papers}>
      {papers.map((action) => (
        <ActionButton key={action.id} action={action} withIcon keepsFocus className={styles.paper} />
      ))}
      <ActionButton
        action={reprint}
        withIcon
        keepsFocus
        className={classNames(styles.paper, styles.whenNarrow)}
      />
    </div>
  );
}

function useNext(onNext: () => void): Action {
  const isSettled = useSettled();
  return {
    id: 'pay.next',
    label: id.pay.next,
    help: id.pay.nextHelp,
    key: 'Enter',
    perform: () => {
      if (isSettled()) onNext();
    },
  };
}

function useReprintAction(sale: PaidSale): Action {
  const reprint = useReprint();
  return {
    id: 'pay.reprint',
    label: id.pay.reprint,
    help: id.pay.reprintHelp,
    key: 'F11',
    icon: 'printer',
    perform: () => void reprint(sale.saleId, sale.receipt),
  };
}

/** The receipt as it is printed, and how the printing stands. */
function Slip({ sale }: { readonly sale: PaidSale }) {
  const receipt = useQuery(ask.receipt(sale.saleId));
  const job = useQuery({ ...ask.printJob(sale.printJobId ?? ''), enabled: sale.printJobId !== null });
  const state = sale.printJobId === null ? 'none' : (job.data?.state ?? 'queued');
  return (
    <Sheet className={styles.slip}>
      <h2>
        <output>{id.pay.slipState[state]}</output>
        <Tag kind={TAG_OF[state]}>{id.pay.slipTag[state]}</Tag>
      </h2>
      <ReceiptPaper lines={receipt.data?.lines ?? []} label={id.pay.slip} />
    </Sheet>
  );
}

const TAG_OF = {
  none: 'plain',
  queued: 'wait',
  sending: 'wait',
  printed: 'done',
  failed: 'stop',
  unsure: 'stop',
} as const;
