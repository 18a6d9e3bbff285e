import type { ReturnBody, SaleBody, SaleLine, Tender } from '../journal/sale-bodies.ts';
import type { RecordBodies } from '../journal/bodies.ts';
import { priceTimesQuantity, sumRupiah } from './money.ts';
import { sumThousandths } from './quantity.ts';
import { taxWithin } from './tax.ts';

/**
 * What is wrong with a sale's own arithmetic, or undefined where every sum is right: price and
 * quantity to gross, discounts to total, lots to the line, lines to the sale, tax to its parts,
 * rounding to what is due, tenders to what is due, money in to change. Asserted before a sale is
 * written and checked again by whoever verifies the chain.
 */
export function wrongSum(sale: SaleBody): string | undefined {
  for (const [index, line] of sale.lines.entries()) {
    const wrong = wrongLine(line);
    if (wrong !== undefined) return `line ${index + 1} ${wrong}`;
  }
  if (sumRupiah(sale.lines.map((line) => line.totalRp)) !== sale.totalRp)
    return 'the lines are not the total';
  if (sale.totalRp + sale.roundingRp !== sale.dueRp) return 'total and rounding are not what is due';
  if (sumRupiah(sale.tenders.map((tender) => tender.amountRp)) !== sale.dueRp) {
    return 'the tenders are not what is due';
  }
  return wrongTax(sale) ?? wrongRounding(sale) ?? wrongTender(sale.tenders);
}

function wrongLine(line: SaleLine): string | undefined {
  if (!isPriceTimesQuantity(line)) return 'is not price times quantity';
  if (line.discounts.some((discount) => discount.amountRp < 0)) return 'has a discount that adds';
  const taken = sumRupiah(line.discounts.map((discount) => discount.amountRp));
  if (line.grossRp - taken !== line.totalRp || line.totalRp < 0) return 'is not gross less discounts';
  if (line.quantityThousandths * line.contentThousandths !== line.baseQuantityThousandths * 1000) {
    return 'is not its units times what one holds';
  }
  if (sumThousandths(line.lots.map((lot) => lot.quantityThousandths)) !== line.baseQuantityThousandths) {
    return 'is not what its lots give';
  }
  return undefined;
}

function isPriceTimesQuantity(line: SaleLine): boolean {
  const exact = BigInt(line.unitPriceRp) * BigInt(line.quantityThousandths);
  const off = BigInt(line.grossRp) * 1000n - exact;
  // A label names the sum; the weight worked out from it is right to a thousandth of the unit.
  if (line.priceReason.kind === 'label') return abs(off) <= BigInt(line.unitPriceRp) + 1000n;
  // Half up as everywhere, or down where half up would have lifted the sum above a ceiling.
  return (
    line.grossRp === priceTimesQuantity(line.unitPriceRp, line.quantityThousandths) ||
    (off <= 0n && off > -1000n)
  );
}

function abs(value: bigint): bigint {
  return value < 0n ? 0n - value : value;
}

function wrongTax(sale: SaleBody): string | undefined {
  const parts = sumRupiah(sale.lines.map((line) => line.taxRp));
  if (sale.tax === null) return parts === 0 ? undefined : 'a store that is no PKP has PPN on a line';
  const taxed = sale.lines.filter((line) => line.taxClass === 'kena');
  const { taxRp, baseRp } = taxWithin(sumRupiah(taxed.map((line) => line.totalRp)), sale.tax);
  if (taxRp !== sale.tax.taxRp || baseRp !== sale.tax.baseRp) return 'the PPN is not that of its rule';
  return parts === taxRp ? undefined : 'the PPN of the lines is not that of the sale';
}

function wrongRounding(sale: SaleBody): string | undefined {
  const { roundingRp, cashStepRp, tenders } = sale;
  if (roundingRp === 0) return undefined;
  if (roundingRp > 0 || roundingRp + cashStepRp <= 0) return 'the rounding is no rounding down';
  return tenders.some((tender) => tender.kind === 'cash') ? undefined : 'rounding without cash';
}

function wrongTender(tenders: readonly Tender[]): string | undefined {
  for (const tender of tenders) {
    if (tender.amountRp < 0) return 'a tender is below nothing';
    if (tender.kind !== 'cash') continue;
    if (tender.changeRp < 0 || tender.donationRp < 0) return 'change or donation is below nothing';
    if (tender.receivedRp - tender.changeRp - tender.donationRp !== tender.amountRp) {
      return 'received less change is not the tender';
    }
  }
  return undefined;
}

/** What is wrong with a return's own arithmetic, or undefined where every sum is right. */
export function wrongReturnSum(body: ReturnBody): string | undefined {
  for (const [index, line] of body.lines.entries()) {
    const { quantityThousandths, soldThousandths, baseQuantityThousandths, lots } = line;
    if (quantityThousandths <= 0 || quantityThousandths > soldThousandths) {
      return `line ${index + 1} gives back more than was sold`;
    }
    if (sumThousandths(lots.map((lot) => lot.quantityThousandths)) !== baseQuantityThousandths) {
      return `line ${index + 1} is not what goes back to its lots`;
    }
  }
  if (sumRupiah(body.lines.map((line) => line.totalRp)) !== body.totalRp)
    return 'the lines are not the total';
  if (sumRupiah(body.lines.map((line) => line.taxRp)) !== body.taxRp)
    return 'the PPN is not that of its lines';
  if (body.totalRp + body.roundingRp !== body.refundRp) return 'total and rounding are not the refund';
  if (body.refunds.some((refund) => refund.amountRp < 0)) return 'a refund is below nothing';
  const paid = sumRupiah(body.refunds.map((refund) => refund.amountRp));
  return paid === body.refundRp ? undefined : 'what is paid back is not the refund';
}

/** What is wrong with the arithmetic of a debt paid, or undefined where every sum is right. */
export function wrongDebtSum(body: RecordBodies['debt-paid/1']): string | undefined {
  const { amountRp, roundingRp, tender, allocations, leftRp } = body;
  if (amountRp <= 0 || leftRp < 0) return 'nothing is paid off, or more than was owed';
  if (sumRupiah(allocations.map((part) => part.amountRp)) !== amountRp)
    return 'the parts are not the payment';
  if (roundingRp > 0 || amountRp + roundingRp !== tender.amountRp) return 'the tender is not what is paid';
  if (tender.kind !== 'cash') return roundingRp === 0 ? undefined : 'rounding without cash';
  return tender.receivedRp - tender.changeRp === tender.amountRp
    ? undefined
    : 'received less change is not the tender';
}
