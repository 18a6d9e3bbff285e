import { addDays, type BusinessDate } from './business-date.ts';
import { cashRounding } from './cash-rounding.ts';
import { NO_RUPIAH, rupiah, sumRupiah, type Rupiah } from './money.ts';

/** A sale on account with what is still owed for it. */
export interface OpenSale {
  readonly saleId: string;
  readonly dueDate: BusinessDate;
  readonly leftRp: Rupiah;
}

/** What is owed, by how many days it is late: a debt is late from the day after it was due. */
export interface Ageing {
  readonly notDueRp: Rupiah;
  /** 1 to 30 days late. */
  readonly days30Rp: Rupiah;
  /** 31 to 60. */
  readonly days60Rp: Rupiah;
  /** 61 to 90. */
  readonly days90Rp: Rupiah;
  /** More than 90. */
  readonly olderRp: Rupiah;
}

/**
 * Sorts what is owed by its age.
 * @param today the open business day: ages are counted in business days of the calendar, not hours
 */
export function ageingOf(open: readonly Pick<OpenSale, 'dueDate' | 'leftRp'>[], today: BusinessDate): Ageing {
  /** What was due from one number of days ago up to another, both included. */
  const between = (from: number, to: number): Rupiah => {
    const [latest, earliest] = [addDays(today, 0 - from), addDays(today, 0 - to)];
    const fitting = open.filter(({ dueDate }) => dueDate <= latest && dueDate >= earliest);
    return sumRupiah(fitting.map(({ leftRp }) => leftRp));
  };
  const older = open.filter(({ dueDate }) => dueDate < addDays(today, -90));
  return {
    notDueRp: sumRupiah(open.filter(({ dueDate }) => dueDate >= today).map(({ leftRp }) => leftRp)),
    days30Rp: between(1, 30),
    days60Rp: between(31, 60),
    days90Rp: between(61, 90),
    olderRp: sumRupiah(older.map(({ leftRp }) => leftRp)),
  };
}

/** Everything of an ageing that is late. */
export function overdueOf({ days30Rp, days60Rp, days90Rp, olderRp }: Ageing): Rupiah {
  return sumRupiah([days30Rp, days60Rp, days90Rp, olderRp]);
}

/** Whole days that a date has passed; 0 on the day itself and before. */
export function daysLate(dueDate: BusinessDate, today: BusinessDate): number {
  const days = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${dueDate}T00:00:00Z`)) / DAY_MS;
  return Math.max(0, Math.round(days));
}

const DAY_MS = 86_400_000;

/** A part of a payment, and the sale it pays off. */
export interface Allocation {
  readonly saleId: string;
  readonly amountRp: Rupiah;
}

/**
 * Shares a payment out: each sale is paid off before the next one gets anything.
 * @param open in the order in which they are paid off: those due first come first
 * @param amountRp not more than is owed for them together
 * @throws RangeError where it is more: a bug in the caller, never input
 */
export function shareOutPayment(open: readonly OpenSale[], amountRp: Rupiah): Allocation[] {
  const parts: Allocation[] = [];
  let rest: number = amountRp;
  for (const { saleId, leftRp } of open) {
    const part = Math.min(rest, leftRp);
    if (part <= 0) continue;
    parts.push({ saleId, amountRp: rupiah(part) });
    rest -= part;
  }
  if (rest > 0) throw new RangeError(`${amountRp} is more than is owed`);
  return parts;
}

/**
 * Whether a payment leaves nothing open of any sale it pays for. Only then is cash rounded: it is the
 * last part of those sales, as it would have been at the counter.
 */
function paysOffWhole(open: readonly OpenSale[], parts: readonly Allocation[]): boolean {
  return parts.every(
    ({ saleId, amountRp }) => open.find((sale) => sale.saleId === saleId)?.leftRp === amountRp,
  );
}

/**
 * What of a debt is forgiven because the smallest coin can't pay it: zero or negative rupiah, less than
 * one step. A part payment is never rounded; it has to be a whole number of steps, or undefined.
 * @param stepRp what the store rounds cash down to; 0 for not at all
 */
export function debtRounding(
  open: readonly OpenSale[],
  parts: readonly Allocation[],
  stepRp: Rupiah,
): Rupiah | undefined {
  const rounding = cashRounding(sumRupiah(parts.map(({ amountRp }) => amountRp)), stepRp);
  if (rounding === 0) return NO_RUPIAH;
  return paysOffWhole(open, parts) ? rounding : undefined;
}
