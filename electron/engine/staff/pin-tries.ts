import type { Instant } from '../../../shared/domain/business-date.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { Staff } from '../../../shared/contract/staff.ts';
import { pinMatches } from './pin.ts';
import { pinOf, saveMisses, staffById, type PinRow } from './staff-store.ts';

/** Wrong PINs in a row before a person is locked out. */
const MAX_TRIES = 5;
/** First lock in milliseconds; each further one doubles, up to an hour. */
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 3_600_000;

/** What became of a PIN that was typed. A miss is an answer and not an error, because it must be kept. */
export type PinVerdict =
  | { readonly status: 'right' }
  | { readonly status: 'wrong-pin'; readonly triesLeft: number }
  | { readonly status: 'locked'; readonly until: Instant };

/**
 * Somebody who works here.
 * @throws DomainError `staff.unknown` where they are unknown or have left
 */
export function requireActive(ctx: Ctx, staffId: string): Staff {
  const staff = staffById(ctx.db, staffId);
  if (staff?.active !== true) throw new DomainError('staff.unknown');
  return staff;
}

/** The slow half of trying a PIN: whether it is theirs. Changes nothing; `judgePin` has the last word. */
export async function comparePin(ctx: Ctx, staffId: string, pin: string): Promise<boolean> {
  const kept = pinOf(ctx.db, staffId);
  if (kept === undefined) return false;
  // A locked person's PIN is not looked at, so that guessing on while locked tells nothing.
  if (isLocked(kept, ctx.ports.clock.now())) return false;
  return pinMatches(ctx.ports, pin, { salt: kept.salt, hash: kept.hash, log2N: kept.log2_n });
}

/**
 * Counts a try, in the command's transaction: a right PIN forgets earlier misses, five wrong ones in a
 * row lock the person out, which is a record. The same count holds wherever a PIN is asked for.
 */
export function judgePin(ctx: Ctx, staff: Staff, matches: boolean): PinVerdict {
  const kept = pinOf(ctx.db, staff.staffId);
  // The lock is looked at again: several tries may have been on their way at once.
  if (kept !== undefined && isLocked(kept, ctx.ports.clock.now())) {
    return { status: 'locked', until: ctx.instant(kept.locked_until) };
  }
  if (!matches) return missed(ctx, staff, (kept?.wrong_tries ?? 0) + 1, kept?.locks ?? 0);
  saveMisses(ctx.db, staff.staffId, 0, 0, 0);
  return { status: 'right' };
}

/**
 * Whether a lock still holds. One that ends later than any lock can was set while the PC's clock ran
 * ahead; keeping to it would lock the person out for as long as the clock was wrong.
 */
function isLocked({ locked_until: until }: PinRow, now: number): boolean {
  return until > now && until - now <= LONGEST_LOCK_MS;
}

/** How long a lock lasts, in milliseconds, after so many before it. */
export function lockMs(locks: number): number {
  return Math.min(FIRST_LOCK_MS * 2 ** locks, LONGEST_LOCK_MS);
}

function missed(ctx: Ctx, staff: Staff, tries: number, locks: number): PinVerdict {
  if (tries < MAX_TRIES) {
    saveMisses(ctx.db, staff.staffId, tries, locks, 0);
    return { status: 'wrong-pin', triesLeft: MAX_TRIES - tries };
  }
  const until = ctx.instant(ctx.ports.clock.now() + lockMs(locks));
  saveMisses(ctx.db, staff.staffId, 0, locks + 1, until);
  ctx.append('sign-in-locked/1', { staffId: staff.staffId, tries, until });
  return { status: 'locked', until };
}
