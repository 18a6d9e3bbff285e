import type { CellObject, SheetData } from 'write-excel-file/node';
import {
  cellText,
  type Register,
  type RegisterCell,
  type RegisterRow,
} from '../../../shared/documents/registers/register.ts';

const DATE = 'dd/mm/yyyy';
const MONEY = '#,##0';
/** Up to three decimals, and none where there are none. */
const QUANTITY = '#,##0.###';

/** Characters that a sheet's name can't have, and how long it can be. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;
const [NARROW, WIDE] = [14, 30];

/**
 * A register as a spreadsheet: what can be counted is a number, a date is a date, and every text is
 * text, whatever it begins with: a name must not be able to be a formula.
 * @returns the bytes of an XLSX file
 */
export async function registerXlsx(register: Register): Promise<Uint8Array> {
  // Loaded on first use: a till that never writes a spreadsheet never holds the library in memory.
  const { default: writeXlsx } = await import('write-excel-file/node');
  const { columns, facts, title, store, opening, rows, sums, notes } = register;
  const above: SheetData = [
    [textCell(title, true)],
    [textCell([store.name, ...store.lines].join(', '))],
    ...facts.map(([label, value]) => [textCell(label), textCell(value)]),
    ...(opening === '' ? [] : [[textCell(opening)]]),
    [],
  ];
  const data: SheetData = [
    ...above,
    columns.map(({ head }) => textCell(head, true)),
    ...rows.map(rowOf),
    [],
    ...sums.map(({ label, value, unit }) => [textCell(label), valueCell(value, true), textCell(unit ?? '')]),
    ...notes.map((note) => [textCell(note)]),
  ];
  return writeXlsx(data, {
    sheet: title.replaceAll(NOT_IN_NAMES, ' ').slice(0, LONGEST_NAME),
    columns: columns.map(({ wide }) => ({ width: wide === true ? WIDE : NARROW })),
    ...(register.landscape ? { orientation: 'landscape' as const } : {}),
  }).toBuffer();
}

function rowOf({ kind, cells }: RegisterRow): CellObject[] {
  return cells.map((cell) => valueCell(cell, kind === 'sum'));
}

function textCell(text: string, bold = false): CellObject {
  return { value: text, type: String, ...weight(bold) };
}

function valueCell(cell: RegisterCell, bold: boolean): CellObject {
  switch (cell.kind) {
    case 'text':
      return textCell(cellText(cell), bold);
    case 'count':
      return { value: cell.value, type: Number, ...weight(bold) };
    case 'quantity':
      return { value: cell.thousandths / 1_000, type: Number, format: QUANTITY, ...weight(bold) };
    case 'money':
      return { value: cell.amountRp, type: Number, format: MONEY, ...weight(bold) };
    case 'date':
      return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: DATE, ...weight(bold) };
  }
}

function weight(bold: boolean): Pick<CellObject, 'fontWeight'> {
  return bold ? { fontWeight: 'bold' } : {};
}
