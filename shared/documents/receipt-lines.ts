import { priceTimesQuantity, rupiah, sumRupiah, type Rupiah } from '../domain/money.ts';
import { formatAmountAscii, formatQuantity } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import { priceReasonText } from '../i18n/id/price-reason.ts';
import { OWN_GOODS } from '../journal/parts.ts';
import type { Discount, SaleLine } from '../journal/sale-bodies.ts';
import type { Block } from './print-document.ts';
import { shortUnit } from './unit-short-forms.ts';

const words = documents.receipt;

/** What belongs to an item stands this far in below it. */
export const BELOW_ITEM = 2;

/** One sold line: what it is, how its price came about, and what was taken off it. */
export function itemBlocks(line: SaleLine): Block[] {
  const notes = lineNotes(line).join(', ');
  return [
    {
      kind: 'item',
      name: line.name,
      quantity: formatQuantity(line.quantityThousandths),
      unit: shortUnit(line.unit),
      unitPrice: formatAmountAscii(line.unitPriceRp),
      amount: formatAmountAscii(line.grossRp),
      mark: isConsigned(line) ? words.consigned.mark : '',
    },
    ...(notes === '' ? [] : [{ kind: 'text', text: notes, indent: BELOW_ITEM } as const]),
    ...line.discounts.map((discount): Block => ({
      kind: 'ledger',
      label: discountWords(discount),
      amount: formatAmountAscii(0 - discount.amountRp),
      indent: BELOW_ITEM,
    })),
  ];
}

/** What is to be said of a line beside its figures: what a pack holds, and which rule set its price. */
export function lineNotes(line: SaleLine): string[] {
  return [packNote(line), priceReasonText(line.priceReason)].filter((note) => note !== '');
}

/** How many of the base unit a pack holds, so that its price can be compared. */
export function packNote(line: SaleLine): string {
  if (line.contentThousandths === 1000) return '';
  return words.content(formatQuantity(line.contentThousandths), shortUnit(line.baseUnit));
}

/** Why something was taken off a line. */
export function discountWords(discount: Discount): string {
  return discount.kind === 'promotion' ? words.promotion(discount.name) : words.discount(discount.reason);
}

/**
 * What the buyer saved: everybody's price of the day less what was paid. A line that costs more than
 * everybody's price saves nothing, and takes nothing off what others saved.
 */
export function savedRp(lines: readonly SaleLine[]): Rupiah {
  return sumRupiah(lines.map((line) => rupiah(Math.max(0, atListPrice(line) - line.totalRp))));
}

function atListPrice(line: SaleLine): Rupiah {
  // The same price means the same sum, however it was rounded; a label names the sum itself.
  if (line.listPriceRp === line.unitPriceRp || line.priceReason.kind === 'label') return line.grossRp;
  return priceTimesQuantity(line.listPriceRp, line.quantityThousandths);
}

/** What the letters at the end of lines stand for. */
export function legend(lines: readonly SaleLine[]): Block[] {
  return lines.some(isConsigned) ? [{ kind: 'text', text: words.consigned.legend }] : [];
}

function isConsigned(line: SaleLine): boolean {
  return line.lots.some((lot) => lot.owner !== OWN_GOODS);
}
