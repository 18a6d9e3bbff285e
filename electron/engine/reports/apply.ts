import { addToDayTotals, EMPTY_DAY_TOTALS } from '../../../shared/domain/day-totals.ts';
import type { VoidReason } from '../../../shared/journal/parts.ts';
import { dayTotalsSchema, type DayTotals } from '../../../shared/journal/sale-bodies.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import { get, run, type Db } from '../db/sql.ts';
import type { SumTable } from '../journal/sums.ts';

const TOTALS = `sale_count AS saleCount, line_count AS lineCount, gross_rp AS grossRp,
  rounding_rp AS roundingRp, cash_rp AS cashRp, voided_lines AS voidedLines,
  voided_rp AS voidedRp, abandoned_tickets AS abandonedTickets, reprints,
  discount_rp AS discountRp, tax_rp AS taxRp, return_count AS returnCount,
  return_rp AS returnRp, cash_refund_rp AS cashRefundRp, debt_paid_count AS debtPaidCount,
  debt_paid_rp AS debtPaidRp, cash_debt_paid_rp AS cashDebtPaidRp, donation_rp AS donationRp`;

/** Totals of a business day so far. */
export function dayTotals(db: Db, businessDate: string): DayTotals {
  const row = get<Record<string, number>>(
    db,
    `SELECT ${TOTALS} FROM day_total WHERE business_date = ?`,
    businessDate,
  );
  return row === undefined ? EMPTY_DAY_TOTALS : dayTotalsSchema.parse(row);
}

/** The totals in the order of the table's columns; a total without a column does not compile. */
function amountsOf(totals: DayTotals): number[] {
  const inOrder = {
    saleCount: totals.saleCount,
    lineCount: totals.lineCount,
    grossRp: totals.grossRp,
    roundingRp: totals.roundingRp,
    cashRp: totals.cashRp,
    voidedLines: totals.voidedLines,
    voidedRp: totals.voidedRp,
    abandonedTickets: totals.abandonedTickets,
    reprints: totals.reprints,
    discountRp: totals.discountRp,
    taxRp: totals.taxRp,
    returnCount: totals.returnCount,
    returnRp: totals.returnRp,
    cashRefundRp: totals.cashRefundRp,
    debtPaidCount: totals.debtPaidCount,
    debtPaidRp: totals.debtPaidRp,
    cashDebtPaidRp: totals.cashDebtPaidRp,
    donationRp: totals.donationRp,
  } satisfies Record<keyof DayTotals, number>;
  return Object.values(inOrder);
}

/** A record is added to its day by the function that the district uses too. */
export const dayTotalSums: SumTable = {
  upsert: `INSERT INTO day_total (business_date, sale_count, line_count, gross_rp, rounding_rp, cash_rp,
                                  voided_lines, voided_rp, abandoned_tickets, reprints,
                                  discount_rp, tax_rp, return_count, return_rp, cash_refund_rp,
                                  debt_paid_count, debt_paid_rp, cash_debt_paid_rp, donation_rp)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET
             sale_count = sale_count + excluded.sale_count,
             line_count = line_count + excluded.line_count,
             gross_rp = gross_rp + excluded.gross_rp,
             rounding_rp = rounding_rp + excluded.rounding_rp,
             cash_rp = cash_rp + excluded.cash_rp,
             voided_lines = voided_lines + excluded.voided_lines,
             voided_rp = voided_rp + excluded.voided_rp,
             abandoned_tickets = abandoned_tickets + excluded.abandoned_tickets,
             reprints = reprints + excluded.reprints,
             discount_rp = discount_rp + excluded.discount_rp,
             tax_rp = tax_rp + excluded.tax_rp,
             return_count = return_count + excluded.return_count,
             return_rp = return_rp + excluded.return_rp,
             cash_refund_rp = cash_refund_rp + excluded.cash_refund_rp,
             debt_paid_count = debt_paid_count + excluded.debt_paid_count,
             debt_paid_rp = debt_paid_rp + excluded.debt_paid_rp,
             cash_debt_paid_rp = cash_debt_paid_rp + excluded.cash_debt_paid_rp,
             donation_rp = donation_rp + excluded.donation_rp`,
  names: 1,
  additionsOf: (record) => {
    // Records between two business days (a reprint after the Z) belong to no day's totals.
    const date = record.businessDate;
    if (date === null) return [];
    return [{ key: [date], amounts: amountsOf(addToDayTotals(EMPTY_DAY_TOTALS, record)) }];
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
    case 'subsidy-erased/1':
      return { kind: 'buyer-erased', subject: record.body.cause, amountRp: null };
    case 'identity-opened/1':
      // What somebody noted of it stands in the list of who took numbers out, not on a report.
      return { kind: 'identity-opened', subject: record.body.purpose, amountRp: null };
    case 'subsidy-refused/1':
      return {
        kind: 'subsidy-refused',
        subject: `${record.body.code} ${record.body.programme}`,
        amountRp: null,
      };
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
