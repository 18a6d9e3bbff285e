import type { Claim, programmesContract } from '../../../shared/contract/programmes.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { productById } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { allClaims, readClaim, type StoredClaim } from './claim-store.ts';
import { readProgramme } from './programme-store.ts';

type ProgrammesHandlers = AreaHandlers<typeof programmesContract, Ctx>;

/** Every claim, the newest first. */
export const claims: ProgrammesHandlers['claims'] = (ctx) =>
  allClaims(ctx.db).map((stored) => claimReply(ctx.db, stored));

/** What became of a claim. What is paid comes into the bank, what is refused is given up. */
export const settleClaim: ProgrammesHandlers['settleClaim'] = (ctx, input) => {
  const stored = readClaim(ctx.db, input.claimId);
  if (stored === undefined) throw new DomainError('claim.unknown');
  const openRp = openOf(stored);
  if (openRp === 0) throw new DomainError('claim.settled');
  const { outcome, paidRp, refusedRp } = input;
  const fits =
    outcome === 'sent'
      ? paidRp === 0 && refusedRp === 0
      : (outcome === 'paid' ? paidRp : refusedRp) > 0 && paidRp + refusedRp <= openRp;
  if (!fits) throw new DomainError('claim.amounts', { openRp });
  ctx.append('price-claim-settled/1', input);
  ctx.changed('subsidy');
  return allClaims(ctx.db).map((claim) => claimReply(ctx.db, claim));
};

function statusOf(stored: StoredClaim): Claim['status'] {
  if (openOf(stored) === 0) return 'settled';
  return stored.sent ? 'sent' : 'open';
}

function openOf({ claim, paidRp, refusedRp }: StoredClaim): number {
  return claim.totalRp - paidRp - refusedRp;
}

function claimReply(db: Db, stored: StoredClaim): Claim {
  const { claimId, programme, decree, effectiveOn, beforeRp, afterRp, totalRp, lines } = stored.claim;
  const named = readProgramme(db, programme);
  const openRp = openOf(stored);
  return {
    claimId,
    programme,
    programmeName: named?.name ?? programme,
    programmeUnit: named?.unit ?? '',
    decree,
    effectiveOn,
    raisedAt: stored.raisedAt,
    beforeRp,
    afterRp,
    lines: lines.map((line) => {
      const { name, unit } = productById(db, line.productId);
      return { ...line, name, unit };
    }),
    totalRp,
    status: statusOf(stored),
    paidRp: rupiah(stored.paidRp),
    refusedRp: rupiah(stored.refusedRp),
    openRp: rupiah(openRp),
    note: stored.note,
  };
}
