import type { subsidyContract } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { lastClosedDate } from '../cash/index.ts';
import { forgetReplies } from '../command-replies.ts';
import type { Ctx } from '../context.ts';
import { erasePerson } from '../vault/index.ts';
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
  forget(ctx, registrationId);
  return registrationDetail(ctx, registrationId);
};

/**
 * Erases everybody whose number may not be kept any longer. It is judged by the last day that was
 * closed, not by the clock: a clock that leaps ahead must not take everybody's number away.
 */
export function eraseExpired(ctx: Ctx): void {
  const date = lastClosedDate(ctx.db);
  if (date === undefined) return;
  for (const registrationId of expiredBefore(ctx.db, date)) {
    ctx.appendAs(SYSTEM, 'subsidy-erased/1', { registrationId, cause: 'expired' });
    forget(ctx, registrationId);
  }
}

/** Wherever the till still holds the number sealed, it is let go of too. */
function forget(ctx: Ctx, registrationId: string): void {
  ctx.changed('subsidy', 'ticket');
  erasePerson(ctx, registrationId);
  forgetReplies(ctx.db);
  removeWaitingOf(ctx.db, registrationId);
}
