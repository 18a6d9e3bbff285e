import { rupiah, priceTimesQuantity, sumRupiah } from '../../../shared/domain/money.ts';
import { judgingDate } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { ProgrammeGoods } from '../../../shared/domain/programmes/rules.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { MAX_ROWS_PER_RECORD } from '../../../shared/journal/parts.ts';
import type { Ctx } from '../context.ts';
import { ownOnHandOf } from '../stock/index.ts';
import { fallKey, fallsClaimed, type RaisedClaim } from './claim-store.ts';
import { hereOf } from './here.ts';
import { priceFalls, type PriceFall } from './price-falls.ts';
import { allGoods, readState } from './programme-store.ts';
import { rulesOf } from './rules-of.ts';

/** Under which nothing was left to do: the state of all rules and claims, the date and the place. */
let settled = '';

/**
 * Claims what a decree took off the price of goods that stand in the store: for every fall that has
 * taken effect, once, over what is on hand now. Called wherever a fall can come into sight: a day is
 * opened, a rule is saved, the date changes in the middle of a shift. Costs two lookups where nothing
 * is due.
 *
 * A rule that is entered late, after it took effect, claims what is on hand then: nobody counted the
 * shelf on the day itself, and what was sold at the old price since has lost the store nothing. So does
 * a programme that gets its first goods later: until then nobody can tell what stands in the store.
 * Falls before the till's first day are none of its business.
 */
export function raiseDueClaims(ctx: Ctx): void {
  const state = readState(ctx.db);
  if (state === undefined) return;
  const here = hereOf(ctx);
  const date = judgingDate(here);
  const under = (hash: string): string => [hash, date, here.region, here.zone, here.sellerTier].join(' ');
  if (settled === under(state.hash)) return;
  const book = rulesOf(ctx.db);
  const claimed = fallsClaimed(ctx.db);
  const goods = Map.groupBy(allGoods(ctx.db), ({ programme }) => programme);
  for (const programme of book.prices.keys()) {
    const mine = goods.get(programme);
    if (mine === undefined) continue;
    for (const fall of priceFalls(book, programme, here, state.begun_on, date)) {
      if (!claimed.has(fallKey({ ...fall, ruleId: fall.after.ruleId }))) raise(ctx, fall, mine);
    }
  }
  // Raised claims changed the state; what is kept here is the one that they left.
  settled = under(readState(ctx.db)?.hash ?? state.hash);
}

function raise(ctx: Ctx, fall: PriceFall, goods: readonly ProgrammeGoods[]): void {
  const { programme, before, after, effectiveOn } = fall;
  const lines = linesOf(ctx, goods, before.amountRp - after.amountRp);
  ctx.append('price-claim-raised/1', {
    claimId: ctx.ports.ids.next(),
    programme,
    beforeRuleId: before.ruleId,
    ruleId: after.ruleId,
    decree: after.decree,
    effectiveOn,
    beforeRp: before.amountRp,
    afterRp: after.amountRp,
    lines,
    totalRp: sumRupiah(lines.map(({ amountRp }) => amountRp)),
  });
  ctx.changed('subsidy');
}

/** What a fall costs on each product in the store. A consignor's goods are the consignor's loss. */
function linesOf(ctx: Ctx, goods: readonly ProgrammeGoods[], fallRp: number): RaisedClaim['lines'] {
  const onHand = ownOnHandOf(
    ctx.db,
    goods.map(({ productId }) => productId),
  );
  return goods
    .flatMap(({ productId, measureThousandths }) => {
      const onHandThousandths = onHand.get(productId) ?? thousandths(0);
      if (onHandThousandths <= 0) return [];
      // Rounded down, as a quota's count is rounded up: no claim is lifted by a part of a thousandth.
      const quantityThousandths = thousandths(
        Number((BigInt(onHandThousandths) * BigInt(measureThousandths)) / 1000n),
      );
      const amountRp = priceTimesQuantity(rupiah(fallRp), quantityThousandths);
      return [{ productId, onHandThousandths, quantityThousandths, amountRp }];
    })
    .slice(0, MAX_ROWS_PER_RECORD);
}
