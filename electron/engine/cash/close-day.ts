import type { cashContract } from '../../../shared/contract/cash.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { NO_RUPIAH, rupiah } from '../../../shared/domain/money.ts';
import { toHex, zSigningBytes } from '../../../shared/journal/chain.ts';
import type { ZBody } from '../../../shared/journal/sale-bodies.ts';
import { dailyReportDocument } from '../../../shared/documents/daily-report.ts';
import { refreshSearchRank } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { journalHead, writeAnchor } from '../journal/index.ts';
import { enqueuePrint } from '../printing/index.ts';
import { dailyReport, dayTotals } from '../reports/index.ts';
import { categoriesOfDay, perpetualTotals, requireNothingUnfinished, tendersOfDay } from '../sales/index.ts';
import { lastZ, openDay, openShift, shiftsOf, type DayRow } from './cash-store.ts';

type CashHandlers = AreaHandlers<typeof cashContract, Ctx>;

/**
 * Closes the business day: a Z with the next number, the day's totals, the perpetual totals, first
 * and last record and the head's hash, signed by the till's key. Its report goes to the printer.
 */
export const closeDay: CashHandlers['closeDay'] = (ctx) => {
  const day = openDay(ctx.db);
  if (day === undefined) throw new DomainError('day.not-open');
  if (openShift(ctx.db) !== undefined) throw new DomainError('day.shift-still-open');
  requireNothingUnfinished(ctx);
  // Reading the clock may itself add a record, and the Z must name the very last one before it.
  ctx.settleClock();
  const unsigned = zBody(ctx, day);
  const signature = toHex(ctx.signingKey().sign(zSigningBytes(unsigned)));
  const { record, hash } = ctx.append('day-closed/2', { ...unsigned, signature });
  ctx.afterCommit(() => writeAnchor(ctx.dataDir, { zNumber: unsigned.number, seq: record.seq, hash }));
  ctx.afterCommit(() => refreshSearchRank(ctx.db));
  ctx.changed('cash', 'sales', 'upload');
  const report = dailyReport(ctx, day.business_date);
  const printJobId = enqueuePrint(ctx, {
    kind: 'report',
    title: `Z-${String(unsigned.number).padStart(4, '0')}`,
    document: () => dailyReportDocument(report),
  });
  return { zNumber: unsigned.number, businessDate: day.business_date, printJobId };
};

function zBody(ctx: Ctx, day: DayRow): Omit<ZBody, 'signature'> {
  const head = journalHead(ctx.db);
  const before = lastZ(ctx.db);
  const shifts = shiftsOf(ctx.db, day.business_date);
  const variance = shifts.reduce((sum, row) => sum + (row.counted_rp ?? 0) - (row.expected_rp ?? 0), 0);
  return {
    zId: ctx.ports.ids.next(),
    number: (before?.number ?? 0) + 1,
    openedAt: ctx.instant(day.opened_at),
    firstSeq: day.first_seq,
    lastSeq: head.seq,
    headHash: head.hash,
    previousZHash: before?.hash ?? null,
    shifts: shifts.length,
    totals: dayTotals(ctx.db, day.business_date),
    tenders: tendersOfDay(ctx.db, day.business_date, 'sale'),
    refunds: tendersOfDay(ctx.db, day.business_date, 'refund'),
    debtPayments: tendersOfDay(ctx.db, day.business_date, 'debt'),
    categories: categoriesOfDay(ctx.db, day.business_date),
    cashVarianceRp: variance === 0 ? NO_RUPIAH : rupiah(variance),
    perpetual: perpetualTotals(ctx.db),
  };
}
