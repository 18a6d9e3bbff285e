import type { BusinessDate } from '../../shared/domain/business-date.ts';
import { businessDateSchema } from '../../shared/domain/business-date.ts';
import { dayTotalsSchema, type DayTotals } from '../../shared/journal/sale-bodies.ts';
import type { Queries } from './db.ts';

/** Each total's column. */
const COLUMN_OF: Readonly<Record<keyof DayTotals, string>> = {
  saleCount: 'sale_count',
  lineCount: 'line_count',
  grossRp: 'gross_rp',
  roundingRp: 'rounding_rp',
  cashRp: 'cash_rp',
  voidedLines: 'voided_lines',
  voidedRp: 'voided_rp',
  abandonedTickets: 'abandoned_tickets',
  reprints: 'reprints',
  discountRp: 'discount_rp',
  taxRp: 'tax_rp',
  returnCount: 'return_count',
  returnRp: 'return_rp',
  cashRefundRp: 'cash_refund_rp',
  debtPaidCount: 'debt_paid_count',
  debtPaidRp: 'debt_paid_rp',
  cashDebtPaidRp: 'cash_debt_paid_rp',
  donationRp: 'donation_rp',
};
const KEYS = dayTotalsSchema.keyof().options;
const COLUMNS = KEYS.map((key) => COLUMN_OF[key]);
const TOTALS_COLUMNS = KEYS.map((key) => `${COLUMN_OF[key]} AS "${key}"`).join(', ');

/** What has been added up of one business day so far, or undefined. */
export async function findDayTotals(
  tx: Queries,
  tillId: string,
  date: BusinessDate,
): Promise<DayTotals | undefined> {
  const [totals] = await tx.rows(
    dayTotalsSchema,
    `SELECT ${TOTALS_COLUMNS} FROM daily_total WHERE till_id = $1 AND business_date = $2`,
    tillId,
    date,
  );
  return totals;
}

/** Puts down the totals of one business day as they now stand. */
export async function saveDayTotals(
  tx: Queries,
  tillId: string,
  date: BusinessDate,
  totals: DayTotals,
): Promise<void> {
  await tx.run(
    `INSERT INTO daily_total (till_id, business_date, ${COLUMNS.join(', ')})
     VALUES ($1, $2, ${COLUMNS.map((_, index) => `$${index + 3}`).join(', ')})
     ON CONFLICT (till_id, business_date) DO UPDATE SET
       ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    tillId,
    date,
    ...KEYS.map((key) => totals[key]),
  );
}

/** Every day of a till, oldest first. */
export async function listDayTotals(
  db: Queries,
  tillId: string,
): Promise<{ businessDate: BusinessDate; totals: DayTotals }[]> {
  const rows = await db.rows(
    dayTotalsSchema.extend({ businessDate: businessDateSchema }),
    `SELECT business_date AS "businessDate", ${TOTALS_COLUMNS}
     FROM daily_total WHERE till_id = $1 ORDER BY business_date`,
    tillId,
  );
  return rows.map(({ businessDate, ...totals }) => ({ businessDate, totals }));
}
