import { setImmediate } from 'node:timers/promises';
import type { Programme } from '../../../shared/domain/programmes/rules.ts';
import { cellText, folded, isEmptyRow, sheetRows, type Cell, type SheetRow } from '../catalog/index.ts';
import { DomainError } from '../domain-error.ts';
import { readDate, readNik, readQuantity } from './cells.ts';
import { isHead, readColumns, type Column, type Field } from './columns.ts';
import type { TheirBuyer, TheirRow } from './match.ts';

/** The most rows one file may bring. */
const MAX_ROWS = 50_000;
/** Rows above the table: the system's name, the store's, the month. */
const MAX_ROWS_BEFORE_HEAD = 30;
/** Rows read before other calls get their turn. */
const ROWS_AT_A_TIME = 500;
/** Fewer numbers than this may all end in nought by chance. */
const ROUNDED_AT_LEAST = 3;

/** Why a row can't be used; its cells are told to nobody. */
export interface RowProblem {
  readonly line: number;
  readonly code: 'nik-unreadable' | 'date-unreadable' | 'quantity-unreadable' | 'broken';
}

/** A file that was read. No number of anybody is left in it. */
export interface ReadFile {
  readonly columns: readonly Column[];
  readonly rows: readonly TheirRow[];
  readonly problems: readonly RowProblem[];
}

/** What reading needs to know of the store. */
export interface Reader {
  /** The keyed hash of a NIK. */
  readonly keyOf: (nik: string) => string;
  readonly offsetMinutes: number;
  readonly programmes: readonly Programme[];
}

/**
 * Reads a file that another system exported. The first row with heads that are known is the head.
 * @throws DomainError `import.unreadable`, `.not-utf8`, `.columns-missing`, `.too-large`, `.empty`
 */
export async function readExport(content: Buffer, reader: Reader): Promise<ReadFile> {
  let columns: readonly Column[] | undefined;
  const above: SheetRow[] = [];
  const read: RowRead[] = [];
  for await (const row of sheetRows(content)) {
    if (isEmptyRow(row)) continue;
    if (columns !== undefined) {
      if (read.length >= MAX_ROWS) throw new DomainError('import.too-large', { maximum: MAX_ROWS });
      read.push(readRow(columns, row, reader));
      if (read.length % ROWS_AT_A_TIME === 0) await setImmediate();
    } else if (isHead(row)) columns = readColumns(row);
    else if (above.push(row) > MAX_ROWS_BEFORE_HEAD) break;
  }
  // Without any head the first row stands for it: the refusal names what it lacks.
  const [first] = above;
  if (columns === undefined && first !== undefined) columns = readColumns(first);
  const told = withoutRounded(read);
  if (columns === undefined || told.length === 0) throw new DomainError('import.empty');
  return {
    columns,
    rows: told.flatMap((row) => (row.what === 'row' ? [row.row] : [])),
    problems: told.flatMap((row) => (row.what === 'problem' ? [row.problem] : [])),
  };
}

type RowRead =
  | { readonly what: 'row'; readonly row: TheirRow; readonly isRounded: boolean }
  | { readonly what: 'problem'; readonly problem: RowProblem }
  /** A line below the table, such as a sum. */
  | { readonly what: 'nothing' };

function readRow(columns: readonly Column[], sheetRow: SheetRow, reader: Reader): RowRead {
  const { line } = sheetRow;
  const problem = (code: RowProblem['code']): RowRead => ({ what: 'problem', problem: { line, code } });
  if (sheetRow.broken === true) return problem('broken');
  const cellOf = (field: Field): Cell =>
    sheetRow.cells[columns.findIndex((column) => column.field === field)] ?? '';
  const [date, nik] = [cellOf('date'), readNik(cellOf('nik'))];
  if (cellText(date) === '' && nik.kind !== 'nik' && nik.kind !== 'last-four') return { what: 'nothing' };
  const readOn = readDate(date, reader.offsetMinutes);
  if (readOn === undefined) return problem('date-unreadable');
  const quantity = readQuantity(cellOf('quantity'));
  if (quantity === undefined) return problem('quantity-unreadable');
  if (nik.kind === 'unreadable') return problem('nik-unreadable');
  return {
    what: 'row',
    isRounded: nik.kind === 'nik' && typeof cellOf('nik') === 'number' && nik.digits.endsWith('0'),
    row: {
      line,
      date: readOn,
      programme: programmeNamed(cellOf('product'), reader.programmes),
      buyer: buyerOf(nik, reader),
      quantityThousandths: quantity,
    },
  };
}

function buyerOf(
  nik: Exclude<ReturnType<typeof readNik>, { kind: 'unreadable' }>,
  reader: Reader,
): TheirBuyer {
  if (nik.kind !== 'nik') return nik;
  return { kind: 'nik', nikKey: reader.keyOf(nik.digits), lastFour: nik.digits.slice(-4) };
}

/**
 * Excel keeps fifteen digits of a number: of a file that it saved, every NIK that is a number ends in
 * nought and means nobody. One of ten does so by right, three out of three hardly.
 */
function withoutRounded(rows: readonly RowRead[]): RowRead[] {
  const said = rows.filter((row) => row.what !== 'nothing');
  const named = said.filter((row) => row.what === 'row' && row.row.buyer.kind === 'nik');
  const isRounded = (row: RowRead) => row.what === 'row' && row.isRounded;
  if (named.length < ROUNDED_AT_LEAST || !named.every(isRounded)) return said;
  return said.map((row) =>
    row.what === 'row' && isRounded(row)
      ? { what: 'problem', problem: { line: row.row.line, code: 'nik-unreadable' } }
      : row,
  );
}

/** The one programme whose name or code stands in a cell; null where it is none or could be several. */
function programmeNamed(cell: Cell, programmes: readonly Programme[]): string | null {
  const text = ` ${folded(cellText(cell))} `;
  if (text.trim() === '') return null;
  const named = programmes.filter(({ programme, name }) =>
    [programme, name].some(
      (word) => text.includes(` ${folded(word)} `) || ` ${folded(word)} `.includes(text),
    ),
  );
  return named.length === 1 ? (named[0]?.programme ?? null) : null;
}
