import { addToDayTotals, EMPTY_DAY_TOTALS } from '../../../shared/domain/day-totals.ts';
import { dayTotalsSchema, type DayTotals } from '../../../shared/journal/bodies.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import { get, run, type Db } from '../db/sql.ts';
import type { SumTable } from '../journal/sums.ts';

interface TotalRow {
  sale_count: number;
  line_count: number;
  gross_rp: number;
  rounding_rp: number;
  cash_rp: number;
  voided_lines: number;
  voided_rp: number;
  abandoned_tickets: number;
  reprints: number;
}

/** Totals of a business day so far. */
export function dayTotals(db: Db, businessDate: string): DayTotals {
  const row = get<TotalRow>(db, 'SELECT * FROM day_total WHERE business_date = ?', businessDate);
  if (row === undefined) return EMPTY_DAY_TOTALS;
  return dayTotalsSchema.parse({
    saleCount: row.sale_count,
    lineCount: row.line_count,
    grossRp: row.gross_rp,
    roundingRp: row.rounding_rp,
    cashRp: row.cash_rp,
    voidedLines: row.voided_lines,
    voidedRp: row.voided_rp,
    abandonedTickets: row.abandoned_tickets,
    reprints: row.reprints,
  });
}

/** A record is added to its day by the function that the district uses too. */
export const dayTotalSums: SumTable = {
  upsert: `INSERT INTO day_total (business_date, sale_count, line_count, gross_rp, rounding_rp, cash_rp,
                                  voided_lines, voided_rp, abandoned_tickets, reprints)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET
             sale_count = sale_count + excluded.sale_count, line_count = line_count + excluded.line_count,
             gross_rp = gross_rp + excluded.gross_rp, rounding_rp = rounding_rp + excluded.rounding_rp,
             cash_rp = cash_rp + excluded.cash_rp, voided_lines = voided_lines + excluded.voided_lines,
             voided_rp = voided_rp + excluded.voided_rp,
             abandoned_tickets = abandoned_tickets + excluded.abandoned_tickets,
             reprints = reprints + excluded.reprints`,
  additionsOf: (record) => {
    // Records between two business days (a reprint after the Z) belong to no day's totals.
    const date = record.businessDate;
    if (date === null) return [];
    return [{ row: date, key: [date], amounts: amountsOf(addToDayTotals(EMPTY_DAY_TOTALS, record)) }];
  },
};

function amountsOf(totals: DayTotals): number[] {
  return [
    totals.saleCount,
    totals.lineCount,
    totals.grossRp,
    totals.roundingRp,
    totals.cashRp,
    totals.voidedLines,
    totals.voidedRp,
    totals.abandonedTickets,
    totals.reprints,
  ];
}

interface DayEvent {
  readonly kind: string;
  readonly subject: string;
  readonly amountRp: number | null;
}

/** What a record says to whoever reads the day's special events; undefined where it says nothing. */
function eventOf(record: JournalRecord): DayEvent | undefined {
  switch (record.type) {
    case 'line-voided/1':
      return { kind: 'line-voided', subject: record.body.name, amountRp: record.body.amountRp };
    case 'ticket-abandoned/1':
      return { kind: 'ticket-abandoned', subject: String(record.body.lines), amountRp: record.body.amountRp };
    case 'receipt-reprinted/1':
      return { kind: 'receipt-reprinted', subject: record.body.receipt, amountRp: null };
    case 'drawer-opened/1':
      // The reason is one word of ours; what follows it is what somebody typed.
      return {
        kind: 'drawer-opened',
        subject: `${record.body.reason} ${record.body.note}`.trim(),
        amountRp: null,
      };
    case 'clock-jumped/1':
      return { kind: 'clock-jumped', subject: String(record.body.toAt - record.body.fromAt), amountRp: null };
    case 'sign-in-locked/1':
      return { kind: 'pin-locked', subject: record.body.staffId, amountRp: null };
    case 'shift-closed/1':
      if (record.body.varianceRp === 0) return undefined;
      return { kind: 'cash-variance', subject: record.body.reason ?? '', amountRp: record.body.varianceRp };
    default:
      return undefined;
  }
}

/** Notes what the owner should see of a day. */
export function applyDayEvent(db: Db, record: JournalRecord): void {
  const event = eventOf(record);
  if (event === undefined || record.businessDate === null) return;
  run(
    db,
    `INSERT INTO day_event (business_date, seq, at, kind, actor, subject, amount_rp) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    record.businessDate,
    record.seq,
    record.at,
    event.kind,
    record.actor,
    event.subject,
    event.amountRp,
  );
}
