import type { CylindersMoved, SubsidySold } from '../journal/programme-bodies.ts';
import type { RecordBodies } from '../journal/bodies.ts';
import { priceTimesQuantity, rupiah } from './money.ts';
import type { PriceRule, ProgrammeGoods } from './programmes/rules.ts';

/** A line of a sale or return, as far as it bears on government programmes. */
export interface SoldGoods {
  readonly lineId: string;
  readonly productId: string;
  readonly baseThousandths: number;
  readonly totalRp: number;
}

/** What products are and what rules say, as the journal has it so far. */
export interface KnownProgrammes {
  readonly goods: Readonly<
    Record<string, Pick<ProgrammeGoods, 'programme' | 'measureThousandths' | 'cylinder'>>
  >;
  readonly prices: Readonly<Record<string, Pick<PriceRule, 'priceKind' | 'amountRp' | 'decree'>>>;
}

/**
 * What is wrong with the explanation of a sale's subsidised goods, or undefined: every line is one of
 * the sale's, of the programme and in the quantity it says, judged by a price the journal knows, and
 * sold for no more than a ceiling allows, discounts taken off.
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
    const wrong = goods === undefined ? 'is none of the sale' : wrongLine(line, goods, known);
    if (wrong !== undefined) return `line ${index + 1} ${wrong}`;
  }
  return undefined;
}

function wrongLine(
  { programme, quantityThousandths, price }: SubsidySold['lines'][number],
  sold: SoldGoods,
  { goods, prices }: KnownProgrammes,
): string | undefined {
  const product = goods[sold.productId];
  if (product?.programme !== programme) return 'is of another programme than its product';
  // A part of a thousandth counts as a whole one, so that no quota is stretched by it.
  const over =
    BigInt(quantityThousandths) * 1000n - BigInt(sold.baseThousandths) * BigInt(product.measureThousandths);
  if (quantityThousandths <= 0 || over < 0n || over >= 1000n)
    return 'is not its quantity in the programme’s unit';
  if (price === null) return undefined;
  const rule = prices[price.ruleId];
  const same =
    rule !== undefined &&
    rule.amountRp === price.amountRp &&
    rule.priceKind === price.priceKind &&
    rule.decree === price.decree;
  if (!same) return 'names a price rule that the journal does not hold so';
  // HAP is a reference: goods may cost more.
  if (price.priceKind === 'hap') return undefined;
  return BigInt(sold.totalRp) * 1000n > BigInt(price.amountRp) * BigInt(quantityThousandths)
    ? 'costs more than its ceiling'
    : undefined;
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
  if (body.loanedThousandths !== sign * loaned && !(loaned === 0 && body.loanedThousandths === 0))
    return 'the cylinders on loan are not those rung up';
  if (body.depositRp !== sign * depositRp && !(depositRp === 0 && body.depositRp === 0))
    return 'the deposit is not that of its lines';
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
