import type { StoreProfile } from '../../contract/setup.ts';
import { daysBetween, type BusinessDate } from '../../domain/business-date.ts';
import { rupiah, sumRupiah, type Rupiah } from '../../domain/money.ts';
import { formatAmount, formatDate, formatRupiah } from '../../i18n/format.ts';
import { sheets } from '../../i18n/id/sheets.ts';
import { terbilang } from '../../i18n/terbilang.ts';
import { partyOf, part, present, sellerOf, type PartyDetails, type Sheet } from './sheet.ts';

/** A sale on account that is not paid off. */
export interface OpenDebt {
  readonly receipt: string;
  readonly date: BusinessDate;
  readonly dueDate: BusinessDate;
  /** What went on account, returns taken off. */
  readonly amountRp: Rupiah;
  readonly paidRp: Rupiah;
}

export interface ReminderData {
  readonly profile: StoreProfile;
  readonly debtor: PartyDetails;
  /** The day it is written for, `YYYY-MM-DD`: ages are counted up to it. */
  readonly asOf: BusinessDate;
  /** In the order they are to be paid, the oldest first. */
  readonly debts: readonly OpenDebt[];
  /** Where to pay to, as the co-operative words it; empty to say nothing. */
  readonly paymentNote: string;
  /** Who signs for the co-operative. */
  readonly signedBy: string;
}

const words = sheets.reminder;

/** Surat tagihan: every receipt that is still open with its age, and what is owed in all. */
export function reminderSheet({ profile, debtor, asOf, debts, paymentNote, signedBy }: ReminderData): Sheet {
  const left = sumRupiah(debts.map(leftOf));
  const overdue = sumRupiah(debts.filter((debt) => debt.dueDate < asOf).map(leftOf));
  const date = formatDate(asOf);
  const { columns } = words;
  return {
    title: words.title,
    number: '',
    date,
    seller: sellerOf(profile),
    to: { label: sheets.invoice.to, ...partyOf(debtor) },
    facts: [[words.asOf, date]],
    opening: words.opening(date),
    columns: [
      { head: columns.number, right: true },
      { head: columns.receipt, wide: true },
      { head: columns.date },
      { head: columns.due },
      { head: columns.age, right: true },
      { head: columns.amount, right: true },
      { head: columns.paid, right: true },
      { head: columns.left, right: true },
    ],
    rows: debts.map((debt, index) => ({
      cells: [
        String(index + 1),
        debt.receipt,
        formatDate(debt.date),
        formatDate(debt.dueDate),
        words.age(daysBetween(debt.date, asOf)),
        formatAmount(debt.amountRp),
        debt.paidRp === 0 ? '' : formatAmount(debt.paidRp),
        formatAmount(leftOf(debt)),
      ],
      note: debt.dueDate < asOf ? words.late(daysBetween(debt.dueDate, asOf)) : '',
    })),
    sums: [
      part(words.notYetDue, left - overdue),
      part(words.overdue, overdue),
      { label: words.total, amount: formatRupiah(left), kind: 'total' },
    ],
    inWords: terbilang(left),
    notes: present([paymentNote, words.thanks]),
    signatures: [{ label: words.regards, name: signedBy }],
    foot: '',
  };
}

function leftOf(debt: OpenDebt): Rupiah {
  return rupiah(debt.amountRp - debt.paidRp);
}
