import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import { ask } from '../../data/ask.ts';
import { hushStep } from '../../ui/messages.ts';
import { Fault, Waiting } from '../../ui/states.tsx';
import { ClosedTill } from './closed-till.tsx';
import { PaidScreen } from './paid-screen.tsx';
import { PayScreen } from './pay-screen.tsx';
import { Reprint } from './reprint.tsx';
import { Sell } from './sell.tsx';
import { useBasket, type Basket } from './use-basket.ts';
import { usePrintFaults } from './use-print-faults.ts';

/** What fills the work area. Nothing is modal: paying replaces the basket, Esc brings it back. */
type Stage =
  | { readonly name: 'sell' }
  | { readonly name: 'pay' }
  | { readonly name: 'paid'; readonly sale: PaidSale; readonly ticket: Ticket }
  | { readonly name: 'reprint' };

const SELL: Stage = { name: 'sell' };

/** The till: selling, paying, receipts. */
export function TillScreen() {
  const basket = useBasket();
  const cash = useQuery(ask.cash());
  const [stage, setStage] = useState<Stage>(SELL);
  const openReprint = useCallback(() => setStage({ name: 'reprint' }), []);
  usePrintFaults(openReprint);

  if (cash.isError) return <Fault error={cash.error} onRetry={() => void cash.refetch()} />;
  if (cash.isPending) return <Waiting />;
  if (stage.name === 'reprint') {
    const scan = cash.data.shift === null ? undefined : (code: string) => basket.scan(code, null);
    return <Reprint onBack={() => setStage(SELL)} {...(scan === undefined ? {} : { onScan: scan })} />;
  }
  if (stage.name === 'paid') {
    const next = (code?: string) => {
      hushStep();
      basket.startAfresh();
      if (code !== undefined) basket.scan(code, null);
      setStage(SELL);
    };
    return <PaidScreen sale={stage.sale} ticket={stage.ticket} onNext={next} />;
  }
  if (cash.data.shift === null) return <ClosedTill onReprint={openReprint} />;
  return <OpenTill basket={basket} paying={stage.name === 'pay'} onStage={setStage} />;
}

interface OpenTillProps {
  readonly basket: Basket;
  readonly paying: boolean;
  readonly onStage: (stage: Stage) => void;
}

function OpenTill({ basket, paying, onStage }: OpenTillProps) {
  const { ticket } = basket;
  if (ticket === undefined) return <Waiting />;
  if (paying && ticket.lines.length > 0) {
    return (
      <PayScreen
        ticket={ticket}
        waiting={basket.waiting}
        onBack={() => onStage(SELL)}
        onPaid={(sale) => onStage({ name: 'paid', sale, ticket })}
        onNextScan={(code) => basket.scan(code, null)}
      />
    );
  }
  return (
    <Sell
      basket={basket}
      ticket={ticket}
      onPay={() => onStage({ name: 'pay' })}
      onReprint={() => onStage({ name: 'reprint' })}
    />
  );
}
