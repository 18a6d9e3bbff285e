import {
  MAX_CARDS,
  NAME_LENGTH,
  PHONE_LENGTH,
  type MemberImportError,
} from '../../../../shared/contract/members.ts';
import { NO_RUPIAH, type Rupiah } from '../../../../shared/domain/money.ts';
import { looksLikeNik } from '../../../../shared/domain/nik.ts';
import type { Tier } from '../../../../shared/domain/tier.ts';
import {
  cellText,
  codesIn,
  isBrokenText,
  readAmount,
  type Cell,
  type SheetRow,
} from '../../catalog/index.ts';
import type { Column, Field } from './columns.ts';

/** One row of a members' file. `null` is a cell left empty: a known member keeps what is there. */
export interface ImportedMember {
  readonly line: number;
  readonly number: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly tier: Tier | null;
  readonly cards: readonly string[];
  readonly pokokRp: Rupiah | null;
  readonly wajibRp: Rupiah | null;
  readonly sukarelaRp: Rupiah | null;
}

type ErrorCode = MemberImportError['code'];
type Problem = Omit<MemberImportError, 'line' | 'otherLine'>;

/** As the contract has it. */
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}./ -]{0,19}$/u;
const CARD_LENGTH = 64;

/** The tiers, in the words people use for them. */
const TIERS: ReadonlyMap<string, Tier> = new Map([
  ['umum', 'umum'],
  ['eceran', 'umum'],
  ['anggota', 'anggota'],
  ['member', 'anggota'],
  ['grosir', 'grosir'],
]);

/** Reads the cells of one row, noting whatever can't be read. */
export class MemberCells {
  readonly problems: Problem[] = [];
  readonly #cells = new Map<Field, { header: string; cell: Cell }>();

  constructor(columns: readonly Column[], row: SheetRow) {
    const extra = row.cells.slice(columns.length).find((cell) => cellText(cell) !== '');
    if (row.broken === true || row.cells.length < columns.length || extra !== undefined) {
      this.#problem('', 'row-columns', extra ?? row.cells.at(-1) ?? '');
    }
    for (const [index, { header, field }] of columns.entries()) {
      if (field !== null) this.#cells.set(field, { header, cell: row.cells[index] ?? '' });
    }
  }

  /** The row's number as it is written. A spreadsheet that dropped zeros in front is not corrected. */
  number(): string {
    const { header, cell } = this.#one('number');
    const text = cellText(typeof cell === 'number' ? (codesIn(cell)[0] ?? '') : cell).replace(/^'/, '');
    if (text === '') this.#problem(header, 'number-missing', '');
    else if (looksLikeNik(text)) this.#problem(header, 'looks-like-nik', '');
    else if (!NUMBER.test(text)) this.#problem(header, 'number-invalid', text);
    return text;
  }

  /** A text, or `null` where the cell is empty. */
  text(field: 'name' | 'phone'): string | null {
    const { header, cell } = this.#one(field);
    const text = cellText(typeof cell === 'number' ? (codesIn(cell)[0] ?? '') : cell).replace(/^'/, '');
    if (isBrokenText(text)) this.#problem(header, 'broken-text', text);
    else if (field === 'name' && text.length > NAME_LENGTH) this.#problem(header, 'name-too-long', text);
    else if (field === 'phone' && text.length > PHONE_LENGTH) this.#problem(header, 'phone-too-long', text);
    return text === '' ? null : text;
  }

  tier(): Tier | null {
    const { header, cell } = this.#one('tier');
    const text = cellText(cell).toLowerCase();
    if (text === '') return null;
    const tier = TIERS.get(text);
    if (tier === undefined) this.#problem(header, 'tier-invalid', text);
    return tier ?? null;
  }

  cards(): string[] {
    const { header, cell } = this.#one('card');
    const codes = [...new Set(codesIn(cell))];
    for (const code of codes) {
      if (looksLikeNik(code)) this.#problem(header, 'looks-like-nik', '');
      else if (code.length > CARD_LENGTH || isBrokenText(code)) this.#problem(header, 'card-invalid', code);
    }
    if (codes.length > MAX_CARDS) this.#problem(header, 'cards-too-many', String(codes.length));
    return codes;
  }

  /** A balance in whole rupiah; an empty cell is `null`, a nought is nought. */
  amount(field: 'pokok' | 'wajib' | 'sukarela'): Rupiah | null {
    const { header, cell } = this.#one(field);
    if (cellText(cell) === '') return null;
    const read = readAmount(cell);
    if (read.ok) return read.value ?? NO_RUPIAH;
    this.#problem(header, 'savings-invalid', cell);
    return null;
  }

  #one(field: Field): { header: string; cell: Cell } {
    return this.#cells.get(field) ?? { header: '', cell: '' };
  }

  #problem(column: string, code: ErrorCode, value: Cell): void {
    this.problems.push({ column, code, value: cellText(value) });
  }
}

/** Reads one row by the meaning of its columns; with any problem it is not to be used. */
export function readMemberRow(
  columns: readonly Column[],
  row: SheetRow,
): { readonly member: ImportedMember; readonly problems: readonly Problem[] } {
  const cells = new MemberCells(columns, row);
  const member = {
    line: row.line,
    number: cells.number(),
    name: cells.text('name'),
    phone: cells.text('phone'),
    tier: cells.tier(),
    cards: cells.cards(),
    pokokRp: cells.amount('pokok'),
    wajibRp: cells.amount('wajib'),
    sukarelaRp: cells.amount('sukarela'),
  };
  return { member, problems: cells.problems };
}
