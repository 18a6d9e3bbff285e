import type { DailyReport } from '../../../shared/contract/reports.ts';
import { offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import { rupiah, sumRupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { dayNet } from '../../../shared/domain/day-totals.ts';
import { isZ, zOf } from '../../../shared/domain/sale-view.ts';
import { dayOf, shiftsOf, zOf as zRowOf, type ShiftRow } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { decodeStored, journalHead, storedRecord } from '../journal/index.ts';
import { isPkp } from '../policy/index.ts';
import { cashMoved, categoriesOfDay, hoursOfDay, tendersOfDay } from '../sales/index.ts';
import { listStaff } from '../staff/index.ts';
import { ackState } from '../upload/index.ts';
import { dayTotals } from './apply.ts';
import { countEvents, eventsOf, type DayEventRow } from './day-event-store.ts';

/**
 * The report of one business day, running or closed, from the day's own rows: its cost does not grow
 * with the years behind it.
 * @throws DomainError `report.unknown` where that day was never opened
 */
export function dailyReport(ctx: Ctx, businessDate: string): DailyReport {
  const day = dayOf(ctx.db, businessDate);
  if (day === undefined) throw new DomainError('report.unknown');
  const store = ctx.store();
  const totals = dayTotals(ctx.db, businessDate);
  const names = new Map(listStaff(ctx.db).map((person) => [person.staffId, person.name]));
  const tenders = tendersOfDay(ctx.db, businessDate, 'sale');
  // What buyers owed for sales. A donation lies with the cash, but no receipt asked for it.
  const dueRp = sumRupiah(tenders.map((tender) => tender.amountRp)) - totals.donationRp;
  return {
    // Whether a store collects PPN is dated: a report of last year says what it was then.
    store: { ...store, pkp: isPkp(ctx, businessDate) },
    businessDate,
    openedAt: day.opened_at,
    closed: day.closed_at !== null,
    seal: seal(ctx, businessDate, names),
    saleCount: totals.saleCount,
    lineCount: totals.lineCount,
    grossRp: totals.grossRp,
    roundingRp: totals.roundingRp,
    netRp: dayNet(totals),
    // Of sales alone: goods that came back, maybe of another day, make no receipt of today smaller.
    averageRp: rupiah(totals.saleCount === 0 ? 0 : Math.round(dueRp / totals.saleCount)),
    tenders,
    refunds: tendersOfDay(ctx.db, businessDate, 'refund'),
    debtPayments: tendersOfDay(ctx.db, businessDate, 'debt'),
    returnCount: totals.returnCount,
    returnRp: totals.returnRp,
    discountRp: totals.discountRp,
    taxRp: totals.taxRp,
    donationRp: totals.donationRp,
    debtPaidRp: totals.debtPaidRp,
    categories: categoriesOfDay(ctx.db, businessDate),
    hours: hoursOfDay(ctx.db, businessDate, offsetMinutesOf(store.timeZone)),
    shifts: shiftRows(ctx, businessDate),
    events: eventsOf(ctx.db, businessDate).map((row) => eventRow(row, names)),
    voidedLines: totals.voidedLines,
    voidedRp: totals.voidedRp,
    abandonedTickets: totals.abandonedTickets,
    reprints: totals.reprints,
    clockJumps: countEvents(ctx.db, businessDate, 'clock-jumped'),
    upload: { ...ackState(ctx.db), headSeq: journalHead(ctx.db).seq },
  };
}

function shiftRows(ctx: Ctx, businessDate: string): DailyReport['shifts'] {
  const cash = (counted: number | null, row: ShiftRow, flow: 'sale' | 'refund' | 'debt'): Rupiah =>
    rupiah(counted ?? cashMoved(ctx.db, businessDate, row.shift_id, flow).amountRp);
  return shiftsOf(ctx.db, businessDate).map((row) => ({
    number: row.number,
    cashier: row.cashier,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    floatRp: rupiah(row.float_rp),
    cashSalesRp: cash(row.cash_sales_rp, row, 'sale'),
    cashRefundsRp: cash(row.cash_refunds_rp, row, 'refund'),
    cashDebtsRp: cash(row.cash_debts_rp, row, 'debt'),
    expectedRp: row.expected_rp === null ? null : rupiah(row.expected_rp),
    countedRp: row.counted_rp === null ? null : rupiah(row.counted_rp),
    varianceRp:
      row.counted_rp === null || row.expected_rp === null ? null : rupiah(row.counted_rp - row.expected_rp),
    reason: row.reason,
    note: row.note,
  }));
}

const EVENT_KINDS = {
  'line-voided': 'line-voided',
  'ticket-abandoned': 'ticket-abandoned',
  'receipt-reprinted': 'receipt-reprinted',
  'drawer-opened': 'drawer-opened',
  'cash-variance': 'cash-variance',
  'clock-jumped': 'clock-jumped',
  'pin-locked': 'pin-locked',
  'sale-returned': 'sale-returned',
  'approval-given': 'approval-given',
  'buyer-erased': 'buyer-erased',
  'identity-opened': 'identity-opened',
  'subsidy-refused': 'subsidy-refused',
} as const;

function isEventKind(kind: string): kind is keyof typeof EVENT_KINDS {
  return Object.hasOwn(EVENT_KINDS, kind);
}

function eventRow(row: DayEventRow, names: ReadonlyMap<string, string>): DailyReport['events'][number] {
  if (!isEventKind(row.kind)) throw new Error(`unknown kind of event ${row.kind}`);
  return {
    at: row.at,
    kind: row.kind,
    who: names.get(row.actor) ?? '',
    subject: row.kind === 'pin-locked' ? (names.get(row.subject) ?? '') : row.subject,
    amountRp: row.amount_rp === null ? null : rupiah(row.amount_rp),
  };
}

function seal(ctx: Ctx, businessDate: string, names: ReadonlyMap<string, string>): DailyReport['seal'] {
  const row = zRowOf(ctx.db, businessDate);
  const stored = row === undefined ? undefined : storedRecord(ctx.db, row.seq);
  if (row === undefined || stored === undefined) return null;
  const record = decodeStored(stored.bytes);
  if (!isZ(record)) throw new Error(`record ${row.seq} is no Z`);
  const body = zOf(record);
  return {
    zNumber: body.number,
    closedAt: record.at,
    closedBy: names.get(record.actor) ?? '',
    firstSeq: body.firstSeq,
    lastSeq: body.lastSeq,
    headHash: body.headHash,
    recordHash: row.hash,
    previousZHash: body.previousZHash,
    signature: body.signature,
    perpetualGrossRp: body.perpetual.grossRp,
    perpetualVoidRp: body.perpetual.voidRp,
    perpetualRefundRp: body.perpetual.refundRp,
    perpetualNetRp: body.perpetual.netRp,
  };
}
