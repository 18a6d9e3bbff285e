import type { BusinessDate } from '../../shared/domain/business-date.ts';
import { businessDateSchema } from '../../shared/domain/business-date.ts';
import { dayTotalsSchema, type DayTotals } from '../../shared/journal/bodies.ts';
import type { Queries } from './db.ts';

const TOTALS_COLUMNS = `sale_count AS "saleCount", line_count AS "lineCount", gross_rp AS "grossRp",
  rounding_rp AS "roundingRp", cash_rp AS "cashRp", voided_lines AS "voidedLines", voided_rp AS "voidedRp",
  abandoned_tickets AS "abandonedTickets", reprints`;

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
    `INSERT INTO daily_total (till_id, business_date, sale_count, line_count, gross_rp, rounding_rp, cash_rp,
       voided_lines, voided_rp, abandoned_tickets, reprints)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (till_id, business_date) DO UPDATE SET sale_count = excluded.sale_count,
       line_count = excluded.line_count, gross_rp = excluded.gross_rp, rounding_rp = excluded.rounding_rp,
       cash_rp = excluded.cash_rp, voided_lines = excluded.voided_lines, voided_rp = excluded.voided_rp,
       abandoned_tickets = excluded.abandoned_tickets, reprints = excluded.reprints`,
    tillId,
    date,
    totals.saleCount,
    totals.lineCount,
    totals.grossRp,
    totals.roundingRp,
    totals.cashRp,
    totals.voidedLines,
    totals.voidedRp,
    totals.abandonedTickets,
    totals.reprints,
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
