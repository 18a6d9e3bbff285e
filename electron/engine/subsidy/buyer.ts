import type { Ctx } from '../context.ts';
import { NOBODY, type ProgrammeUse, type SubsidyBuyer } from '../../../shared/domain/programmes/judged.ts';
import { judgingDate } from '../../../shared/domain/programmes/rules-in-force.ts';
import { MAX_SEASON_DAYS } from '../../../shared/domain/programmes/windows.ts';
import { addDays } from '../../../shared/domain/business-date.ts';
import type { ConsumerCategory } from '../../../shared/domain/programmes/rules.ts';
import type { SubsidySold } from '../../../shared/journal/programme-bodies.ts';
import { DomainError } from '../domain-error.ts';
import { hereOf } from '../programmes/index.ts';
import { openRegistered } from './person.ts';
import { readRegistration, type StoredRegistration } from './registration-store.ts';
import { knownRegistration } from './replies.ts';
import { subjectKeys } from './subject-keys.ts';
import { usesOf, type CountedUse } from './use-store.ts';

/** An earlier purchase; one that was made here names the line of its sale. */
export interface KnownUse extends ProgrammeUse {
  readonly lineId?: string;
}

/**
 * A buyer as the rules judge one. Somebody who is not registered, or was erased since, is nobody: a
 * ticket that was put aside must still open.
 */
export function buyerOf(
  ctx: Pick<Ctx, 'db'>,
  registrationId: string | null,
  category: ConsumerCategory | null,
  proxyRegistrationId: string | null,
): SubsidyBuyer {
  const proxy = proxyRegistrationId === null ? null : { registrationId: proxyRegistrationId };
  const stored = registrationId === null ? undefined : readRegistration(ctx.db, registrationId);
  if (stored === undefined || stored.erased) return { ...NOBODY, category, proxy };
  const { nikKey, kkKey, memberId, farmer, allotments } = stored;
  return { ...NOBODY, registrationId, nikKey, kkKey, memberId, category, farmer, allotments, proxy };
}

/**
 * Somebody who can buy or fetch: registered, and not erased since.
 * @throws DomainError `registration.unknown`, or `registration.erased` for somebody who must be asked again
 */
export function requireRegistration(ctx: Pick<Ctx, 'db'>, registrationId: string): StoredRegistration {
  const stored = knownRegistration(ctx, registrationId);
  if (stored.erased) throw new DomainError('registration.erased');
  return stored;
}

/**
 * As what somebody buys: whoever is registered as one thing only buys as that, and nobody as what they
 * are not registered as. Each category has a quota of its own, and a household whose quota is used up
 * is no food stall.
 * @param chosen what was said, null where nothing was
 * @throws DomainError `registration.category`
 */
export function categoryOf(
  { categories }: Pick<StoredRegistration, 'categories'>,
  chosen: ConsumerCategory | null,
): ConsumerCategory | null {
  if (chosen !== null && categories.length > 0 && !categories.includes(chosen)) {
    throw new DomainError('registration.category', { category: chosen });
  }
  const [only, ...others] = categories;
  return chosen ?? (others.length === 0 ? (only ?? null) : null);
}

/**
 * Whose quota a sale uses, as its record says. Somebody who registered before the district gave its
 * key has shared keys by now all the same: they are made from the vault.
 * @throws DomainError `registration.unknown`
 */
export function subjectOf(ctx: Pick<Ctx, 'db' | 'ports'>, registrationId: string): SubsidySold['subject'] {
  const { nikKey, kkKey, memberId, ...stored } = knownRegistration(ctx, registrationId);
  const opened = openRegistered(ctx, registrationId);
  const now = opened.state === 'known' ? subjectKeys(ctx.ports.keys, opened.person) : undefined;
  return {
    nikKey,
    kkKey,
    sharedNikKey: now?.sharedNikKey ?? stored.sharedNikKey,
    sharedKkKey: now?.sharedKkKey ?? stored.sharedKkKey,
    memberId,
  };
}

/**
 * What was bought for a buyer's quotas within the longest window there is, returns taken off: by them,
 * by anybody on their KK, with their membership. A purchase counts by the keys recorded with it and by
 * those that its registration has by now, so that a KK that was told later takes earlier purchases along.
 */
export function historyOf(ctx: Ctx, buyer: SubsidyBuyer): KnownUse[] {
  const { nikKey, kkKey, memberId } = buyer;
  if (nikKey === null && kkKey === null && memberId === null) return [];
  const from = addDays(judgingDate(hereOf(ctx)), -MAX_SEASON_DAYS);
  return usesOf(ctx.db, { nikKey, kkKey, memberId }, from).map((use) => countedFor(buyer, use));
}

function countedFor(buyer: SubsidyBuyer, use: CountedUse): KnownUse {
  return {
    lineId: use.lineId,
    programme: use.programme,
    date: use.date,
    quantityThousandths: use.quantityThousandths,
    nikKey: sameOr(buyer.nikKey, use.now.nikKey, use.nikKey),
    kkKey: sameOr(buyer.kkKey, use.now.kkKey, use.kkKey),
    memberId: sameOr(buyer.memberId, use.now.memberId, use.memberId),
    category: use.category,
    elsewhere: false,
  };
}

/** The buyer's own key where a purchase has it, now or when it was made; what was recorded otherwise. */
function sameOr(mine: string | null, now: string | null, recorded: string | null): string | null {
  return mine !== null && now === mine ? mine : recorded;
}
