import {
  businessDateSchema,
  calendarDate,
  offsetMinutesOf,
  type BusinessDate,
} from '../../../shared/domain/business-date.ts';
import { openDay } from '../cash/index.ts';
import type { Ctx } from '../context.ts';

/** The open business day, or where none is open the date on the store's clock. */
export function todayOf(ctx: Ctx): BusinessDate {
  const open = openDay(ctx.db)?.business_date;
  if (open !== undefined) return businessDateSchema.parse(open);
  return calendarDate(ctx.ports.clock.now(), offsetMinutesOf(ctx.store().timeZone));
}
