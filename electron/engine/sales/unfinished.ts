import { offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import { formatTime } from '../../../shared/i18n/format.ts';
import { parking } from '../../../shared/i18n/id/parking.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { openTicketLines, parkedHeads } from './ticket-store.ts';

/** How many tickets a refusal names; of the rest it says how many. */
const NAMED = 4;

/** Refuses to count or close while somebody's goods are still on a ticket, open or put aside. */
export function requireNothingUnfinished(ctx: Ctx): void {
  if (openTicketLines(ctx.db) > 0) throw new DomainError('ticket.unfinished');
  const parked = parkedHeads(ctx.db);
  if (parked.length === 0) return;
  const offset = offsetMinutesOf(ctx.store().timeZone);
  const names = parked
    .slice(0, NAMED)
    .map(({ label, parked_at: at }) => (label === '' ? parking.at(formatTime(at, offset)) : label));
  throw new DomainError('ticket.parked-left', {
    count: parked.length,
    names: names.join(', '),
    more: parked.length - names.length,
  });
}
