import { setImmediate } from 'node:timers/promises';
import { DomainError } from '../../domain-error.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** Rows handed on before other calls get their turn. */
const ROWS_AT_A_TIME = 500;

/**
 * The rows of the first sheet of an XLSX file.
 * @throws DomainError `import.unreadable` where it is no spreadsheet or its insides are damaged
 */
export async function* xlsxRows(content: Buffer): AsyncGenerator<SheetRow> {
  const rows = await readRows(content);
  for (const [index, cells] of rows.entries()) {
    if (index % ROWS_AT_A_TIME === 0) await setImmediate();
    yield { line: index + 1, cells: cells.map(cellOf) };
  }
}

async function readRows(content: Buffer): Promise<readonly (readonly unknown[])[]> {
  // Loaded only when somebody imports a spreadsheet: every start would wait for it.
  const { readSheet } = await import('read-excel-file/node');
  try {
    return await readSheet(content);
  } catch (cause) {
    // Whatever the library stumbles over, the file is what is wrong.
    const refusal = new DomainError('import.unreadable');
    refusal.cause = cause;
    throw refusal;
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // No column of a price list is a date: it is shown as what it is, and the row is refused.
  return value instanceof Date ? value.toISOString().slice(0, 10) : '';
}
