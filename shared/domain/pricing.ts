import { NO_RUPIAH, priceTimesQuantity, rupiah, sumRupiah, type Rupiah } from './money.ts';
import { promotionSavings, type Pool, type PricingMoment, type Promotion } from './promotions.ts';
import type { Thousandths } from './quantity.ts';
import { shareOut } from './share-out.ts';
import { tierSchema, type Tier } from './tier.ts';

/** One price of one unit of a product: for whom, from how many, on which days. */
export interface PriceRow {
  readonly tier: Tier;
  /** Holds from this quantity of the unit on, in thousandths; 0 for any quantity. */
  readonly fromThousandths: number;
  readonly priceRp: Rupiah;
  /** First and last business date it holds, both included; null for open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What somebody with the right to do so has set by hand. */
export type ManualChange =
  /** Another price of one unit: nothing else is worked out for the line but the ceiling. */
  | { readonly kind: 'price'; readonly unitPriceRp: Rupiah; readonly reason: string }
  /** So much off the whole line, after its promotions; never more than it costs. */
  | { readonly kind: 'discount'; readonly amountRp: Rupiah; readonly reason: string };

/** One line of the basket as pricing sees it. */
export interface BasketLine {
  readonly lineId: string;
  readonly productId: string;
  readonly category: string;
  /** Which of the product's units is sold: each has prices of its own. */
  readonly unit: string;
  /** Whether that is the unit in which stock is kept. */
  readonly isBaseUnit: boolean;
  /** How many of that unit, in thousandths; never negative. */
  readonly quantity: Thousandths;
  /** The price rows of this unit, in any order, past and future ones too. */
  readonly prices: readonly PriceRow[];
  /** Highest price the law allows for one of this unit, null for none. */
  readonly ceilingRp: Rupiah | null;
  readonly manual: ManualChange | null;
  /** What an in-store label says that the whole line costs, null where there is none. */
  readonly labelTotalRp: Rupiah | null;
}

/** Which rule set a line's price, in a form the screen puts into words. */
export type PriceReason =
  | { readonly kind: 'list' }
  | { readonly kind: 'tier'; readonly tier: Tier }
  | { readonly kind: 'quantity'; readonly tier: Tier; readonly fromThousandths: number }
  | { readonly kind: 'manual'; readonly reason: string }
  | { readonly kind: 'label' }
  | { readonly kind: 'ceiling' };

/** What was taken off a line, and by which rule. */
export type LineDiscount =
  | {
      readonly kind: 'promotion';
      readonly promotionId: string;
      readonly name: string;
      readonly amountRp: Rupiah;
    }
  | { readonly kind: 'manual'; readonly reason: string; readonly amountRp: Rupiah };

/** A line with its price, and why. */
export interface PricedLine {
  readonly lineId: string;
  /** Price of one unit for anybody and any quantity, to show what was saved; never above the ceiling. */
  readonly listPriceRp: Rupiah;
  readonly unitPriceRp: Rupiah;
  /** Unit price times quantity, or what the label says; never above ceiling times quantity. */
  readonly grossRp: Rupiah;
  /** Four at the most, each above zero. */
  readonly discounts: readonly LineDiscount[];
  readonly totalRp: Rupiah;
  readonly reason: PriceReason;
}

/** A whole basket priced; `unpriced` names lines that have no price today and can't be sold. */
export interface PricedBasket {
  readonly lines: readonly PricedLine[];
  readonly unpriced: readonly string[];
  readonly totalRp: Rupiah;
  /** Everybody's price less what is paid, of the lines that cost less. */
  readonly savedRp: Rupiah;
}

/**
 * Prices a basket. Pure, and the order of lines never changes the result: quantity breaks look at all
 * of a product's unit in the basket, whatever line it is on, and promotions are worked out for the
 * basket as a whole and then shared out. No rule lifts a price: no line costs more than its ceiling
 * times its quantity, rounded down.
 * Splitting a line in two of the same product never changes the total of goods sold by the piece. Of
 * goods sold by weight each line is rounded to a whole rupiah for itself, so that each further line
 * may move the total by one rupiah.
 * @throws RangeError where a quantity is negative: a bug in the caller, never input
 */
export function priceBasket(
  basket: readonly BasketLine[],
  promotions: readonly Promotion[],
  moment: PricingMoment,
): PricedBasket {
  const held = heldQuantities(basket);
  const unpriced: string[] = [];
  const chosen: ChosenLine[] = [];
  for (const line of basket) {
    if (line.quantity < 0) throw new RangeError(`negative quantity on line ${line.lineId}`);
    const choice = chooseLine(line, held.get(unitKey(line)) ?? line.quantity, moment);
    if (choice === undefined) unpriced.push(line.lineId);
    else chosen.push(choice);
  }
  const promoted = promotionsByLine(chosen, promotions, moment);
  const lines = chosen.map((each) => pricedLine(each, promoted.get(each.line.lineId) ?? []));
  const savedRp = sumRupiah(
    chosen.map(({ listGrossRp }, index) =>
      rupiah(Math.max(0, listGrossRp - (lines[index]?.totalRp ?? listGrossRp))),
    ),
  );
  return { lines, unpriced, totalRp: sumRupiah(lines.map((line) => line.totalRp)), savedRp };
}

/** A line with the price it starts from, before anything is taken off. */
interface ChosenLine {
  readonly line: BasketLine;
  readonly listPriceRp: Rupiah;
  /** What the line would cost at everybody's price. */
  readonly listGrossRp: Rupiah;
  readonly unitPriceRp: Rupiah;
  readonly grossRp: Rupiah;
  readonly reason: PriceReason;
}

function unitKey(line: BasketLine): string {
  return JSON.stringify([line.productId, line.unit]);
}

function heldQuantities(basket: readonly BasketLine[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const line of basket) held.set(unitKey(line), (held.get(unitKey(line)) ?? 0) + line.quantity);
  return held;
}

function chooseLine(line: BasketLine, held: number, moment: PricingMoment): ChosenLine | undefined {
  const today = rowsOfToday(line.prices, moment.businessDate);
  const list = cheapest(today.filter((row) => row.tier === 'umum' && row.fromThousandths === 0));
  if (line.manual?.kind === 'price') {
    const { unitPriceRp, reason } = line.manual;
    return atPrice(line, list?.priceRp ?? unitPriceRp, unitPriceRp, { kind: 'manual', reason });
  }
  if (line.labelTotalRp !== null) return atLabel(line, line.labelTotalRp, list?.priceRp);
  const mine = cheapest(
    today.filter((row) => (row.tier === 'umum' || row.tier === moment.tier) && row.fromThousandths <= held),
  );
  return mine === undefined
    ? undefined
    : atPrice(line, list?.priceRp ?? mine.priceRp, mine.priceRp, reasonOf(mine));
}

/** A line at a unit price, unless the ceiling is below it. */
function atPrice(line: BasketLine, listRp: Rupiah, wantedRp: Rupiah, reason: PriceReason): ChosenLine {
  const listPriceRp = capped(listRp, line.ceilingRp);
  const unitPriceRp = capped(wantedRp, line.ceilingRp);
  return {
    line,
    listPriceRp,
    listGrossRp: grossAt(listPriceRp, line),
    unitPriceRp,
    grossRp: grossAt(unitPriceRp, line),
    reason: unitPriceRp < wantedRp ? { kind: 'ceiling' } : reason,
  };
}

/**
 * A line that costs what its label says, unless the ceiling is below it. Without a price of today the
 * unit price follows from the label.
 */
function atLabel(line: BasketLine, labelRp: Rupiah, listRp: Rupiah | undefined): ChosenLine {
  const grossRp = capped(labelRp, ceilingTotal(line));
  const impliedRp =
    line.quantity === 0 ? grossRp : rupiah(Number((BigInt(grossRp) * 1000n) / BigInt(line.quantity)));
  const unitPriceRp = capped(listRp ?? impliedRp, line.ceilingRp);
  const reason: PriceReason = grossRp < labelRp ? { kind: 'ceiling' } : { kind: 'label' };
  return { line, listPriceRp: unitPriceRp, listGrossRp: grossRp, unitPriceRp, grossRp, reason };
}

function capped(amount: Rupiah, ceiling: Rupiah | null): Rupiah {
  return ceiling !== null && amount > ceiling ? ceiling : amount;
}

/** The most a line may cost: ceiling times quantity, rounded down so that rounding can't lift it. */
function ceilingTotal({ ceilingRp, quantity }: BasketLine): Rupiah | null {
  return ceilingRp === null ? null : rupiah(Number((BigInt(ceilingRp) * BigInt(quantity)) / 1000n));
}

function grossAt(unitPriceRp: Rupiah, line: BasketLine): Rupiah {
  return capped(priceTimesQuantity(unitPriceRp, line.quantity), ceilingTotal(line));
}

/**
 * The rows that hold on a date. Of the same tier and quantity the row that began last replaces the
 * older ones: that is what a dated price change means. Of two that began together the lower holds.
 */
function rowsOfToday(rows: readonly PriceRow[], date: string): PriceRow[] {
  const newest = new Map<string, PriceRow>();
  for (const row of rows.filter((each) => holdsOn(each, date))) {
    const key = `${row.tier} ${row.fromThousandths}`;
    const known = newest.get(key);
    if (known === undefined || replaces(row, known)) newest.set(key, row);
  }
  return [...newest.values()];
}

function holdsOn(row: PriceRow, date: string): boolean {
  return (row.validFrom === null || row.validFrom <= date) && (row.validTo === null || date <= row.validTo);
}

function replaces(row: PriceRow, known: PriceRow): boolean {
  const [began, knownBegan] = [row.validFrom ?? '', known.validFrom ?? ''];
  return began > knownBegan || (began === knownBegan && row.priceRp < known.priceRp);
}

/** The lowest price; between equals the plainest rule explains it. */
function cheapest(rows: readonly PriceRow[]): PriceRow | undefined {
  return rows.toSorted(
    (a, b) => a.priceRp - b.priceRp || a.fromThousandths - b.fromThousandths || rank(a.tier) - rank(b.tier),
  )[0];
}

function rank(tier: Tier): number {
  return tierSchema.options.indexOf(tier);
}

function reasonOf({ tier, fromThousandths }: PriceRow): PriceReason {
  if (fromThousandths > 0) return { kind: 'quantity', tier, fromThousandths };
  return tier === 'umum' ? { kind: 'list' } : { kind: 'tier', tier };
}

/** What promotions take off each line, by its id. Prices set by hand or by a label stay as they are. */
function promotionsByLine(
  chosen: readonly ChosenLine[],
  promotions: readonly Promotion[],
  moment: PricingMoment,
): Map<string, LineDiscount[]> {
  const open = chosen
    .filter(({ line }) => line.manual?.kind !== 'price' && line.labelTotalRp === null)
    .toSorted((a, b) => (a.line.lineId < b.line.lineId ? -1 : 1));
  const members = Map.groupBy(open, poolKey);
  const pools = [...members].flatMap(([key, lines]) => poolOf(key, lines) ?? []);
  const discounts = new Map<string, LineDiscount[]>();
  for (const [key, savings] of promotionSavings(pools, promotions, moment)) {
    const lines = members.get(key) ?? [];
    let left = lines.map(({ grossRp }) => grossRp);
    for (const saving of savings) {
      const shares = shareOut(saving.amountRp, left);
      left = left.map((leftRp, index) => rupiah(leftRp - (shares[index] ?? 0)));
      for (const [index, { line }] of lines.entries()) {
        const amountRp = shares[index] ?? NO_RUPIAH;
        if (amountRp === 0) continue;
        const before = discounts.get(line.lineId) ?? [];
        discounts.set(line.lineId, [...before, { kind: 'promotion', ...saving, amountRp }]);
      }
    }
  }
  return discounts;
}

function poolKey({ line, unitPriceRp }: ChosenLine): string {
  return JSON.stringify([line.productId, line.unit, line.category, line.isBaseUnit, unitPriceRp]);
}

function poolOf(key: string, lines: readonly ChosenLine[]): Pool | undefined {
  const first = lines[0];
  if (first === undefined) return undefined;
  const { productId, category, unit, isBaseUnit } = first.line;
  const quantity = lines.reduce((sum, each) => sum + each.line.quantity, 0);
  const grossRp = sumRupiah(lines.map((each) => each.grossRp));
  return { key, productId, category, unit, isBaseUnit, quantity, unitPriceRp: first.unitPriceRp, grossRp };
}

function pricedLine(chosen: ChosenLine, promoted: readonly LineDiscount[]): PricedLine {
  const { line, listPriceRp, unitPriceRp, grossRp, reason } = chosen;
  const left = grossRp - sumRupiah(promoted.map(({ amountRp }) => amountRp));
  const { manual } = line;
  const byHandRp = rupiah(manual?.kind === 'discount' ? Math.min(manual.amountRp, left) : 0);
  const discounts: LineDiscount[] =
    manual?.kind === 'discount' && byHandRp > 0
      ? [...promoted, { kind: 'manual', reason: manual.reason, amountRp: byHandRp }]
      : [...promoted];
  return {
    lineId: line.lineId,
    listPriceRp,
    unitPriceRp,
    grossRp,
    discounts,
    totalRp: rupiah(left - byHandRp),
    reason,
  };
}
