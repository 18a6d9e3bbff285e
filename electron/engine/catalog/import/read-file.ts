import { shownGtin } from '../../../../shared/domain/barcode.ts';
import { DomainError } from '../../domain-error.ts';
import { readColumns, type Column } from './columns.ts';
import { ImportErrors } from './import-errors.ts';
import { isEmptyRow, readImportRow, type ImportRow } from './import-row.ts';
import { sheetRows } from './sheet.ts';

/** The most products one file may bring. */
export const MAX_IMPORT_ROWS = 100_000;

/** A file that was read, before anybody has compared it with the catalogue. */
export interface ReadFile {
  readonly columns: readonly Column[];
  /** Rows without a problem of their own. */
  readonly rows: readonly ImportRow[];
  /** How many rows say anything, good or bad. */
  readonly rowCount: number;
  readonly errors: ImportErrors;
}

/**
 * Reads a file row by row. The first row that says anything is the head.
 * @throws DomainError `import.unreadable`, `.not-utf8`, `.columns-missing`, `.too-large`, `.empty`
 */
export async function readImportFile(content: Buffer): Promise<ReadFile> {
  const errors = new ImportErrors();
  const seen = new SeenCodes();
  const rows: ImportRow[] = [];
  let columns: readonly Column[] | undefined;
  let rowCount = 0;
  for await (const sheetRow of sheetRows(content)) {
    if (isEmptyRow(sheetRow)) continue;
    if (columns === undefined) {
      columns = readColumns(sheetRow);
      continue;
    }
    rowCount += 1;
    if (rowCount > MAX_IMPORT_ROWS) throw new DomainError('import.too-large', { maximum: MAX_IMPORT_ROWS });
    const before = errors.count;
    const row = readImportRow(columns, sheetRow, (problem) => errors.add(problem));
    seen.check(row, columns, errors);
    if (errors.count === before) rows.push(row);
  }
  if (columns === undefined || rowCount === 0) throw new DomainError('import.empty');
  return { columns, rows, rowCount, errors };
}

/** Where each code of the file stood first: no code may name two rows. */
class SeenCodes {
  readonly #lineOfGtin = new Map<string, number>();
  readonly #lineOfPlu = new Map<string, number>();

  check(row: ImportRow, columns: readonly Column[], errors: ImportErrors): void {
    const headOf = (field: Column['field']) => columns.find((column) => column.field === field)?.header ?? '';
    for (const gtin of row.gtins) {
      const otherLine = firstLine(this.#lineOfGtin, gtin, row.line);
      if (otherLine === row.line) continue;
      errors.add({
        line: row.line,
        column: headOf('barcode'),
        code: 'gtin-duplicate-in-file',
        value: shownGtin(gtin),
        otherLine,
      });
    }
    if (row.plu === null) return;
    const otherLine = firstLine(this.#lineOfPlu, row.plu, row.line);
    if (otherLine === row.line) return;
    errors.add({
      line: row.line,
      column: headOf('plu'),
      code: 'plu-duplicate-in-file',
      value: row.plu,
      otherLine,
    });
  }
}

function firstLine(lines: Map<string, number>, code: string, line: number): number {
  const first = lines.get(code);
  if (first === undefined) lines.set(code, line);
  return first ?? line;
}
