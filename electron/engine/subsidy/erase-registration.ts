import type { subsidyContract } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { lastClosedDate } from '../cash/index.ts';
import { forgetReplies } from '../command-replies.ts';
import type { Ctx } from '../context.ts';
import { erasePeople } from '../vault/index.ts';
import { expiredBefore } from './registration-store.ts';
import { knownRegistration, registrationDetail } from './replies.ts';
import { removeWaitingOf } from './waiting-store.ts';

type SubsidyHandlers = AreaHandlers<typeof subsidyContract, Ctx>;

/** In whose name the till erases what it may not keep any longer. */
const SYSTEM = { staffId: 'system' };

/**
 * Erases numbers, name and address because the buyer asked for it. Purchases stay under keys that
 * tell nobody's number; the record of it says only that it was done.
 */
export const erase: SubsidyHandlers['erase'] = (ctx, { registrationId }) => {
  const { erased } = knownRegistration(ctx, registrationId);
  if (!erased) ctx.append('subsidy-erased/1', { registrationId, cause: 'request' });
  forget(ctx, [registrationId]);
  return registrationDetail(ctx, registrationId);
};

/**
 * Erases everybody whose number may not be kept any longer. It is judged by the last day that was
 * closed, not by the clock: a clock that leaps ahead must not take everybody's number away.
 */
export function eraseExpired(ctx: Ctx): void {
  const date = lastClosedDate(ctx.db);
  if (date === undefined) return;
  const expired = expiredBefore(ctx.db, date);
  if (expired.length === 0) return;
  for (const registrationId of expired) {
    ctx.appendAs(SYSTEM, 'subsidy-erased/1', { registrationId, cause: 'expired' });
  }
  forget(ctx, expired);
}

/** Wherever the till still holds the numbers sealed, they are let go of too. */
function forget(ctx: Ctx, registrationIds: readonly string[]): void {
  ctx.changed('subsidy', 'ticket');
  erasePeople(ctx, registrationIds);
  forgetReplies(ctx.db);
  for (const registrationId of registrationIds) removeWaitingOf(ctx.db, registrationId);
}
