import { calendarDate, TIME_ZONES } from '../domain/business-date.ts';
import { formatDateAscii, formatTimeAscii } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import type { Block, Words } from './print-document.ts';

/** Who bought, as far as paper may say it: names are in the vault and never in a record. */
export interface BuyerLine {
  /** Nomor anggota as on the card; empty for an institution, which has none. */
  readonly number: string;
  /** A person's name as `maskedName` gives it; an institution's name as it is. */
  readonly maskedName: string;
}

/** What the head of a paper says about the record it was made from. */
interface Written {
  /** Its number, as words: `Nota G2207-1-0057`. */
  readonly title: string;
  readonly cashier: string;
  readonly till: string;
  readonly at: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly businessDate: string | null;
}

const words = documents.receipt;

/** Number, cashier, date and time of a paper that came from a record. */
export function writtenHead({ title, cashier, till, at, offset, businessDate }: Written): Block[] {
  const date = calendarDate(at, offset);
  const rows: Block[] = [
    { kind: 'row', left: title, right: paperDate(date) },
    {
      kind: 'row',
      left: words.cashier(cashier, till),
      right: `${formatTimeAscii(at, offset)} ${zoneName(offset)}`.trim(),
    },
  ];
  // After midnight the buyer's date and the day the record is booked on differ: both are said.
  if (businessDate !== null && businessDate !== date) {
    rows.push({ kind: 'row', left: words.businessDate, right: paperDate(businessDate) });
  }
  return rows;
}

/** A date as paper has room for it: two digits of the year on narrow paper. */
export function paperDate(date: string): Words {
  return { narrow: formatDateAscii(date, true), wide: formatDateAscii(date) };
}

/** Says that this is a copy, above everything else. */
export function copyMark(copy: number | null): Block[] {
  if (copy === null) return [];
  return [{ kind: 'centred', text: words.copy(copy), strong: true }, { kind: 'double-rule' }];
}

/** What kind of paper this is, where it is no receipt of a sale. */
export function paperTitle(title: string): Block[] {
  return [{ kind: 'centred', text: title, strong: true }, { kind: 'double-rule' }];
}

/** Whose paper it is: a member with a number, or an institution by its name. */
export function buyerRow(buyer: BuyerLine): Block {
  const left = buyer.number === '' ? words.buyer : words.member(buyer.number);
  return { kind: 'row', left, right: buyer.maskedName };
}

/** The end of a number that a bank or an acquirer gave, enough to find the payment by. */
export function referenceEnd(reference: string): string {
  return Array.from(reference.trim()).slice(-REFERENCE_LETTERS).join('');
}

const REFERENCE_LETTERS = 4;

function zoneName(offsetMinutes: number): string {
  return Object.values(TIME_ZONES).find((zone) => zone.offsetMinutes === offsetMinutes)?.short ?? '';
}
