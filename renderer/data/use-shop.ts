import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { calendarDate, offsetMinutesOf, type BusinessDate } from '../../shared/domain/business-date.ts';
import { mayDo, type Permission } from '../../shared/contract/permissions.ts';
import type { StoreProfile } from '../../shared/contract/setup.ts';
import type { Staff } from '../../shared/contract/staff.ts';
import { ask } from './ask.ts';
import { session, } from './session.ts';
import { useStoreValue } from './store.ts';

/** Minutes east of UTC shown before the store has said where it is. */
const WIB = 420;

/** The store this till stands in; `null` before the first run is finished. */
export function useShop(): StoreProfile | null {
  return useQuery(ask.setup()).data?.store ?? null;
}

/** Minutes east of UTC at the store: times on screen never follow the computer's own zone. */
export function useShopOffset(): number {
  const store = useShop();
  return store === null ? WIB : offsetMinutesOf(store.timeZone);
}

/** Whoever is signed in, or `null`. */
export function useMe(): Staff | null {
  const held = useStoreValue(session);
  const me = useQuery({ ...ask.me(), enabled: held !== null });
  return held === null ? null : (me.data ?? null);
}

/** Whether whoever is signed in may do something: hides what the engine would refuse anyway. */
export function useMay(permission: Permission): boolean {
  return mayDo(useMe()?.role, permission);
}

/**
 * The engine's time, ticking. The browser's clock only measures how long ago the engine said what
 * time it is.
 */
export function useEngineNow(everyMilliseconds = 1000): number {
  const setup = useQuery(ask.setup());
  const said = setup.data?.now;
  const heardAt = setup.dataUpdatedAt;
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return said === undefined ? tick : said + Math.max(0, tick - heardAt);
}

/** Once a minute is enough to notice that it is another day. */
const EVERY_MINUTE = 60_000;

/** Today by the calendar of the store. */
export function useToday(): BusinessDate {
  return calendarDate(useEngineNow(EVERY_MINUTE), useShopOffset());
}
