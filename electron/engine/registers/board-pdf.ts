import type { Content } from 'pdfmake/interfaces.js';
import type { BoardLine, PriceBoard } from '../../../shared/documents/registers/price-board.ts';
import { a4Pdf, FULL, line, MM, PAGE_MARGINS, SOFT } from '../documents-pdf/index.ts';

/** How large the letters are: with fewer goods on the wall they can be read from further away. */
interface Size {
  readonly price: number;
  readonly goods: number;
  readonly rule: number;
  readonly source: number;
  readonly gap: number;
}

const SIZES: readonly (Size & { readonly upTo: number })[] = [
  { upTo: 4, price: 58, goods: 28, rule: 19, source: 11, gap: 6 * MM },
  { upTo: 6, price: 46, goods: 24, rule: 16, source: 10, gap: 4.2 * MM },
  { upTo: 9, price: 32, goods: 18, rule: 12, source: 9, gap: 2 * MM },
];
/** From here on the board goes over several sheets, hung beside each other. */
const MANY: Size = { price: 30, goods: 18, rule: 12, source: 8.5, gap: 2.2 * MM };

const TITLE = 34;
const BOTTOM = 14 * MM;

/**
 * The price list for the wall, on upright A4.
 * @param writtenAt when it was made, epoch milliseconds: the file's own date
 */
export async function boardPdf(board: PriceBoard, writtenAt: number): Promise<Uint8Array> {
  const [left, top, right] = PAGE_MARGINS;
  const size = SIZES.find(({ upTo }) => board.lines.length <= upTo) ?? MANY;
  return a4Pdf({
    pageMargins: [left, top, right, BOTTOM],
    info: { title: board.title, author: board.store, creationDate: new Date(writtenAt) },
    footer: () => ({
      text: board.foot,
      color: SOFT,
      fontSize: 10,
      margin: [left, 2 * MM, right, 0],
    }),
    content: [
      { text: board.title, bold: true, fontSize: TITLE },
      { text: board.valid, fontSize: 15 },
      { text: board.store, fontSize: 11, color: SOFT, margin: [0, 1, 0, 3 * MM] },
      { ...line(FULL, 1 * MM) },
      ...board.lines.map((each) => block(each, size)),
    ],
  });
}

/** Goods and price beside each other, the rule small below, a line to the next. */
function block({ goods, per, price, rule, source }: BoardLine, size: Size): Content {
  return {
    unbreakable: true,
    margin: [0, size.gap, 0, 0],
    stack: [
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: goods, bold: true, fontSize: size.goods },
              { text: per, fontSize: size.rule, color: SOFT },
            ],
          },
          { width: 'auto', text: price, bold: true, fontSize: size.price, noWrap: true },
        ],
        columnGap: 6 * MM,
      },
      {
        margin: [0, 2, 0, size.gap],
        columns: [
          { width: 'auto', text: rule, bold: true, fontSize: size.rule, noWrap: true },
          {
            width: '*',
            text: source,
            fontSize: size.source,
            color: SOFT,
            alignment: 'right',
            margin: [0, 3, 0, 0],
          },
        ],
        columnGap: 5 * MM,
      },
      line(FULL, 0.5 * MM),
    ],
  };
}
