import type { Content } from 'pdfmake/interfaces.js';
import {
  cellText,
  sumText,
  type Register,
  type RegisterColumn,
  type RegisterRow,
} from '../../../shared/documents/registers/register.ts';
import { sheets } from '../../../shared/i18n/id/sheets.ts';
import {
  a4Pdf,
  cell,
  FULL,
  head,
  ledger,
  line,
  MM,
  PAGE_MARGINS,
  pageHead,
  SOFT,
  type LedgerRow,
} from '../documents-pdf/index.ts';

const SMALL = 7.6;
const BODY = 8.4;
const BOTTOM = 16 * MM;
const GAP = 3 * MM;
const SIGNATURE_WIDTH = 52 * MM;
/** Room for a signature in a row. */
const BLANK_WIDTH = 26 * MM;
const SUMS_WIDTH = 82 * MM;
/** An A4 page is so much wider than high when it lies. */
const LANDSCAPE_MORE = (297 - 210) * MM;

/**
 * A register as an A4 PDF on as many sheets as its rows take; sums, notes and signatures stay together.
 * @param writtenAt when it was made, epoch milliseconds: the file's own date
 * @param made when it was made, in words, for the foot of every sheet
 */
export async function registerPdf(register: Register, writtenAt: number, made: string): Promise<Uint8Array> {
  const [left, top, right] = PAGE_MARGINS;
  const width = FULL + (register.landscape ? LANDSCAPE_MORE : 0);
  return a4Pdf({
    pageMargins: [left, top, right, BOTTOM],
    pageOrientation: register.landscape ? 'landscape' : 'portrait',
    defaultStyle: { fontSize: BODY },
    info: { title: register.title, author: register.store.name, creationDate: new Date(writtenAt) },
    footer: (page, pages) => foot(register, made, page, pages),
    content: [
      pageHead(
        {
          title: register.title,
          under: { text: register.store.name },
          right: register.store.lines[0] ?? '',
          rightUnder: { text: register.store.lines.slice(1).join(', ') },
        },
        width,
      ),
      facts(register),
      ...(register.opening === '' ? [] : [{ text: register.opening, margin: below(3 * MM) }]),
      ...(register.rows.length === 0 ? [] : [{ margin: below(4 * MM), stack: [table(register, width)] }]),
      { unbreakable: true, stack: [sumsAndNotes(register), signatures(register)] },
    ],
  });
}

/** So far below what stands above it, in points. */
function below(points: number): [number, number, number, number] {
  return [0, points, 0, 0];
}

/** Loose sheets of one register must not be mixed up with another's. */
function foot(
  { title, store, facts: [period] }: Register,
  made: string,
  page: number,
  pages: number,
): Content {
  const said = [title, store.lines[0] ?? '', period?.[1] ?? '', made].filter((text) => text !== '');
  return {
    margin: [PAGE_MARGINS[0], 3 * MM, PAGE_MARGINS[2], 0],
    columns: [
      { text: said.join(', '), color: SOFT, fontSize: SMALL },
      { text: sheets.sheet(page, pages), color: SOFT, fontSize: SMALL, alignment: 'right', width: 'auto' },
    ],
  };
}

function facts({ facts: rows }: Register): Content {
  return {
    margin: below(3 * MM),
    columnGap: 8 * MM,
    columns: rows.map(([label, value]) => ({
      width: 'auto',
      stack: [
        { text: label, color: SOFT, fontSize: SMALL },
        { text: value, bold: true },
      ],
    })),
  };
}

function table({ columns, rows }: Register, width: number): Content {
  const heads = columns.map((column) => head(column.head, column.right === true));
  return ledger(
    [{ kind: 'head', cells: heads }, ...rows.map((row) => ledgerRow(columns, row))],
    columns.map(widthOf),
    width,
    GAP,
  );
}

function widthOf({ wide, blank }: RegisterColumn): number | string {
  if (blank === true) return BLANK_WIDTH;
  return wide === true ? '*' : 'auto';
}

function ledgerRow(columns: readonly RegisterColumn[], { kind, cells }: RegisterRow): LedgerRow {
  return {
    kind,
    cells: columns.map(({ right, wide, blank }, index) => {
      const shown = cells[index];
      return cell(shown === undefined ? '' : cellText(shown), {
        right: right === true,
        wrap: wide === true || blank === true,
        bold: kind === 'sum',
      });
    }),
  };
}

/** What it adds up to at the left, what is said of it at the right. */
function sumsAndNotes({ sums, notes }: Register): Content {
  const rows = sums.map((sum): LedgerRow => ({
    kind: 'row',
    cells: [cell(sum.label, { wrap: true }), cell(sumText(sum), { right: true, bold: true })],
  }));
  return {
    margin: below(5 * MM),
    columnGap: 8 * MM,
    columns: [
      ...(rows.length === 0 ? [] : [{ width: SUMS_WIDTH, stack: [ledger(rows, ['*', 'auto'], SUMS_WIDTH)] }]),
      { width: '*', stack: notes.map((text): Content => ({ text, margin: [0, 1.5, 0, 2.5] })) },
    ],
  };
}

function signatures({ signatures: signers }: Register): Content {
  return {
    margin: below(9 * MM),
    columnGap: 6 * MM,
    columns: signers.map(({ label, name }) => ({
      width: '*',
      stack: [
        { text: label },
        { ...line(SIGNATURE_WIDTH, 0.7), margin: below(16 * MM) },
        { text: name === '' ? sheets.nameAndDate : name, fontSize: SMALL, color: SOFT, margin: below(1.5) },
      ],
    })),
  };
}
