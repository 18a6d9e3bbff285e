import { formatAmount, formatDateAscii, formatQuantity } from '../../i18n/format.ts';

/** A figure or a word of a register, so that a spreadsheet can count with it. */
export type RegisterCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'quantity'; readonly thousandths: number }
  | { readonly kind: 'money'; readonly amountRp: number }
  | { readonly kind: 'date'; readonly date: string };

export const EMPTY: RegisterCell = { kind: 'text', text: '' };
export const text = (value: string): RegisterCell => ({ kind: 'text', text: value });
export const count = (value: number): RegisterCell => ({ kind: 'count', value });
export const quantity = (thousandths: number): RegisterCell => ({ kind: 'quantity', thousandths });
export const money = (amountRp: number): RegisterCell => ({ kind: 'money', amountRp });
export const date = (value: string): RegisterCell => ({ kind: 'date', date: value });

export interface RegisterColumn {
  readonly head: string;
  readonly right?: true;
  /** Shares the room that the others leave; its text may wrap. */
  readonly wide?: true;
  /** Left empty on the paper, for a hand to write in. */
  readonly blank?: true;
}

/** A row of a register; `sum` closes a day or a month. */
export interface RegisterRow {
  readonly kind: 'row' | 'sum';
  readonly cells: readonly RegisterCell[];
}

/** What a register adds up to. */
export interface RegisterSum {
  readonly label: string;
  readonly value: RegisterCell;
  /** Behind the figure, such as `tabung`. */
  readonly unit?: string;
}

/**
 * A register as screen, paper and spreadsheet all show it: words and figures, nothing of how they are
 * laid out. No whole identity number is ever in one.
 */
export interface Register {
  readonly title: string;
  readonly store: { readonly name: string; readonly lines: readonly string[] };
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** A sentence above the table, or empty. */
  readonly opening: string;
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly RegisterRow[];
  readonly sums: readonly RegisterSum[];
  readonly notes: readonly string[];
  readonly signatures: readonly { readonly label: string; readonly name: string }[];
  /** Too many columns for an upright sheet. */
  readonly landscape: boolean;
}

/** A cell as people read it. */
export function cellText(cell: RegisterCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
      return formatAmount(cell.value);
    case 'quantity':
      return formatQuantity(cell.thousandths);
    case 'money':
      return formatAmount(cell.amountRp);
    case 'date':
      return formatDateAscii(cell.date);
  }
}

/** A sum's figure with its unit. */
export function sumText({ value, unit }: RegisterSum): string {
  return unit === undefined ? cellText(value) : `${cellText(value)} ${unit}`;
}
