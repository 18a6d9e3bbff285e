import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { hushStep, say } from '../../ui/messages.ts';
import { Fault, Waiting } from '../../ui/states.tsx';
import { ApprovalFrame } from './approval/approval-frame.tsx';
import { BuyerScreen } from './buyer-screen.tsx';
import { ClosedTill } from './closed-till.tsx';
import { PaidScreen } from './paid-screen.tsx';
import { PayScreen } from './pay-screen.tsx';
import { Recall } from './recall.tsx';
import { Reprint } from './reprint.tsx';
import { ReturnScreen } from './returns/return-screen.tsx';
import { Sell } from './sell.tsx';
import { withNumberScan } from './subsidy/number-scan.ts';
import { SubsidyScreen } from './subsidy/subsidy-screen.tsx';
import { WaitingScreen } from './subsidy/waiting.tsx';
import { useBasket, type Basket } from './use-basket.ts';
import { usePrintFaults } from './use-print-faults.ts';

/** What fills the work area. Nothing is modal: paying replaces the basket, Esc brings it back. */
type Stage =
  | { readonly name: 'sell' }
  | { readonly name: 'pay'; readonly ticketId: string }
  | { readonly name: 'paid'; readonly sale: PaidSale; readonly ticket: Ticket }
  | { readonly name: 'buyer' }
  /** Who buys the goods of a programme; `leads` is where it goes once that is settled. */
  | { readonly name: 'subsidy'; readonly leads: 'sell' | 'pay'; readonly number: string | null }
  | { readonly name: 'waiting' }
  | { readonly name: 'recall' }
  | { readonly name: 'return'; readonly saleId: string }
  | { readonly name: 'reprint' };

const SELL: Stage = { name: 'sell' };

/** The till: selling, paying, receipts. */
export function TillScreen() {
  return (
    <ApprovalFrame>
      <Stages />
    </ApprovalFrame>
  );
}

function Stages() {
  const cash = useQuery(ask.cash());
  const [stage, setStage] = useState<Stage>(SELL);
  const openReprint = useCallback(() => setStage({ name: 'reprint' }), []);
  const openReturn = useCallback((saleId: string) => setStage({ name: 'return', saleId }), []);
  const basket = useBasket(openReturn);
  usePrintFaults(openReprint);
  const line = useServingLine();

  if (cash.isError) return <Fault error={cash.error} onRetry={() => void cash.refetch()} />;
  if (cash.isPending) return <Waiting />;
  if (stage.name === 'reprint') {
    const scan = cash.data.shift === null ? undefined : (code: string) => basket.scan(code, null);
    return (
      <Reprint
        onBack={() => setStage(SELL)}
        {...(scan === undefined ? {} : { onScan: scan, onReturn: openReturn })}
      />
    );
  }
  if (stage.name === 'paid') {
    const next = (code?: string) => {
      hushStep();
      basket.startAfresh();
      if (code !== undefined) basket.scan(code, null);
      // On the day of delivery whoever is next in line follows, until somebody scans something else.
      setStage(code === undefined && line.goesOn ? { name: 'waiting' } : SELL);
    };
    return <PaidScreen sale={stage.sale} ticket={stage.ticket} onNext={next} />;
  }
  if (cash.data.shift !== null && stage.name === 'return') {
    const scan = (code: string) => basket.scan(code, null);
    const { saleId } = stage;
    return <ReturnScreen key={saleId} saleId={saleId} onBack={() => setStage(SELL)} onScan={scan} />;
  }
  if (cash.data.shift === null) return <ClosedTill onReprint={openReprint} />;
  return <OpenTill basket={basket} stage={stage} onStage={setStage} onServing={line.setServing} />;
}

/** Whether the till serves those who wait, one after the other, and somebody is still waiting. */
function useServingLine() {
  const [serving, setServing] = useState(false);
  const waiting = useQuery({ ...ask.waiting(), enabled: serving }).data?.entries.length ?? 0;
  return { goesOn: serving && waiting > 0, setServing };
}

