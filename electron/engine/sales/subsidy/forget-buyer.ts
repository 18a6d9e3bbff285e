import type { Ctx } from '../../context.ts';
import { programmesOf } from '../../programmes/index.ts';
import { readTicket } from '../ticket.ts';
import { openTicketLines, ticketHead } from '../ticket-store.ts';
import { keepSubsidy, keptSubsidy, NOBODY_YET } from './kept-subsidy.ts';
import { isPersonal } from './personal-rules.ts';

/**
 * Forgets who bought subsidised goods once the last of them that ask for it has gone off the open
 * ticket. Nothing on screen names such a buyer any more, so whoever comes next would take goods on
 * somebody else's quota without anybody being asked. Whoever was named before there were any goods
 * stays: only goods that go away take their buyer with them.
 * @param goneProductIds what was just taken off
 */
export function forgetBuyerWith(ctx: Ctx, goneProductIds: readonly string[]): void {
  if (!names(ctx)) return;
  const gone = programmesOf(ctx.db, goneProductIds);
  if ([...gone.values()].some(({ programme }) => programme !== null)) forgetUnseenBuyer(ctx);
}

/**
 * Forgets who buys subsidised goods where none are on the open ticket that ask for it: when its member
 * becomes another, the buyer who came with the one before is named nowhere.
 */
export function forgetUnseenBuyer(ctx: Ctx): void {
  if (!names(ctx)) return;
  const lines = readTicket(ctx).subsidy?.verdict.lines ?? [];
  if (lines.some(({ ruleIds }) => isPersonal(ctx.db, ruleIds))) return;
  keepSubsidy(ctx.db, NOBODY_YET);
}

/**
 * Forgets who was named over an empty basket by somebody else than whoever rings up its first goods:
 * a choice that nobody sees is no choice of the next person's.
 */
export function forgetBuyerOfAnother(ctx: Ctx): void {
  if (!names(ctx) || openTicketLines(ctx.db) > 0) return;
  if (keptSubsidy(ctx.db).chosenBy === ctx.person().staffId) return;
  keepSubsidy(ctx.db, NOBODY_YET);
}

/**
 * Forgets what somebody allowed over a quota where the open ticket's member becomes another: a quota of
 * members is theirs, and a word for one member is none for the next.
 * @param memberId of the member it is for from now on
 */
export function forgetAllowedOfAnother(ctx: Ctx, memberId: string | null): void {
  const head = ticketHead(ctx.db);
  if (head === undefined || !names(ctx) || head.member_id === memberId) return;
  keepSubsidy(ctx.db, { ...keptSubsidy(ctx.db), allowed: [] });
}

/** Whether the open ticket keeps a buyer, or as what somebody buys, at all. */
function names(ctx: Ctx): boolean {
  return (ticketHead(ctx.db)?.subsidy ?? null) !== null;
}
