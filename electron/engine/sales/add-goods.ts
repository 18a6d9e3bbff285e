import { MAX_RUPIAH, rupiah } from '../../../shared/domain/money.ts';
import { MAX_LINE_QUANTITY } from '../../../shared/domain/quantity.ts';
import type { FoundGoods, SellableProduct, SellableUnit } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { standing, termsOf, termsText } from './line-terms.ts';
import { listPriceOf } from './price-ticket.ts';
import { forgetBuyerOfAnother } from './subsidy/forget-buyer.ts';
import { ensureTicket } from './ticket.ts';
import { insertTicketLine, setTicketLineQuantity, ticketLines, type TicketLineRow } from './ticket-store.ts';

/** The most lines on one ticket: a longer receipt would be a metre of paper, and is a slip. */
const MAX_LINES = 500;

/**
 * Rings goods up on the open ticket: on the line that has the same goods already, or on a new one.
 * @param times how many of what was found, in thousandths: packs, pieces, weighed portions
 * @returns the line they are on
 */
export function ringUp(ctx: Ctx, found: FoundGoods, times: number): string {
  const { product } = found;
  if (!product.active) throw new DomainError('product.inactive', { name: product.name });
  ensureTicket(ctx);
  forgetBuyerOfAnother(ctx);
  const wanted = newLine(ctx, found, times);
  const lines = ticketLines(ctx.db);
  const known = lines.find((line) => isSameGoods(line, wanted));
  if (known === undefined) {
    if (lines.length >= MAX_LINES) throw new DomainError('ticket.too-long', { maximum: MAX_LINES });
    insertTicketLine(ctx.db, wanted);
    return wanted.line_id;
  }
  const sum = known.quantity_thousandths + wanted.quantity_thousandths;
  setTicketLineQuantity(ctx.db, known.line_id, checkedQuantity(sum, known));
  return known.line_id;
}

/** The same goods at the same terms make one line, as on the paper; what was agreed by hand stays alone. */
function isSameGoods(line: TicketLineRow, wanted: NewLine): boolean {
  return (
    line.product_id === wanted.product_id &&
    line.unit === wanted.unit &&
    line.terms === wanted.terms &&
    line.unit_price_rp === wanted.unit_price_rp &&
    line.batch === wanted.batch &&
    line.expiry === wanted.expiry &&
    [line, wanted].every(
      (each) =>
        each.manual_price_rp === null && each.manual_discount_rp === null && each.label_total_rp === null,
    )
  );
}

type NewLine = Omit<TicketLineRow, 'position'>;

function newLine(ctx: Ctx, found: FoundGoods, times: number): NewLine {
  const { product, unit } = found;
  const line: NewLine = {
    line_id: ctx.ports.ids.next(),
    product_id: product.productId,
    name: product.name,
    category: product.category,
    quantity_thousandths: 1000,
    base_unit: product.unit,
    manual_price_rp: null,
    manual_discount_rp: null,
    manual_reason: '',
    approval_id: null,
    label_total_rp: null,
    batch: found.batch,
    expiry: found.expiry,
    ...unitColumns(ctx, product, unit),
  };
  if (found.labelTotalRp !== null) return labelled(line, found.labelTotalRp, times);
  // A scale that was not ready prints noughts.
  if (found.quantityThousandths === 0) throw new DomainError('barcode.label-zero', { name: product.name });
  const quantity =
    found.quantityThousandths === null ? times : timesQuantity(times, found.quantityThousandths);
  return { ...line, quantity_thousandths: checkedQuantity(quantity, line) };
}

/** Whole portions only: half a weighed bag has another weight than its label says. */
function timesQuantity(times: number, each: number): number {
  if (times <= 0 || times % 1000 !== 0) throw new DomainError('quantity.invalid');
  return (times / 1000) * each;
}

/**
 * A line that costs what its label says. Of goods sold by weight the weight follows from the sum;
 * goods sold by the piece have the label's sum as their price.
 */
function labelled(line: NewLine, labelRp: number, times: number): NewLine {
  if (times <= 0 || times % 1000 !== 0) throw new DomainError('quantity.invalid');
  // A scale that was not ready prints noughts; nothing is sold for nothing by mistake.
  if (labelRp === 0) throw new DomainError('barcode.label-zero', { name: line.name });
  const total = (times / 1000) * labelRp;
  if (total > MAX_RUPIAH) throw new DomainError('quantity.too-large', { maximum: 1 });
  if (line.fractional === 0) {
    const price = { ...standing(line), priceRp: rupiah(labelRp) };
    const terms = JSON.stringify({ ...termsOf(line), prices: [price] });
    const each = { ...line, unit_price_rp: labelRp, terms, label_total_rp: total };
    return { ...each, quantity_thousandths: checkedQuantity(times, each) };
  }
  const quantity = line.unit_price_rp === 0 ? times : Math.round((total * 1000) / line.unit_price_rp);
  return {
    ...line,
    label_total_rp: total,
    quantity_thousandths: checkedQuantity(Math.max(1, quantity), line),
  };
}

/**
 * What a line keeps of the unit it is sold in.
 * @throws DomainError `product.no-price` where the unit has no price for everybody today
 */
export function unitColumns(
  ctx: Ctx,
  product: Pick<SellableProduct, 'productId' | 'name'>,
  unit: SellableUnit,
): Pick<TicketLineRow, 'unit' | 'fractional' | 'content_thousandths' | 'unit_price_rp' | 'terms'> {
  const price = listPriceOf(ctx, product.productId, unit);
  if (price === undefined) throw new DomainError('product.no-price', { name: product.name });
  return {
    unit: unit.unit,
    fractional: unit.fractional ? 1 : 0,
    content_thousandths: unit.contentThousandths,
    unit_price_rp: price,
    terms: termsText(ctx.db, product.productId, unit),
  };
}

/** A quantity a line may have: more than nothing, not absurd, whole where the goods are. */
export function checkedQuantity(
  quantity: number,
  goods: Pick<TicketLineRow, 'name' | 'fractional' | 'unit_price_rp' | 'content_thousandths'>,
): number {
  if (quantity <= 0) throw new DomainError('quantity.invalid');
  const maximum = mostUnits(goods);
  if (quantity > maximum * 1000) throw new DomainError('quantity.too-large', { maximum });
  const whole = quantity % 1000 === 0;
  // Half a dus is sold by its pieces; and what leaves the shelf must be whole thousandths.
  const exact = (quantity * goods.content_thousandths) % 1000 === 0;
  if ((goods.fractional === 0 && !whole) || !exact) {
    throw new DomainError('quantity.fraction', { name: goods.name });
  }
  return quantity;
}

/** Whole units on one line at the most: few enough to be no slip, and to cost what money can count. */
function mostUnits(goods: Pick<TicketLineRow, 'unit_price_rp'>): number {
  const most = MAX_LINE_QUANTITY / 1000;
  const price = goods.unit_price_rp;
  return price === 0 ? most : Math.min(most, Math.floor(MAX_RUPIAH / price));
}