interface OpenTillProps {
  readonly basket: Basket;
  /** The till serves the line of those who wait, or does not any more. */
  readonly onServing: (serving: boolean) => void;
  readonly stage: Stage;
  readonly onStage: (stage: Stage) => void;
}

function OpenTill({ basket: scanned, stage, onStage, onServing }: OpenTillProps) {
  const pay = useCommand(engine.till.pay);
  /** The ticket whose money is being taken, or `null`. */
  const payingFor = stage.name === 'pay' ? stage.ticketId : null;
  const { ticket } = scanned;
  const basket = withNumberScan(scanned, ticket, (number) =>
    onStage({ name: 'subsidy', leads: 'sell', number }),
  );
  const here = ticket === undefined || payingFor === null || ticket.ticketId === payingFor;
  useLeaveGone(!here && !pay.pending, onStage);
  useLeaveUnasked(stage.name === 'subsidy' && ticket?.subsidy === null, onStage);
  useAskBeforePaying(payingFor !== null && here && !pay.pending && isRefused(ticket), onStage);
  if (ticket === undefined) return <Waiting />;
  const toSell = () => onStage(SELL);
  const toPay = () => onStage({ name: 'pay', ticketId: ticket.ticketId });
  if (stage.name === 'recall') return <Recall basket={basket} ticket={ticket} onBack={toSell} />;
  if (stage.name === 'buyer') return <BuyerScreen basket={basket} ticket={ticket} onBack={toSell} />;
  if (stage.name === 'waiting') {
    const leave = (serving: boolean) => {
      onServing(serving);
      toSell();
    };
    return <WaitingScreen basket={basket} ticket={ticket} onLeave={leave} />;
  }
  if (stage.name === 'subsidy' && ticket.subsidy !== null) {
    return (
      <SubsidyScreen
        basket={scanned}
        ticket={ticket}
        subsidy={ticket.subsidy}
        number={stage.number}
        onBack={toSell}
        onUsed={stage.leads === 'pay' ? toPay : toSell}
        toMembers={() => onStage({ name: 'buyer' })}
      />
    );
  }
  if (ticket.ticketId === payingFor && ticket.lines.length > 0) {
    return (
      <PayScreen
        basket={basket}
        ticket={ticket}
        pay={pay}
        onBack={toSell}
        onPaid={(sale) => onStage({ name: 'paid', sale, ticket })}
      />
    );
  }
  return (
    <Sell
      basket={basket}
      ticket={ticket}
      ways={{
        toBuyer: () => onStage({ name: 'buyer' }),
        toSubsidy: (leads, number) => onStage({ name: 'subsidy', leads, number: number ?? null }),
        toWaiting: () => onStage({ name: 'waiting' }),
        toPay,
        toRecall: () => onStage({ name: 'recall' }),
        toReprint: () => onStage({ name: 'reprint' }),
      }}
    />
  );
}

/** Another window finished the ticket while its money was being taken here: said, and back to selling. */
function useLeaveGone(gone: boolean, onStage: (stage: Stage) => void): void {
  useEffect(() => {
    if (!gone) return;
    say({ tone: 'attention', passing: true, title: id.pay.gone, text: id.pay.goneText });
    onStage(SELL);
  }, [gone, onStage]);
}

/** Whether the rules refuse goods on the ticket, or want to know something first. */
function isRefused(ticket: Ticket | undefined): boolean {
  return ticket?.subsidy?.verdict.effect === 'refuse';
}

/** Goods that came late, or were scanned while money was taken, ask who buys before they are paid. */
function useAskBeforePaying(refused: boolean, onStage: (stage: Stage) => void): void {
  useEffect(() => {
    if (refused) onStage({ name: 'subsidy', leads: 'pay', number: null });
  }, [refused, onStage]);
}

/** No goods are left that ask who buys: there is nothing to ask any more. */
function useLeaveUnasked(gone: boolean, onStage: (stage: Stage) => void): void {
  useEffect(() => {
    if (gone) onStage(SELL);
  }, [gone, onStage]);
}
