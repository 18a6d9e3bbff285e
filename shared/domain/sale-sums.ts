import type { RecordBodies } from '../journal/bodies.ts';
import { CASH_STEP } from './cash-rounding.ts';
import { priceTimesQuantity, sumRupiah } from './money.ts';
import { sumThousandths } from './quantity.ts';

type SaleBody = RecordBodies['sale-completed/1'];

/**
 * What is wrong with a sale's own arithmetic, or undefined where every sum is right: lines to total,
 * total and rounding to what is due, tenders to what is due, money in and change to the tender, lots
 * to the line. Asserted before a sale is written and checked again by whoever verifies the chain.
 */
export function wrongSum(sale: SaleBody): string | undefined {
  for (const [index, line] of sale.lines.entries()) {
    const place = `line ${index + 1}`;
    if (priceTimesQuantity(line.unitPriceRp, line.quantityThousandths) !== line.totalRp) {
      return `${place} is not price times quantity`;
    }
    if (sumThousandths(line.lots.map((lot) => lot.quantityThousandths)) !== line.quantityThousandths) {
      return `${place} is not what its lots give`;
    }
  }
  if (sumRupiah(sale.lines.map((line) => line.totalRp)) !== sale.totalRp)
    return 'the lines are not the total';
  if (sale.roundingRp > 0 || sale.roundingRp + CASH_STEP <= 0) return 'the rounding is no rounding down';
  if (sale.totalRp + sale.roundingRp !== sale.dueRp) return 'total and rounding are not what is due';
  if (sumRupiah(sale.tenders.map((tender) => tender.amountRp)) !== sale.dueRp) {
    return 'the tenders are not what is due';
  }
  const odd = sale.tenders.find(({ receivedRp, changeRp, amountRp }) => receivedRp - changeRp !== amountRp);
  return odd === undefined ? undefined : 'received less change is not the tender';
}
