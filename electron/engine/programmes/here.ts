import { offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import type { Here } from '../../../shared/domain/programmes/judged.ts';
import { openDay } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { readPlace } from './programme-store.ts';

/** Where the store stands and what time it is there: what rules are held against. */
export function hereOf(ctx: Ctx): Here {
  const profile = ctx.store();
  return {
    ...readPlace(ctx.db),
    at: ctx.ports.clock.now(),
    offsetMinutes: offsetMinutesOf(profile.timeZone),
    businessDate: openDay(ctx.db)?.business_date ?? null,
    zone: profile.priceZone,
  };
}
