import { addToDayTotals, EMPTY_DAY_TOTALS } from '../../../shared/domain/day-totals.ts';
import { dayTotalsSchema, type DayTotals, type VoidReason } from '../../../shared/journal/sale-bodies.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import { get, run, type Db } from '../db/sql.ts';
import type { SumTable } from '../journal/sums.ts';

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

/** Totals of a business day so far. */
export function dayTotals(db: Db, businessDate: string): DayTotals {
  const named = KEYS.map((key) => `${COLUMN_OF[key]} AS ${key}`).join(', ');
  const row = get<Record<string, number>>(
    db,
    `SELECT ${named} FROM day_total WHERE business_date = ?`,
    businessDate,
  );
  return row === undefined ? EMPTY_DAY_TOTALS : dayTotalsSchema.parse(row);
}

/** A record is added to its day by the function that the district uses too. */
export const dayTotalSums: SumTable = {
  upsert: `INSERT INTO day_total (business_date, ${COLUMNS.join(', ')})
           VALUES (?${', ?'.repeat(COLUMNS.length)})
           ON CONFLICT DO UPDATE SET ${COLUMNS.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  additionsOf: (record) => {
    // Records between two business days (a reprint after the Z) belong to no day's totals.
    const date = record.businessDate;
    if (date === null) return [];
    const totals = addToDayTotals(EMPTY_DAY_TOTALS, record);
    return [{ row: date, key: [date], amounts: KEYS.map((key) => totals[key]) }];
  },
};

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
    case 'line-voided/2':
      return {
        kind: 'line-voided',
        subject: withReason(record.body, record.body.name),
        amountRp: record.body.amountRp,
      };
    case 'ticket-abandoned/1':
      return { kind: 'ticket-abandoned', subject: String(record.body.lines), amountRp: record.body.amountRp };
    case 'ticket-abandoned/2':
      return {
        kind: 'ticket-abandoned',
        subject: withReason(record.body, String(record.body.lines)),
        amountRp: record.body.amountRp,
      };
    case 'sale-returned/1':
      return { kind: 'sale-returned', subject: record.body.receipt, amountRp: record.body.refundRp };
    case 'approval-given/1':
      return {
        kind: 'approval-given',
        subject: `${record.body.action} ${record.body.approver}`,
        amountRp: record.body.amountRp,
      };
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

/** The reason is one word of ours; what follows it is the subject, and what somebody typed. */
function withReason({ reason, note }: { reason: VoidReason; note: string }, subject: string): string {
  return `${reason} ${subject}${note === '' ? '' : ` (${note})`}`;
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
