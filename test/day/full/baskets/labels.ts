import { checkDigit } from '../../../../shared/domain/check-digit.ts';
import { GS1_SEPARATOR } from '../../../../shared/domain/gs1.ts';
import { lineOf } from '../../../support/till.ts';
import type { Desk } from '../desk.ts';

/** The largest sum that the five digits of a label can say. */
const LABEL_RP = 99_999;

/** A bag from the scale: its label says the weight in grams or the price. */
export async function scanWeighed(desk: Desk): Promise<void> {
  const { random, shelf } = desk;
  const product = random.pick(shelf.weighed);
  const grams = random.between(80, 1_600);
  const priceRp = Math.round(((product.priceRp ?? 0) * grams) / 1000);
  const byPrice = random.chance(0.3) && priceRp > 0 && priceRp <= LABEL_RP;
  const item = (product.plu ?? '').padStart(5, '0');
  const body = byPrice ? `22${item}${fiveDigits(priceRp)}` : `21${item}${fiveDigits(grams)}`;
  const { lineId } = lineOf(await desk.cashier.till.scan({ code: body + checkDigit(body) }));
  desk.labels.set(lineId, 'weighed');
}

function fiveDigits(value: number): string {
  return String(value).padStart(5, '0');
}

/** A GS1 DataMatrix with batch and expiry, as medicine and food of larger makers have it. */
export async function scanGs1(desk: Desk): Promise<void> {
  const { random, shelf } = desk;
  const gtin14 = random.pick(random.pick(shelf.goods).barcodes).padStart(14, '0');
  const batch = `L${random.between(100, 999)}`;
  const count = random.chance(0.3) ? `${GS1_SEPARATOR}30${random.between(2, 4)}` : '';
  const code = `]d201${gtin14}17270${random.between(1, 9)}0010${batch}${count}`;
  const { lineId } = lineOf(await desk.cashier.till.scan({ code }));
  desk.labels.set(lineId, 'gs1');
}
