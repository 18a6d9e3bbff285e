import { useState } from 'react';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions, useReachable } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { Bill } from './bill.tsx';
import { ChangePanel } from './change-panel.tsx';
import { Items } from './items.tsx';
import { PayEntry } from './pay-entry.tsx';
import styles from './pay-screen.module.css';
import { planTenders, type TenderPlan } from './tender-plan.ts';
import { openRows } from './tender-row.ts';
import { Tenders } from './tenders.tsx';
import { itemCount, type Basket } from './use-basket.ts';
import { useFinish, type Pay } from './use-finish.ts';
import { usePayActions } from './use-pay-actions.ts';
import { useTenderDrafts } from './use-tender-drafts.ts';
import { wayActions } from './way-actions.ts';
import { Ways, type Way } from './ways.tsx';

interface PayScreenProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly pay: Pay;
  readonly onBack: () => void;
  readonly onPaid: (sale: PaidSale) => void;
}

/** Taking the money: what is owed, how it is paid part by part, what goes back. */
export function PayScreen({ basket, ticket, pay, onBack, onPaid }: PayScreenProps) {
  const tenders = useTenderDrafts(ticket.ticketId);
  const plan = planTenders(ticket, tenders.drafts);
  const [wanted, setWay] = useState<Way>(plan.waitingRp > 0 ? 'qris' : 'cash');
  const [donating, setDonating] = useState(false);
  const ways = wayActions(ticket.buyer, plan, setWay);
  // A member may have been taken off, or the last part may have settled everything.
  const way = ways.find((action) => action.way === wanted)?.enabled === true ? wanted : 'cash';
  const rows = openRows(ticket, tenders.drafts.rows, plan);
  const finish = useFinish({ basket, ticket, pay, drafts: tenders.drafts, plan, onPaid });
  const actions = usePayActions({
    basket,
    rows,
    tenders,
    plan,
    onBack,
    onDonate: () => setDonating(true),
  });
  useActions([...ways, finish.action, actions.back, actions.remove, actions.donate, ...actions.silent]);
  // What has to be filled in first has its own next step; it stands where the last one will.
  const addNext = useReachable('pay.add');
  const showNext = useReachable('pay.show-qris');
  const next = addNext ?? showNext ?? finish.action;

  return (
    <main className={styles.screen} aria-label={id.pay.title}>
      <section className={styles.column} aria-label={id.pay.bill}>
        <Bill
          receipt={ticket.nextReceipt}
          counts={id.till.counts(ticket.lines.length, itemCount(ticket.lines))}
          totalRp={ticket.totalRp}
          taxRp={ticket.taxRp}
          exchange={ticket.exchange}
          roundingRp={plan.roundingRp}
          dueRp={plan.dueRp + plan.roundingRp}
        />
        <Tenders
          rows={rows}
          chosen={actions.chosen}
          onChoose={actions.choose}
          onRemove={actions.removeRow}
          rest={restOf(plan)}
        >
          <div className={styles.ends}>
            <ActionButton action={actions.remove} keepsFocus />
            <ActionButton action={actions.back} keepsFocus />
          </div>
        </Tenders>
      </section>
      <section className={styles.column} aria-label={id.pay.take}>
        <MessageStrip />
        <Ways actions={ways} way={way} />
        <PayEntry
          way={way}
          donating={donating}
          basket={basket}
          ticket={ticket}
          plan={plan}
          tenders={tenders}
          onEnter={finish.enter}
          onSettled={() => setWay('cash')}
          onDonated={() => setDonating(false)}
        />
        {plan.waitingRp === 0 && <Items lines={ticket.lines} />}
      </section>
      <section className={styles.column} aria-label={id.pay.change}>
        <OpenChange plan={plan} donate={actions.donate} />
        <ActionButton action={next} kind="main" size="huge" keepsFocus />
      </section>
    </main>
  );
}

/** The change as it stands, grey until the sale is paid, and the buyer's choice about it. */
function OpenChange({ plan, donate }: { readonly plan: TenderPlan; readonly donate: Action }) {
  const back = plan.dueRp < 0;
  return (
    <ChangePanel
      changeRp={back ? -plan.dueRp : givenRp(plan)}
      paid={false}
      pending={plan.waitingRp > 0}
      {...(back ? { name: id.pay.refundGiven } : {})}
      foot={footOf(plan)}
    >
      {/* While a code waits there is no change to give away, and F10 confirms it. */}
      {plan.waitingRp === 0 && <ActionButton action={donate} keepsFocus />}
    </ChangePanel>
  );
}

/** The change less what is given away of it; below zero while money is missing. */
function givenRp({ changeRp, donationRp, shortRp }: TenderPlan): number {
  return changeRp - donationRp - shortRp;
}

/** What keeps it from being paid, if anything does. */
function restOf(plan: TenderPlan): { name: string; rp: number } {
  if (plan.overRp > 0) return { name: id.pay.over, rp: plan.overRp };
  if (plan.waitingRp > 0) return { name: id.pay.pending, rp: plan.waitingRp };
  return { name: id.pay.shortBy, rp: plan.shortRp };
}

function footOf(plan: TenderPlan): string {
  if (plan.waitingRp > 0) return id.pay.qris.foot(formatRupiah(plan.waitingRp));
  if (plan.dueRp < 0) return id.pay.refundNote;
  if (plan.shortRp > 0) return id.pay.addMoney;
  return plan.restRp === 0 ? id.pay.doneText : id.pay.handOver;
}
