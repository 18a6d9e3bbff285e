import type { Ctx, Person } from '../../electron/engine/context.ts';
import { lotsForSale } from '../../electron/engine/stock/index.ts';
import { cashRounding, roundCashDown } from '../../shared/domain/cash-rounding.ts';
import { NO_RUPIAH, priceTimesQuantity, rupiah, sumRupiah, type Rupiah } from '../../shared/domain/money.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import { CASH_STEP } from '../../shared/domain/cash-rounding.ts';
import type { SaleBody, SaleLine } from '../../shared/journal/sale-bodies.ts';
import type { SeededRandom } from '../support/random.ts';
import type { Goods } from './goods.ts';

/** What the next sale follows from. */
export interface Running {
  number: number;
  grossRp: number;
}

/** A day's drawer and how far the day has come. */
export interface Shift {
  readonly shiftId: string;
  readonly cashier: Person;
}

/** How many lines the sales of a village store have: most few, now and then a full basket. Mean 3.5. */
const BASKETS = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 7, 9] as const;

/** How often something happens at the counter, for each sale. */
const CHANCES = { lineVoided: 0.02, reprinted: 0.01, severalPieces: 0.25 } as const;

/** One sale, now and then with a line taken off before it or its receipt printed again after it. */
export function sellOne(
  ctx: Ctx,
  shift: Shift,
  goods: readonly Goods[],
  random: SeededRandom,
  running: Running,
): Rupiah {
  const body = saleBody(ctx, shift, pickBasket(goods, random), random, running);
  if (random.chance(CHANCES.lineVoided)) voidLine(ctx, body);
  ctx.append('sale-completed/2', body);
  running.number = body.number;
  running.grossRp = body.perpetualGrossRp;
  if (random.chance(CHANCES.reprinted)) {
    ctx.append('receipt-reprinted/1', { saleId: body.saleId, receipt: body.receipt, copy: 1 });
  }
  return body.dueRp;
}

/** Different goods for one basket. A few goods sell most of the time, as in any shop. */
function pickBasket(goods: readonly Goods[], random: SeededRandom): Goods[] {
  const wanted = random.pick(BASKETS);
  const basket = new Set<Goods>();
  while (basket.size < Math.min(wanted, goods.length)) {
    const evenly = random.between(0, 1_000_000) / 1_000_001;
    const product = goods[Math.floor(goods.length * evenly ** 3)];
    if (product !== undefined) basket.add(product);
  }
  return [...basket];
}

function saleBody(
  ctx: Ctx,
  shift: Shift,
  basket: readonly Goods[],
  random: SeededRandom,
  running: Running,
): SaleBody {
  const lines = basket.map((product) => saleLine(ctx, product, random));
  const totalRp = sumRupiah(lines.map((line) => line.totalRp));
  const dueRp = roundCashDown(totalRp);
  const receivedRp = rupiah(Math.ceil(dueRp / 5000) * 5000);
  const { storeCode, tillNumber } = ctx.store();
  const number = running.number + 1;
  return {
    saleId: ctx.ports.ids.next(),
    shiftId: shift.shiftId,
    cashier: shift.cashier.name,
    number,
    receipt: `${storeCode}-${tillNumber}-${String(number).padStart(4, '0')}`,
    buyer: { tier: 'umum', memberId: null, buyerId: null },
    lines,
    totalRp,
    tax: null,
    cashStepRp: CASH_STEP,
    roundingRp: cashRounding(totalRp),
    dueRp,
    tenders: [
      {
        kind: 'cash',
        amountRp: dueRp,
        receivedRp,
        changeRp: rupiah(receivedRp - dueRp),
        donationRp: NO_RUPIAH,
      },
    ],
    approvalIds: [],
    perpetualGrossRp: rupiah(running.grossRp + totalRp),
  };
}

function saleLine(ctx: Ctx, product: Goods, random: SeededRandom): SaleLine {
  const pieces = random.chance(CHANCES.severalPieces) ? random.between(2, 6) : 1;
  const quantity = thousandths(product.fractional ? random.between(100, 3000) : pieces * 1000);
  return {
    lineId: ctx.ports.ids.next(),
    productId: product.productId,
    name: product.name,
    unit: product.unit,
    category: product.category,
    quantityThousandths: quantity,
    baseUnit: product.unit,
    contentThousandths: 1000,
    baseQuantityThousandths: quantity,
    listPriceRp: product.priceRp,
    unitPriceRp: product.priceRp,
    priceReason: { kind: 'list' },
    grossRp: priceTimesQuantity(product.priceRp, quantity),
    discounts: [],
    totalRp: priceTimesQuantity(product.priceRp, quantity),
    taxClass: 'kena',
    taxRp: NO_RUPIAH,
    approvalId: null,
    batch: null,
    expiry: null,
    programmeRule: null,
    lots: lotsForSale(ctx.db, product.productId, quantity, () => product.costRp),
  };
}

function voidLine(ctx: Ctx, sale: SaleBody): void {
  const line = sale.lines[0];
  if (line === undefined) return;
  ctx.append('line-voided/2', {
    ticketId: sale.saleId,
    lineId: ctx.ports.ids.next(),
    productId: line.productId,
    name: line.name,
    quantityThousandths: line.quantityThousandths,
    amountRp: line.totalRp,
    unit: line.unit,
    reason: 'changed-mind',
    note: '',
  });
}
