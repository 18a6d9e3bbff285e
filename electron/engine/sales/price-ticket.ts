import { calendarDate, offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { priceBasket, type BasketLine, type PricedBasket } from '../../../shared/domain/pricing.ts';
import type { PricingMoment } from '../../../shared/domain/promotions.ts';
import { ONE, thousandths } from '../../../shared/domain/quantity.ts';
import type { Tier } from '../../../shared/domain/tier.ts';
import { promotions, type SellableUnit } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { openDay } from '../cash/index.ts';
import { programmeCeilingOf } from '../programmes/index.ts';
import { standing, termsOf } from './line-terms.ts';
import { judgedGoods, lineCeiling, type JudgedGoods } from './subsidy/judged-goods.ts';
import type { TicketLineRow } from './ticket-store.ts';

/** The business date that prices and tax go by: the open day's, or today's where none is open. */
export function pricingDate(ctx: Ctx): string {
  const offset = offsetMinutesOf(ctx.store().timeZone);
  return openDay(ctx.db)?.business_date ?? calendarDate(ctx.ports.clock.now(), offset);
}

/** When and for whom a ticket is priced. */
export function pricingMoment(ctx: Ctx, tier: Tier): PricingMoment {
  const minutes = Math.floor(ctx.ports.clock.now() / 60_000) + offsetMinutesOf(ctx.store().timeZone);
  return { tier, businessDate: pricingDate(ctx), minute: ((minutes % 1440) + 1440) % 1440 };
}

/**
 * Prices the lines of a ticket with the terms they were rung up with, the promotions of this minute
 * and the ceilings of government programmes that hold now: a HET that falls at midnight holds for what
 * was rung up before. A line is never left without a price: where no row of its terms holds for the
 * buyer any more, it keeps everybody's price of when it was rung up.
 * @param judged what the programmes say of its goods, for a caller that has looked already
 */
export function priceLines(
  ctx: Ctx,
  rows: readonly TicketLineRow[],
  tier: Tier,
  judged: JudgedGoods = judgedGoods(ctx, rows),
): PricedBasket {
  const running = promotions(ctx.db);
  const moment = pricingMoment(ctx, tier);
  const basket = rows.map((row) => basketLine(row, judged));
  const priced = priceBasket(basket, running, moment);
  if (priced.unpriced.length === 0) return priced;
  const left = new Set(priced.unpriced);
  const lines = rows.map((row) => {
    const line = basketLine(row, judged);
    return left.has(row.line_id) ? { ...line, prices: [...line.prices, standing(row)] } : line;
  });
  return priceBasket(lines, running, moment);
}

/** Everybody's price of one unit today, never above its ceilings; undefined where it has none. */
export function listPriceOf(ctx: Ctx, productId: string, unit: SellableUnit): Rupiah | undefined {
  const line: BasketLine = {
    lineId: 'one',
    productId: 'one',
    category: '',
    unit: unit.unit,
    isBaseUnit: true,
    quantity: ONE,
    prices: unit.prices.filter((row) => row.tier === 'umum' && row.fromThousandths === 0),
    ceilingRp: lower(
      unit.ceilingRp,
      programmeCeilingOf(ctx, productId, unit.contentThousandths)?.ceilingRp ?? null,
    ),
    manual: null,
    labelTotalRp: null,
  };
  return priceBasket([line], [], pricingMoment(ctx, 'umum')).lines[0]?.unitPriceRp;
}

/** Whichever ceiling is lower; null for none. */
function lower(one: Rupiah | null, other: Rupiah | null): Rupiah | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function basketLine(row: TicketLineRow, judged: JudgedGoods): BasketLine {
  const terms = termsOf(row);
  return {
    lineId: row.line_id,
    productId: row.product_id,
    category: row.category,
    unit: row.unit,
    isBaseUnit: row.content_thousandths === 1000,
    quantity: thousandths(row.quantity_thousandths),
    prices: terms.prices,
    ceilingRp: lower(terms.ceilingRp, lineCeiling(judged, row)),
    manual: manualOf(row),
    labelTotalRp: row.label_total_rp === null ? null : rupiah(row.label_total_rp),
  };
}

function manualOf(row: TicketLineRow): BasketLine['manual'] {
  const reason = row.manual_reason;
  if (row.manual_price_rp !== null)
    return { kind: 'price', unitPriceRp: rupiah(row.manual_price_rp), reason };
  if (row.manual_discount_rp !== null) {
    return { kind: 'discount', amountRp: rupiah(row.manual_discount_rp), reason };
  }
  return null;
}
