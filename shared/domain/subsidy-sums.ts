import type { CylindersMoved, SubsidySold } from '../journal/programme-bodies.ts';
import type { RecordBodies } from '../journal/bodies.ts';
import { priceTimesQuantity, rupiah } from './money.ts';
import { isAboveCeiling } from './programmes/rules-in-force.ts';
import type { PriceRule, ProgrammeGoods, ProgrammePlace } from './programmes/rules.ts';

/** A line of a sale or return, as far as it bears on government programmes. */
export interface SoldGoods {
  readonly lineId: string;
  readonly productId: string;
  readonly baseThousandths: number;
  readonly totalRp: number;
}

/** What a price rule says of one unit, and for what, where and when it says it. */
type KnownPrice = Pick<PriceRule, 'priceKind' | 'amountRp' | 'decree'> & {
  /** null where a verifier that was put away did not remember it yet: nothing is held against it then. */
  readonly scope: Pick<
    PriceRule,
    'programme' | 'region' | 'zone' | 'sellerTier' | 'validFrom' | 'validTo' | 'active'
  > | null;
};

/** What products are, what rules say and where the store stands, as the journal has it so far. */
export interface KnownProgrammes {
  readonly goods: Readonly<
    Record<string, Pick<ProgrammeGoods, 'programme' | 'measureThousandths' | 'cylinder'>>
  >;
  readonly prices: Readonly<Record<string, KnownPrice>>;
  /** Whether a programme is in use. Goods of one that is switched off are judged by nothing. */
  readonly inUse: Readonly<Record<string, boolean>>;
  readonly place: ProgrammePlace;
}

/** The lines of a sale that its explanation has to be about: goods of programmes in use. */
export function linesToExplain(
  sold: readonly SoldGoods[],
  { goods, inUse }: Pick<KnownProgrammes, 'goods' | 'inUse'>,
): SoldGoods[] {
  return sold.filter(({ productId }) => inUse[goods[productId]?.programme ?? ''] === true);
}

/**
 * What is wrong with the explanation of a sale's subsidised goods, or undefined: none of them is left
 * out, and every line is one of the sale's, of the programme and in the quantity it says, judged by a
 * price the journal knows for it, and sold for no more than a ceiling allows, discounts taken off.
 */
export function wrongSubsidySum(
  body: SubsidySold,
  sold: readonly SoldGoods[],
  known: KnownProgrammes,
): string | undefined {
  const ids = new Set(body.lines.map(({ lineId }) => lineId));
  if (ids.size !== body.lines.length) return 'a line is explained twice';
  for (const [index, line] of body.lines.entries()) {
    const goods = sold.find(({ lineId }) => lineId === line.lineId);
    const wrong = goods === undefined ? 'is none of the sale' : wrongLine(line, body.date, goods, known);
    if (wrong !== undefined) return `line ${index + 1} ${wrong}`;
  }
  const isComplete = linesToExplain(sold, known).every(({ lineId }) => ids.has(lineId));
  return isComplete ? undefined : 'a line of the sale is left out';
}

function wrongLine(
  line: SubsidySold['lines'][number],
  date: string,
  sold: SoldGoods,
  known: KnownProgrammes,
): string | undefined {
  const { programme, quantityThousandths } = line;
  const product = known.goods[sold.productId];
  if (product?.programme !== programme) return 'is of another programme than its product';
  // A part of a thousandth counts as a whole one, so that no quota is stretched by it.
  const over =
    BigInt(quantityThousandths) * 1000n - BigInt(sold.baseThousandths) * BigInt(product.measureThousandths);
  if (quantityThousandths <= 0 || over < 0n || over >= 1000n)
    return 'is not its quantity in the programme’s unit';
  return wrongPrice(line, date, sold.totalRp, known);
}

function wrongPrice(
  { programme, quantityThousandths, price }: SubsidySold['lines'][number],
  date: string,
  totalRp: number,
  known: KnownProgrammes,
): string | undefined {
  if (price === null) {
    const held = Object.values(known.prices).some((rule) => surelyHeld(rule, programme, date, known));
    return held ? 'names no price rule where one held' : undefined;
  }
  const rule = known.prices[price.ruleId];
  const same =
    rule !== undefined &&
    rule.amountRp === price.amountRp &&
    rule.priceKind === price.priceKind &&
    rule.decree === price.decree;
  if (!same) return 'names a price rule that the journal does not hold so';
  if (rule.scope !== null && rule.scope.programme !== programme)
    return 'names a price rule of another programme';
  return isAboveCeiling(price, quantityThousandths, totalRp) ? 'costs more than its ceiling' : undefined;
}

/**
 * Whether a rule held for a programme on a date, as far as the journal's own rules say it. Of a price
 * zone nothing is known here: a rule for one may have held or not.
 */
function surelyHeld(
  { scope }: KnownPrice,
  programme: string,
  date: string,
  { inUse, place }: KnownProgrammes,
): boolean {
  if (scope === null || scope.programme !== programme || inUse[programme] !== true) return false;
  const { region, zone, sellerTier, validFrom, validTo, active } = scope;
  const isHere =
    zone === null &&
    place.region.startsWith(region) &&
    (sellerTier === '' || sellerTier === place.sellerTier);
  return active && isHere && validFrom <= date && (validTo === null || date <= validTo);
}

/**
 * What is wrong with cylinders that a sale or return moved, or undefined: on loan are as many as were
 * rung up as loans, and what is held for them is what they cost.
 * @param sign 1 for a sale, -1 for a return
 */
export function wrongCylinderSum(
  body: CylindersMoved,
  lines: readonly SoldGoods[],
  { goods }: KnownProgrammes,
  sign: 1 | -1,
): string | undefined {
  const deposits = lines.filter(({ productId }) => {
    const cylinder = goods[productId]?.cylinder;
    return cylinder?.role === 'deposit' && cylinder.kind === body.kind;
  });
  const loaned = deposits.reduce((sum, line) => sum + line.baseThousandths, 0);
  const depositRp = deposits.reduce((sum, line) => sum + line.totalRp, 0);
  if (body.loanedThousandths !== sign * loaned) return 'the cylinders on loan are not those rung up';
  if (body.depositRp !== sign * depositRp) return 'the deposit is not that of its lines';
  return undefined;
}

/** What is wrong with a claim's own arithmetic, or undefined. */
export function wrongClaimSum(claim: RecordBodies['price-claim-raised/1']): string | undefined {
  const fall = claim.beforeRp - claim.afterRp;
  if (fall <= 0) return 'claims a fall of nothing';
  const each = claim.lines.every(
    ({ amountRp, quantityThousandths }) => amountRp === priceTimesQuantity(rupiah(fall), quantityThousandths),
  );
  if (!each) return 'a line is not the fall times its quantity';
  const sum = claim.lines.reduce((total, { amountRp }) => total + amountRp, 0);
  return sum === claim.totalRp ? undefined : 'the lines are not the claim';
}

/**
 * What is wrong with what became of a claim, or undefined.
 * @param openRp what of it was still open
 */
export function wrongSettlementSum(
  { outcome, paidRp, refusedRp }: RecordBodies['price-claim-settled/1'],
  openRp: number,
): string | undefined {
  if (paidRp < 0 || refusedRp < 0) return 'an amount is below nothing';
  if (outcome === 'sent' && paidRp + refusedRp !== 0) return 'a claim that was sent moves no money';
  return paidRp + refusedRp > openRp ? 'more is settled than was open' : undefined;
}
