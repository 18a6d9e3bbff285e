import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Staff, staffContract } from '../../../shared/contract/staff.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { pinMatches } from './pin.ts';
import { startSession } from './sessions.ts';
import { pinOf, saveMisses, staffById, type PinRow } from './staff-store.ts';

type StaffHandlers = AreaHandlers<typeof staffContract, Ctx>;

/** Wrong PINs in a row before a person is locked out. */
const MAX_TRIES = 5;
/** First lock in milliseconds; each further one doubles, up to an hour. */
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 3_600_000;

/**
 * Signs a person in by PIN. A wrong PIN is an answer and not an error, because the miss must be
 * kept; five in a row lock the person out, which is a record.
 */
export const signIn: StaffHandlers['signIn'] = {
  prepare: async (ctx, input): Promise<boolean> => {
    requireActive(ctx, input.staffId);
    const kept = pinOf(ctx.db, input.staffId);
    if (kept === undefined) return false;
    // A locked person's PIN is not looked at, so that guessing on while locked tells nothing.
    if (isLocked(kept, ctx.ports.clock.now())) return false;
    return pinMatches(ctx.ports, input.pin, { salt: kept.salt, hash: kept.hash, log2N: kept.log2_n });
  },
  run: (ctx, matches: boolean, input) => {
    const staff = requireActive(ctx, input.staffId);
    const kept = pinOf(ctx.db, input.staffId);
    const now = ctx.ports.clock.now();
    // The lock is looked at again: several tries may have been on their way at once.
    if (kept !== undefined && isLocked(kept, now)) return { status: 'locked', until: kept.locked_until };
    if (!matches) return missed(ctx, staff, (kept?.wrong_tries ?? 0) + 1, kept?.locks ?? 0);
    saveMisses(ctx.db, staff.staffId, 0, 0, 0);
    ctx.appendAs(staff, 'signed-in/1', { staffId: staff.staffId });
    return { status: 'signed-in', session: startSession(ctx.db, ctx.ports, staff.staffId), staff };
  },
};

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

function requireActive(ctx: Ctx, staffId: string): Staff {
  const staff = staffById(ctx.db, staffId);
  if (staff?.active !== true) throw new DomainError('staff.unknown');
  return staff;
}

function missed(
  ctx: Ctx,
  staff: Staff,
  tries: number,
  locks: number,
): { status: 'wrong-pin'; triesLeft: number } | { status: 'locked'; until: number } {
  if (tries < MAX_TRIES) {
    saveMisses(ctx.db, staff.staffId, tries, locks, 0);
    return { status: 'wrong-pin', triesLeft: MAX_TRIES - tries };
  }
  const until = ctx.instant(ctx.ports.clock.now() + lockMs(locks));
  saveMisses(ctx.db, staff.staffId, 0, locks + 1, until);
  ctx.append('sign-in-locked/1', { staffId: staff.staffId, tries, until });
  return { status: 'locked', until };
}
