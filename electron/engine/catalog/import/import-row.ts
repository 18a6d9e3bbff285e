import type { ImportError } from '../../../../shared/contract/catalog.ts';
import { normalPlu, readGtin } from '../../../../shared/domain/barcode.ts';
import type { Rupiah } from '../../../../shared/domain/money.ts';
import type { Thousandths } from '../../../../shared/domain/quantity.ts';
import { cellText, codesIn, isBrokenText, readAmount, readStock, readYesNo } from './cells.ts';
import type { Column, Field } from './columns.ts';
import type { RowProblem } from './import-errors.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** One row of an import. `null` is a cell left empty: an existing product keeps what it has there. */
export interface ImportRow {
  readonly line: number;
  readonly name: string;
  /** GTIN-14s, each once. */
  readonly gtins: readonly string[];
  readonly plu: string | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly brand: string | null;
  readonly priceRp: Rupiah | null;
  readonly costRp: Rupiah | null;
  readonly stockThousandths: Thousandths | null;
  readonly fractional: boolean | null;
}

type ErrorCode = ImportError['code'];

/** Longest texts, as the contract and the records have them. */
const MAX_LENGTH = { name: 120, category: 60, brand: 60, unit: 20 } as const;

const WHY_NO_GTIN = {
  'not-digits': 'gtin-not-digits',
  length: 'gtin-length',
  'check-digit': 'gtin-check-digit',
} as const;

const PLU = /^\d{1,6}$/;

/** Whether a row says nothing at all, as spreadsheets leave them behind. */
export function isEmptyRow(row: SheetRow): boolean {
  return row.broken !== true && row.cells.every((cell) => cellText(cell) === '');
}

/**
 * Reads one row by the meaning of its columns.
 * @param report is told every problem; a row with any is not to be used
 */
export function readImportRow(
  columns: readonly Column[],
  row: SheetRow,
  report: (problem: RowProblem) => void,
): ImportRow {
  const cells = new RowCells(columns, row, report);
  return {
    line: row.line,
    name: cells.text('name', 'name-too-long', MAX_LENGTH.name) ?? cells.missing('name', 'name-missing'),
    gtins: cells.gtins(),
    plu: cells.plu(),
    category: cells.text('category', 'category-too-long', MAX_LENGTH.category),
    unit: cells.text('unit', 'unit-too-long', MAX_LENGTH.unit),
    brand: cells.text('brand', 'brand-too-long', MAX_LENGTH.brand),
    priceRp: cells.amount('price', 'price-invalid', 'price-too-large'),
    costRp: cells.amount('cost', 'cost-invalid', 'cost-invalid'),
    stockThousandths: cells.stock(),
    fractional: cells.yesNo(),
  };
}

/** The cells of one row by their field, telling of whatever can't be read. */
class RowCells {
  readonly #line: number;
  readonly #byField = new Map<Field, { header: string; cell: Cell }[]>();
  readonly #report: (problem: RowProblem) => void;

  constructor(columns: readonly Column[], row: SheetRow, report: (problem: RowProblem) => void) {
    this.#line = row.line;
    this.#report = report;
    const extra = row.cells.slice(columns.length).find((cell) => cellText(cell) !== '');
    if (row.broken === true || row.cells.length < columns.length || extra !== undefined) {
      this.#problem('', 'row-columns', extra ?? row.cells.at(-1) ?? '');
    }
    for (const [index, { header, field }] of columns.entries()) {
      if (field === null) continue;
      const known = this.#byField.get(field) ?? [];
      this.#byField.set(field, [...known, { header, cell: row.cells[index] ?? '' }]);
    }
  }

  text(field: Field, tooLong: ErrorCode, maximum: number): string | null {
    const { header, cell } = this.#one(field);
    const text = cellText(cell);
    if (isBrokenText(text)) this.#problem(header, 'broken-text', text);
    else if (text.length > maximum) this.#problem(header, tooLong, text);
    return text === '' ? null : text;
  }

  missing(field: Field, code: ErrorCode): string {
    this.#problem(this.#one(field).header, code, '');
    return '';
  }

  gtins(): string[] {
    const found = new Set<string>();
    for (const { header, cell } of this.#byField.get('barcode') ?? []) {
      for (const code of codesIn(cell)) {
        const read = readGtin(code);
        if (read.ok) found.add(read.gtin14);
        else this.#problem(header, WHY_NO_GTIN[read.why], code);
      }
    }
    return [...found];
  }

  plu(): string | null {
    const { header, cell } = this.#one('plu');
    const [code, ...more] = codesIn(cell);
    if (code === undefined) return null;
    if (PLU.test(code) && more.length === 0) return normalPlu(code);
    this.#problem(header, 'plu-invalid', cell);
    return null;
  }

  amount(field: Field, invalid: ErrorCode, tooLarge: ErrorCode): Rupiah | null {
    const { header, cell } = this.#one(field);
    const read = readAmount(cell);
    if (read.ok) return read.value;
    this.#problem(header, read.why === 'invalid' ? invalid : tooLarge, cell);
    return null;
  }

  stock(): Thousandths | null {
    const { header, cell } = this.#one('stock');
    const read = readStock(cell);
    if (read.ok) return read.value;
    this.#problem(header, 'stock-invalid', cell);
    return null;
  }

  yesNo(): boolean | null {
    const { header, cell } = this.#one('fractional');
    const read = readYesNo(cell);
    if (read.ok) return read.value;
    this.#problem(header, 'fractional-invalid', cell);
    return null;
  }

  #one(field: Field): { header: string; cell: Cell } {
    return this.#byField.get(field)?.[0] ?? { header: '', cell: '' };
  }

  #problem(column: string, code: ErrorCode, cell: Cell): void {
    this.#report({ line: this.#line, column, code, value: cellText(cell) });
  }
}
