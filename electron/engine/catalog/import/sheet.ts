import { DomainError } from '../../domain-error.ts';
import { csvRows } from './csv.ts';
import { xlsxRows } from './xlsx.ts';

/** What a cell holds. CSV knows only text; a spreadsheet also has numbers and yes-or-no. */
export type Cell = string | number | boolean;

/** One row of a file, numbered the way the program that wrote the file shows it. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** The file can't be taken apart from this row on: a quote was left open, or closed too early. */
  readonly broken?: true;
}

/** How a ZIP, and so every XLSX, begins. */
const ZIP = Buffer.from('PK\u0003\u0004');

/** How the old XLS, and every other OLE file, begins. */
const OLE = Buffer.from('d0cf11e0', 'hex');

/**
 * The rows of a CSV or XLSX file, told apart by what is in it: names of files lie.
 * @throws DomainError `import.not-utf8` or `import.unreadable`, also while the rows are being read
 */
export function sheetRows(content: Buffer): AsyncIterable<SheetRow> {
  if (content.subarray(0, ZIP.length).equals(ZIP)) return xlsxRows(content);
  if (content.subarray(0, OLE.length).equals(OLE)) throw new DomainError('import.unreadable');
  return csvRows(content);
}
