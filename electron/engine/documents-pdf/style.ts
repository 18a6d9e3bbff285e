import type { Content, ContentCanvas, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';

/** Points in a millimetre: the design is drawn in millimetres, PDF in points. */
export const MM = 72 / 25.4;

const PAGE_WIDTH = 210 * MM;
const SIDE = 12 * MM;
const GUTTER = 7 * MM;

/** Width of the printed part of the page. */
export const FULL = PAGE_WIDTH - 2 * SIDE;
/** The wider left column, and the right one. */
export const LEFT = (FULL - GUTTER) * (1.18 / 2.18);
export const RIGHT = FULL - GUTTER - LEFT;

/** Left, top, right, bottom; the bottom keeps room for the seal and the signatures. */
export const PAGE_MARGINS: [number, number, number, number] = [SIDE, 10 * MM, SIDE, 52 * MM];
export const COLUMN_GAP = GUTTER;

export const INK = '#17181a';
export const SOFT = '#4a4d52';
export const BAR = '#595c62';
export const MERAH = '#9c1b21';
/** The line between two rows of a table. */
export const HAIR = '#dad7cf';
export const HAIRLINE = 0.57;
const HEAD_LINE = '#8b877c';

/** What a table's row is, which decides the line above it. */
type RowKind = 'head' | 'row' | 'sum' | 'final';

export interface LedgerRow {
  readonly kind: RowKind;
  readonly cells: TableCell[];
}

/** A line of `width` points, `weight` thick. */
export function line(width: number, weight: number, lineColor = INK): ContentCanvas {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor }] };
}

/**
 * A section's title with its unit at the right, on a heavy line. Keep it in one unbreakable stack with
 * what follows: alone at the foot of a page it would be read as an empty section.
 */
export function sectionTitle(title: string, hint: string, width: number): Content {
  return {
    margin: [0, 3.8 * MM, 0, 0],
    stack: [
      {
        columns: [
          { text: title, bold: true, fontSize: 9.6, width: '*' },
          { text: hint, color: SOFT, fontSize: 7.8, width: 'auto', margin: [0, 1.6, 0, 0] },
        ],
      },
      { ...line(width, 0.5 * MM), margin: [0, 2, 0, 0] },
    ],
  };
}

/** A ruled table, its columns `gap` points apart; the double rule stands only under a final sum, as in any ledger. */
export function ledger(
  rows: readonly LedgerRow[],
  widths: (number | string)[],
  width: number,
  gap = 2 * MM,
): Content {
  const kinds = rows.map((row) => row.kind);
  const table: Content = {
    layout: ruled(kinds, gap),
    table: {
      widths,
      headerRows: kinds[0] === 'head' ? 1 : 0,
      dontBreakRows: true,
      body: rows.map((row) => [...row.cells]),
    },
  };
  if (kinds.at(-1) !== 'final') return table;
  return { stack: [table, line(width, 0.8), { ...line(width, 0.8), margin: [0, 1.8, 0, 0] }] };
}

function ruled(kinds: readonly RowKind[], gap: number): CustomTableLayout {
  const isSum = (kind: RowKind | undefined): boolean => kind === 'sum' || kind === 'final';
  return {
    hLineWidth: (index) => {
      if (index === 0 || index === kinds.length) return 0;
      return isSum(kinds[index]) ? 0.85 : HAIRLINE;
    },
    hLineColor: (index) => {
      if (isSum(kinds[index])) return INK;
      return kinds[index - 1] === 'head' ? HEAD_LINE : HAIR;
    },
    vLineWidth: () => 0,
    paddingLeft: (index) => (index === 0 ? 0 : gap),
    paddingRight: () => 0,
    paddingTop: () => 1.9,
    paddingBottom: () => 1.6,
  };
}

/** A figure or a word of a table. */
export interface CellStyle {
  readonly right?: boolean;
  readonly soft?: boolean;
  readonly bold?: boolean;
  readonly size?: number;
  readonly wrap?: boolean;
}

/** A cell of text; figures do not wrap. */
export function cell(text: string, style: CellStyle = {}): TableCell {
  return {
    text,
    alignment: style.right === true ? 'right' : 'left',
    noWrap: style.wrap !== true,
    bold: style.bold === true,
    color: style.soft === true ? SOFT : INK,
    ...(style.size === undefined ? {} : { fontSize: style.size }),
  };
}

/** A head of a table's column. */
export function head(text: string, right = false): TableCell {
  return { text, alignment: right ? 'right' : 'left', noWrap: true, bold: true, color: SOFT, fontSize: 7.6 };
}
