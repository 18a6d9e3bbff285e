import type { ProgrammeUse, SubsidyBuyer } from '../../../shared/domain/programmes/judged.ts';
import { consumerCategorySchema } from '../../../shared/domain/programmes/rules.ts';
import type { Ctx } from '../context.ts';
import { districtAnswers } from '../upload/index.ts';
import { subjectOf } from './buyer.ts';

type Reading = Pick<Ctx, 'db' | 'ports'>;

/** What the district last said of a buyer's purchases at its other stores. Old, or nothing at all, without a line. */
export interface Elsewhere {
  readonly uses: readonly ProgrammeUse[];
  /** Of which programmes it said anything; of the others only this store's own count is known. */
  readonly programmes: ReadonlySet<string>;
}

/**
 * The keys by which the district knows a buyer: their own first, then their family's. Empty for
 * somebody who is not registered, and before the district gave its key.
 */
export function districtKeysOf(ctx: Reading, registrationId: string | null): string[] {
  if (registrationId === null) return [];
  const { sharedNikKey, sharedKkKey } = subjectOf(ctx, registrationId);
  return [sharedNikKey, sharedKkKey].filter((key) => key !== null);
}

/** What a buyer bought at the district's other stores, as far as it was told. The till never waits for it. */
export function elsewhereOf(ctx: Reading, buyer: SubsidyBuyer): Elsewhere {
  const keys = districtKeysOf(ctx, buyer.registrationId);
  if (keys.length === 0) return { uses: [], programmes: new Set() };
  const own = buyer.nikKey === null ? undefined : keys[0];
  const { counts, programmes } = districtAnswers(ctx.db, keys, ctx.ports.clock.now());
  const uses = counts.map(({ key, programme, date, category, quantityThousandths }) => ({
    programme,
    date,
    quantityThousandths,
    // What the buyer bought counts for the family too; what the family bought does not count for the buyer.
    nikKey: key === own ? buyer.nikKey : null,
    kkKey: buyer.kkKey,
    memberId: null,
    category: category === null ? null : consumerCategorySchema.parse(category),
    elsewhere: true,
  }));
  return { uses, programmes };
}
