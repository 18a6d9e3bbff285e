import type { Content } from 'pdfmake/interfaces.js';
import type { Sheet, SheetColumn, SheetRow } from '../../../shared/documents/sheets/sheet.ts';
import { sheets as words } from '../../../shared/i18n/id/sheets.ts';
import { pageHead } from './head.ts';
import { a4Pdf } from './pdf.ts';
import { cell, FULL, head, ledger, line, MM, PAGE_MARGINS, SOFT, type LedgerRow } from './style.ts';

const SMALL = 7.6;
const BODY = 9;
const TOTAL = 11;
const SUMS_WIDTH = 76 * MM;
const SIGNATURE_WIDTH = 48 * MM;
/** Room to write a figure or a word by hand. */
const BLANK_WIDTH = 30 * MM;
const BOTTOM = 18 * MM;
const GAP = 4 * MM;

type Margin = [number, number, number, number];

/**
 * A trade paper as an A4 PDF, on as many sheets as its rows take; sums and signatures stay together.
 * @param writtenAt when what it says was written, epoch milliseconds: the file's own date, so that the
 *   same paper is the same file
 */
export async function sheetPdf(sheet: Sheet, writtenAt: number): Promise<Uint8Array> {
  const [left, top, right] = PAGE_MARGINS;
  return a4Pdf({
    pageMargins: [left, top, right, BOTTOM],
    defaultStyle: { fontSize: BODY },
    info: { title: nameOf(sheet), author: sheet.seller.name, creationDate: new Date(writtenAt) },
    header: (page) => (page === 1 ? undefined : laterHead(sheet)),
    footer: (page, pages) => foot(sheet, page, pages),
    content: [
      pageHead({
        title: sheet.seller.name,
        under: { stack: sheet.seller.lines.map((text) => ({ text })) },
        right: sheet.title,
        rightUnder: {
          stack: [sheet.number, sheet.date].filter((text) => text !== '').map((text) => ({ text })),
        },
      }),
      parties(sheet),
      ...opening(sheet),
      { margin: [0, 4 * MM, 0, 0], stack: [table(sheet)] },
      { unbreakable: true, stack: [sumsAndWords(sheet), signatures(sheet)] },
    ],
  });
}

function nameOf({ title, number, to }: Sheet): string {
  return [title, number, to.name].filter((text) => text !== '').join(', ');
}

/** Loose sheets of one paper must not be mixed up with another's. */
function laterHead(sheet: Sheet): Content {
  return {
    text: `${nameOf(sheet)}, ${sheet.date}`,
    color: SOFT,
    fontSize: SMALL,
    margin: [PAGE_MARGINS[0], 5 * MM, 0, 0],
  };
}

function foot(sheet: Sheet, page: number, pages: number): Content {
  return {
    margin: [PAGE_MARGINS[0], 4 * MM, PAGE_MARGINS[2], 0],
    columns: [
      { text: sheet.foot, color: SOFT, fontSize: SMALL },
      { text: words.sheet(page, pages), color: SOFT, fontSize: SMALL, alignment: 'right' },
    ],
  };
}

function opening({ opening: text }: Sheet): Content[] {
  return text === '' ? [] : [{ text, margin: below(4 * MM) }];
}

/** So far below what stands above it, in points. */
function below(points: number): Margin {
  return [0, points, 0, 0];
}

/** Whom it is for at the left, dates and numbers at the right. */
function parties({ to, facts }: Sheet): Content {
  return {
    margin: [0, 5 * MM, 0, 0],
    columnGap: 8 * MM,
    columns: [
      {
        width: '*',
        stack: [
          { text: to.label, color: SOFT, fontSize: SMALL },
          { text: to.name, bold: true, fontSize: TOTAL },
          ...to.lines.map((text) => ({ text })),
        ],
      },
      {
        width: 'auto',
        layout: {
          defaultBorder: false,
          paddingLeft: (index) => (index === 0 ? 0 : 4 * MM),
          paddingRight: () => 0,
          paddingTop: () => 0.5,
          paddingBottom: () => 0.5,
        },
        table: {
          body: facts.map(([label, value]) => [cell(label, { soft: true }), cell(value)]),
        },
      },
    ],
  };
}

function table({ columns, rows }: Sheet): Content {
  const heads = columns.map(({ head: text, right }) => head(text, right === true));
  return ledger(
    [{ kind: 'head', cells: heads }, ...rows.map((row) => ledgerRow(columns, row))],
    columns.map(widthOf),
    FULL,
    GAP,
  );
}

function widthOf({ wide, blank }: SheetColumn): number | string {
  if (blank === true) return BLANK_WIDTH;
  return wide === true ? '*' : 'auto';
}

function ledgerRow(columns: readonly SheetColumn[], { cells, note = '' }: SheetRow): LedgerRow {
  return {
    kind: 'row',
    cells: columns.map(({ right, wide }, index) => {
      if (wide !== true || note === '')
        return cell(cells[index] ?? '', { right: right === true, wrap: wide === true });
      return { stack: [{ text: cells[index] ?? '' }, { text: note, color: SOFT, fontSize: SMALL }] };
    }),
  };
}

function sumsAndWords({ sums, inWords, notes }: Sheet): Content {
  const rows = sums.map(({ label, amount, kind }): LedgerRow => {
    const style = kind === 'total' ? { bold: true, size: TOTAL } : {};
    return {
      kind: kind === 'total' ? 'final' : 'row',
      cells: [cell(label, { ...style, soft: kind === 'part' }), cell(amount, { ...style, right: true })],
    };
  });
  const amount: Content[] = [
    { text: words.inWords, color: SOFT, fontSize: SMALL },
    { text: inWords, bold: true, margin: [0, 0, 0, 6] },
  ];
  const said = [
    ...(inWords === '' ? [] : amount),
    ...notes.map((text): Content => ({ text, margin: [0, 0, 0, 2] })),
  ];
  return {
    margin: [0, 4 * MM, 0, 0],
    columnGap: 8 * MM,
    columns: [
      { width: '*', stack: said },
      ...(rows.length === 0 ? [] : [{ width: SUMS_WIDTH, stack: [ledger(rows, ['*', 'auto'], SUMS_WIDTH)] }]),
    ],
  };
}

function signatures({ signatures: signers }: Sheet): Content {
  return {
    margin: [0, 9 * MM, 0, 0],
    columns: [
      ...(signers.length === 1 ? [{ text: '', width: '*' }] : []),
      ...signers.map(({ label, name }) => ({
        width: signers.length === 1 ? SIGNATURE_WIDTH : ('*' as const),
        stack: [
          { text: label },
          { ...line(SIGNATURE_WIDTH, 0.7), margin: below(16 * MM) },
          { text: name === '' ? words.nameAndDate : name, fontSize: SMALL, color: SOFT, margin: below(1.5) },
        ],
      })),
    ],
    columnGap: 6 * MM,
  };
}
