import { rupiah, priceTimesQuantity, sumRupiah } from '../../../shared/domain/money.ts';
import { judgingDate } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { ProgrammeGoods } from '../../../shared/domain/programmes/rules.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { MAX_ROWS_PER_RECORD } from '../../../shared/journal/parts.ts';
import type { Ctx } from '../context.ts';
import { ownOnHandOf } from '../stock/index.ts';
import { rulesClaimed, type RaisedClaim } from './claim-store.ts';
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
 * shelf on the day itself, and what was sold at the old price since has lost the store nothing. Falls
 * before the till's first day are none of its business.
 */
export function raiseDueClaims(ctx: Ctx): void {
  const state = readState(ctx.db);
  if (state === undefined) return;
  const here = hereOf(ctx);
  const date = judgingDate(here);
  const under = (hash: string): string => [hash, date, here.region, here.zone, here.sellerTier].join(' ');
  if (settled === under(state.hash)) return;
  const book = rulesOf(ctx.db);
  const claimed = rulesClaimed(ctx.db);
  const due = [...book.prices.keys()]
    .flatMap((programme) => priceFalls(book, programme, here, state.begun_on, date))
    .filter((fall) => !claimed.has(`${fall.programme} ${fall.after.ruleId}`));
  const goods = due.length === 0 ? [] : allGoods(ctx.db);
  for (const fall of onceEach(due)) raise(ctx, fall, goods);
  // Raised claims changed the state; what is kept here is the one that they left.
  settled = under(readState(ctx.db)?.hash ?? state.hash);
}

/** A rule may take over more than once, as where one for the region came and went: the last time counts. */
function onceEach(falls: readonly PriceFall[]): PriceFall[] {
  return [...new Map(falls.map((fall) => [`${fall.programme} ${fall.after.ruleId}`, fall])).values()];
}

function raise(ctx: Ctx, fall: PriceFall, goods: readonly ProgrammeGoods[]): void {
  const { programme, before, after, effectiveOn } = fall;
  const lines = linesOf(
    ctx,
    goods.filter((each) => each.programme === programme),
    before.amountRp - after.amountRp,
  );
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
