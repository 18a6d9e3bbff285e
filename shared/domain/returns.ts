import type { ApprovalSubject } from '../contract/approvals.ts';
import type { ReturnBody, ReturnedLine, SaleBody, SaleLine } from '../journal/sale-bodies.ts';
import { roundCashDown } from './cash-rounding.ts';
import { NO_RUPIAH, priceTimesQuantity, rupiah, sumRupiah, type Rupiah } from './money.ts';
import { sumThousandths, thousandths, type Thousandths } from './quantity.ts';

type ReturnedLot = ReturnedLine['lots'][number];
/** What of a line came back, in one return or in several. */
type Part = Pick<
  ReturnedLine,
  'lineId' | 'quantityThousandths' | 'baseQuantityThousandths' | 'totalRp' | 'taxRp' | 'lots'
>;
/** A return as the next one sees it. */
export type EarlierReturn = Pick<ReturnBody, 'totalRp' | 'refundRp'> & { readonly lines: readonly Part[] };

/** Goods of a line that are to come back now. A line may be named twice: some of it whole, some damaged. */
export interface WantedLine {
  readonly lineId: string;
  readonly quantityThousandths: number;
  readonly condition: ReturnedLine['condition'];
}

/** What a return comes to. */
export interface ReturnSums {
  readonly lines: ReturnedLine[];
  readonly totalRp: Rupiah;
  readonly taxRp: Rupiah;
  /** What is given back for it any other way than in cash. */
  readonly refundRp: Rupiah;
  /** What is given back for it in cash. */
  readonly cashRefundRp: Rupiah;
}

/** How much of a line can still come back, in thousandths of the unit it was sold in. */
export function leftToReturn(line: SaleLine, earlier: readonly EarlierReturn[]): Thousandths {
  const before = partsOf(line.lineId, earlier);
  return thousandths(
    line.quantityThousandths - sumThousandths(before.map((part) => part.quantityThousandths)),
  );
}

/**
 * What a return comes to. A part of a line is worth its share of everything that came back of it so
 * far, less what came back before: however a sale is given back, in one go or piece by piece, its
 * total, PPN, stock of each lot and cost come back to the rupiah and to the gram.
 *
 * What is given back is what the goods given back so far were worth, less what was given back before,
 * and never more than was paid for the sale; the last part settles what is left of that. Cash comes in
 * whole steps, so that less than one step stays open until a later part takes it along.
 * @param sale as `saleOf` gives it
 * @param earlier every return of this sale so far
 * @param wanted not empty
 * @throws RangeError where more is wanted than is left of a line, or a line that the sale does not have:
 *   whoever asks has to look before
 */
export function returnOf(
  sale: SaleBody,
  earlier: readonly EarlierReturn[],
  wanted: readonly WantedLine[],
): ReturnSums {
  const lines: ReturnedLine[] = [];
  for (const want of wanted) {
    const line = sale.lines.find((each) => each.lineId === want.lineId);
    if (line === undefined) throw new RangeError(`the sale has no line ${want.lineId}`);
    // What an earlier row of this very return takes is gone for the later ones.
    const before = [...partsOf(line.lineId, earlier), ...lines.filter((part) => part.lineId === line.lineId)];
    lines.push(returnedLine(line, before, want));
  }
  const totalRp = sumRupiah(lines.map((line) => line.totalRp));
  const taxRp = sumRupiah(lines.map((line) => line.taxRp));
  const refundRp = refundOf(sale, [...earlier, { lines, totalRp, refundRp: NO_RUPIAH }]);
  return { lines, totalRp, taxRp, refundRp, cashRefundRp: roundCashDown(refundRp, sale.cashStepRp) };
}

/** What is owed back once the last of `returns` has come in and nothing was paid for it yet. */
function refundOf(sale: SaleBody, returns: readonly EarlierReturn[]): Rupiah {
  const worth = sumRupiah(returns.map((each) => each.totalRp));
  const given = sumRupiah(returns.map((each) => each.refundRp));
  const everything = sale.lines.every((line) => leftToReturn(line, returns) === 0);
  return rupiah((everything ? sale.dueRp : Math.min(worth, sale.dueRp)) - given);
}

