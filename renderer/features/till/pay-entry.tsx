import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useHome } from '../../keyboard/home.ts';
import { NumberPad } from '../../ui/number-pad.tsx';
import { AccountEntry } from './account-entry.tsx';
import { CashEntry } from './cash-entry.tsx';
import { Covered } from './covered.tsx';
import { DonationEntry } from './donation-entry.tsx';
import { QrisEntry } from './qris-entry.tsx';
import { QrisWaiting } from './qris-waiting.tsx';
import type { TenderPlan } from './tender-plan.ts';
import type { Basket } from './use-basket.ts';
import { useCashReceived } from './use-cash-received.ts';
import type { TenderDrafts } from './use-tender-drafts.ts';
import type { Way } from './ways.tsx';

interface PayEntryProps {
  readonly way: Way;
  /** The buyer asks to give away some of the change. */
  readonly donating: boolean;
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly plan: TenderPlan;
  readonly tenders: TenderDrafts;
  /** Enter where the money is complete. */
  readonly onEnter: () => void;
  /** A part is written down or confirmed: what is left is asked for in cash. */
  readonly onSettled: () => void;
  readonly onDonated: () => void;
}

/** What is asked for the way of paying at hand. */
export function PayEntry(props: PayEntryProps) {
  const { way, donating, basket, ticket, plan, tenders, onEnter, onSettled, onDonated } = props;
  const policy = useQuery(ask.policy()).data;
  if (donating && plan.changeRp > 0) {
    const donate = (amountRp: number) => {
      tenders.donate(amountRp);
      onDonated();
    };
    return <DonationEntry changeRp={plan.changeRp} onDonate={donate} onBack={onDonated} />;
  }
  if (way === 'cash') {
    return plan.restRp > 0 ? (
      <CashPart cashRp={plan.cashRp} tenders={tenders} onEnter={onEnter} />
    ) : (
      <Covered refund={plan.dueRp < 0} onEnter={onEnter} />
    );
  }
  if (way === 'qris') {
    const waiting = ticket.qris.find((payment) => payment.state === 'waiting');
    if (waiting === undefined) return <QrisEntry basket={basket} ticket={ticket} plan={plan} />;
    return (
      <QrisWaiting
        key={waiting.paymentId}
        basket={basket}
        payment={waiting}
        referenceAboveRp={policy?.qrisReferenceAboveRp ?? null}
        onConfirmed={onSettled}
      />
    );
  }
  return (
    <AccountEntry
      key={way}
      kind={way}
      buyer={ticket.buyer}
      plan={plan}
      onAdd={(row) => {
        tenders.add(row);
        onSettled();
      }}
    />
  );
}

interface CashPartProps {
  readonly cashRp: number;
  readonly tenders: TenderDrafts;
  readonly onEnter: () => void;
}

function CashPart({ cashRp, tenders, onEnter }: CashPartProps) {
  const field = useRef<HTMLInputElement>(null);
  const cash = useCashReceived(cashRp, tenders);
  useHome(field);
  const enter = () => {
    cash.entered();
    onEnter();
  };
  return (
    <>
      <CashEntry field={field} cashRp={cashRp} cash={cash} onEnter={enter} />
      <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
    </>
  );
}
