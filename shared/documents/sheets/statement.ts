import type { StoreProfile } from '../../contract/setup.ts';
import type { Rupiah } from '../../domain/money.ts';
import { formatAmount, formatDate, formatRupiah } from '../../i18n/format.ts';
import { sheets } from '../../i18n/id/sheets.ts';
import { terbilang } from '../../i18n/terbilang.ts';
import { partyOf, part, sellerOf, type PartyDetails, type Sheet, type SheetRow } from './sheet.ts';

/** Something that moved what a buyer owes. */
export interface StatementEntry {
  readonly date: string;
  /** A sale on account adds; a payment and a return take off. */
  readonly kind: 'sale' | 'payment' | 'return';
  readonly receipt: string;
  /** Of a sale; `null` otherwise. */
  readonly dueDate: string | null;
  /** Never negative: the kind says which way it goes. */
  readonly amountRp: Rupiah;
}

export interface StatementData {
  readonly profile: StoreProfile;
  readonly debtor: PartyDetails;
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** What was owed before the first day. */
  readonly openingRp: Rupiah;
  /** In the order they happened. */
  readonly entries: readonly StatementEntry[];
  /** Who signs for the co-operative. */
  readonly signedBy: string;
}

const words = sheets.statement;

/** Rekening: what a buyer owed, what came to it, what was paid, and the balance after each. */
export function statementSheet({
  profile,
  debtor,
  from,
  to,
  openingRp,
  entries,
  signedBy,
}: StatementData): Sheet {
  const added = sumOf(entries, (entry) => entry.kind === 'sale');
  const taken = sumOf(entries, (entry) => entry.kind !== 'sale');
  const closing = openingRp + added - taken;
  const { columns } = words;
  return {
    title: words.title,
    number: '',
    date: formatDate(to),
    seller: sellerOf(profile),
    to: { label: sheets.invoice.to, ...partyOf(debtor) },
    facts: [[words.period, words.periodOf(formatDate(from), formatDate(to))]],
    opening: '',
    columns: [
      { head: columns.date },
      { head: columns.what, wide: true },
      { head: columns.receipt },
      { head: columns.due },
      { head: columns.added, right: true },
      { head: columns.taken, right: true },
      { head: columns.balance, right: true },
    ],
    rows: rowsOf(from, openingRp, entries),
    sums: [
      part(words.opening, openingRp),
      part(words.added, added),
      part(words.taken, -taken),
      {
        label: closing < 0 ? words.credit : words.balance,
        amount: formatRupiah(Math.abs(closing)),
        kind: 'total',
      },
    ],
    inWords: terbilang(Math.abs(closing)),
    notes: [],
    signatures: [
      { label: words.agreed, name: '' },
      { label: words.regards, name: signedBy },
    ],
    foot: '',
  };
}

function rowsOf(from: string, openingRp: Rupiah, entries: readonly StatementEntry[]): SheetRow[] {
  let balance: number = openingRp;
  const rows = entries.map((entry): SheetRow => {
    const adds = entry.kind === 'sale';
    balance += adds ? entry.amountRp : 0 - entry.amountRp;
    const amount = formatAmount(entry.amountRp);
    return {
      cells: [
        formatDate(entry.date),
        words.kinds[entry.kind],
        entry.receipt,
        entry.dueDate === null ? '' : formatDate(entry.dueDate),
        adds ? amount : '',
        adds ? '' : amount,
        formatAmount(balance),
      ],
    };
  });
  const opening = { cells: [formatDate(from), words.opening, '', '', '', '', formatAmount(openingRp)] };
  return [opening, ...rows];
}

function sumOf(entries: readonly StatementEntry[], wanted: (entry: StatementEntry) => boolean): number {
  return entries.filter(wanted).reduce((sum, entry) => sum + entry.amountRp, 0);
}