function partsOf(lineId: string, earlier: readonly EarlierReturn[]): Part[] {
  return earlier.flatMap((each) => each.lines.filter((part) => part.lineId === lineId));
}

function returnedLine(line: SaleLine, before: readonly Part[], want: WantedLine): ReturnedLine {
  const sold = line.quantityThousandths;
  const quantity = thousandths(want.quantityThousandths);
  const reached = quantity + sumThousandths(before.map((part) => part.quantityThousandths));
  if (quantity <= 0 || reached > sold) throw new RangeError(`more comes back than line ${line.lineId} sold`);
  /** This part's piece of an amount of the line. */
  const piece = (whole: number, had: number): number => share(whole, reached, sold) - had;
  const base = piece(
    line.baseQuantityThousandths,
    sumThousandths(before.map((part) => part.baseQuantityThousandths)),
  );
  const { lineId, productId, name, category, unit, baseUnit, unitPriceRp } = line;
  return {
    lineId,
    productId,
    name,
    category,
    unit,
    quantityThousandths: quantity,
    soldThousandths: sold,
    baseUnit,
    baseQuantityThousandths: thousandths(base),
    unitPriceRp,
    totalRp: rupiah(piece(line.totalRp, sumRupiah(before.map((part) => part.totalRp)))),
    taxRp: rupiah(piece(line.taxRp, sumRupiah(before.map((part) => part.taxRp)))),
    condition: want.condition,
    lots: lotsBack(
      line,
      before.flatMap((part) => part.lots),
      base,
    ),
  };
}

/** Fills the lots that the sale took, in its order, each up to what it had given. */
function lotsBack(line: SaleLine, before: readonly ReturnedLot[], base: number): ReturnedLot[] {
  let open = base;
  const lots: ReturnedLot[] = [];
  for (const lot of line.lots) {
    const earlier = before.filter((each) => each.lotId === lot.lotId);
    const had = sumThousandths(earlier.map((each) => each.quantityThousandths));
    const takes = Math.min(open, lot.quantityThousandths - had);
    if (takes <= 0) continue;
    open -= takes;
    lots.push({
      ...lot,
      quantityThousandths: thousandths(takes),
      costRp: costBack(lot, earlier, had + takes),
    });
  }
  const [first] = line.lots;
  // So small a part of a pack that no whole thousandth of the base unit moves; it comes with a later part.
  if (lots.length === 0 && first !== undefined) {
    return [
      { ...first, quantityThousandths: thousandths(0), costRp: first.unitCostRp === null ? null : NO_RUPIAH },
    ];
  }
  return lots;
}

function costBack(
  lot: SaleLine['lots'][number],
  earlier: readonly ReturnedLot[],
  reached: number,
): Rupiah | null {
  if (lot.unitCostRp === null) return null;
  const whole = priceTimesQuantity(lot.unitCostRp, lot.quantityThousandths);
  const had = sumRupiah(earlier.map((each) => each.costRp ?? NO_RUPIAH));
  return rupiah(share(whole, reached, lot.quantityThousandths) - had);
}

/** The share of an amount that belongs to `part` of `whole`, half rounded up; all of it for all of it. */
function share(amount: number, part: number, whole: number): number {
  const doubled = 2n * BigInt(amount) * BigInt(part);
  return Number((doubled + BigInt(whole)) / (2n * BigInt(whole)));
}

/** What somebody has to allow where a return needs an approval: these goods of this sale, for this much. */
export function returnSubject(
  saleId: string,
  lines: readonly Pick<WantedLine, 'lineId' | 'quantityThousandths'>[],
  totalRp: Rupiah,
): Extract<ApprovalSubject, { action: 'return' }> {
  const quantities = new Map<string, number>();
  for (const { lineId, quantityThousandths } of lines) {
    quantities.set(lineId, (quantities.get(lineId) ?? 0) + quantityThousandths);
  }
  return {
    action: 'return',
    saleId,
    lines: [...quantities].map(([lineId, quantity]) => ({
      lineId,
      quantityThousandths: thousandths(quantity),
    })),
    totalRp,
  };
}
