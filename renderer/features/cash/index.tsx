import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarDate } from '../../../shared/domain/business-date.ts';
import { ask } from '../../data/ask.ts';
import { useEngineNow, useMay, useShopOffset } from '../../data/use-shop.ts';
import { Fault, Waiting } from '../../ui/states.tsx';
import { CloseDay } from './close-day.tsx';
import { CountDrawer } from './count-drawer.tsx';
import { CountResult } from './count-result.tsx';
import type { CashState } from './date-panel.tsx';
import { OpenShift } from './open-shift.tsx';

/** The drawer and the day: open a shift, count it, close it, close the day. */
export function CashScreen() {
  const cash = useQuery(ask.cash());
  if (cash.isError) return <Fault error={cash.error} onRetry={() => void cash.refetch()} />;
  if (cash.isPending) return <Waiting />;
  return <CashPlace state={cash.data} />;
}

/** Where the shop stands decides which part is shown; only between shifts is there a choice. */
function CashPlace({ state }: { readonly state: CashState }) {
  const [wish, setWish] = useState<'open' | 'close-day' | null>(null);
  const [justClosed, setJustClosed] = useState(false);
  const mayClose = useMay('day.close');
  const today = calendarDate(useEngineNow(30_000), useShopOffset());
  const { shift, day } = state;

  if (shift !== null) {
    if (shift.count === null) return <CountDrawer shift={shift} />;
    const onClosed = () => setJustClosed(true);
    return <CountResult shift={shift} count={shift.count} onClosed={onClosed} />;
  }
  if (day === null) return <OpenShift state={state} />;
  // Whoever has closed the last shift, or finds a day of yesterday still open, closes the day next.
  const usual = justClosed || (mayClose && day.businessDate !== today) ? 'close-day' : 'open';
  if ((wish ?? usual) === 'open') return <OpenShift state={state} onCloseDay={() => setWish('close-day')} />;
  return <CloseDay state={state} day={day} justClosed={justClosed} onNextShift={() => setWish('open')} />;
}
