import { asciiText } from './ascii.ts';
import type { Columns, ItemBlock, ItemHeads } from './print-document.ts';
import { leftRight } from './left-right.ts';
import { wrapWords } from './words.ts';

/** The last two letters of a line: a space and the mark of a sold line. Amounts end before them. */
export const MARK_WIDTH = 2;
const PRICE_WIDTH = 8;
const AMOUNT_WIDTH = 9;
const UNIT_WIDTH = 3;
const QUANTITY_WIDTH = 7;
/** Further lines of a long name stand in, so that they are not read as another product. */
const NAME_INDENT = 2;

/**
 * Lines of one sold line. Wide paper has a table row where the name leaves room for it; on narrow
 * paper, and for a long name, the name has its own lines and the figures follow below.
 */
export function layOutItem(block: ItemBlock, columns: Columns): string[] {
  const item = asciiItem(block);
  const room = columns - MARK_WIDTH;
  const withMark = (line: string): string => (item.mark === '' ? line : `${line.padEnd(room)} ${item.mark}`);
  const figures = columns === 32 ? narrowFigures(item) : wideFigures(item);
  if (columns === 48 && item.name.length + 2 + figures.length <= room) {
    return [withMark(item.name + figures.padStart(room - item.name.length))];
  }
  const below = figures.length <= room ? [figures.padStart(room)] : looseFigures(item, room);
  const lines = [...wrapWords(item.name, columns, NAME_INDENT), ...below];
  return lines.map((line, index) => (index === lines.length - 1 ? withMark(line) : line));
}

function asciiItem(item: ItemBlock): ItemBlock {
  return {
    kind: 'item',
    name: asciiText(item.name).trim(),
    quantity: asciiText(item.quantity),
    unit: asciiText(item.unit).padEnd(UNIT_WIDTH),
    unitPrice: asciiText(item.unitPrice),
    amount: asciiText(item.amount),
    mark: asciiText(item.mark).slice(0, 1),
  };
}

/** The heads of the item table, for wide paper only. */
export function layOutItemHeads(heads: ItemHeads): string {
  const left = 48 - MARK_WIDTH - PRICE_WIDTH - AMOUNT_WIDTH;
  const name = heads.name.padEnd(left - heads.quantity.length) + heads.quantity;
  return name + heads.unitPrice.padStart(PRICE_WIDTH) + heads.amount.padStart(AMOUNT_WIDTH);
}

/** `      1 sak x  62.500   62.500` */
function narrowFigures(item: ItemBlock): string {
  return `${item.quantity.padStart(QUANTITY_WIDTH)} ${item.unit} x${priceAndAmount(item)}`;
}

/** `1 sak  62.500   62.500` */
function wideFigures(item: ItemBlock): string {
  return `${item.quantity} ${item.unit}${priceAndAmount(item)}`;
}

function priceAndAmount(item: ItemBlock): string {
  // The space inside keeps a figure that fills its column apart from the one before it.
  return ` ${item.unitPrice}`.padStart(PRICE_WIDTH) + ` ${item.amount}`.padStart(AMOUNT_WIDTH);
}

/** Figures too large for their columns: still all there, the amount still at the right. */
function looseFigures(item: ItemBlock, room: number): string[] {
  return leftRight(`${item.quantity} ${item.unit.trim()} x ${item.unitPrice}`, item.amount, room);
}
