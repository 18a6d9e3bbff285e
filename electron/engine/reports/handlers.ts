import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { reportsContract } from '../../../shared/contract/reports.ts';
import { dailyReportDocument } from '../../../shared/documents/daily-report.ts';
import { documentLines } from '../../../shared/documents/lay-out.ts';
import { dayNet } from '../../../shared/domain/day-totals.ts';
import { latestDays } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { enqueuePrint } from '../printing/index.ts';
import type { JournalVerdict } from '../journal/index.ts';
import { verifyTill } from '../verify-till.ts';
import { dayTotals } from './apply.ts';
import { dailyReport } from './daily-report.ts';
import { dailyReportPdf } from './daily-report-pdf.ts';

/** What the `reports` area of the contract does. */
export const reportsHandlers: AreaHandlers<typeof reportsContract, Ctx> = {
  days: (ctx, input) =>
    latestDays(ctx.db, input.limit).map((day) => {
      const totals = dayTotals(ctx.db, day.business_date);
      return {
        businessDate: day.business_date,
        zNumber: day.z_number,
        saleCount: totals.saleCount,
        netRp: dayNet(totals),
        closedAt: day.closed_at,
      };
    }),
  daily: (ctx, input) => dailyReport(ctx, input.businessDate),
  dailyPdf: {
    prepare: (ctx, input) => dailyReportPdf(dailyReport(ctx, input.businessDate)),
    run: (_ctx, pdf: Uint8Array, input) => ({
      fileName: `laporan-harian-${input.businessDate}.pdf`,
      mediaType: 'application/pdf',
      contentBase64: Buffer.from(pdf).toString('base64'),
    }),
  },
  printDaily: (ctx, input) => {
    const document = dailyReportDocument(dailyReport(ctx, input.businessDate));
    const printJobId = enqueuePrint(ctx, {
      kind: 'report',
      title: `Laporan ${input.businessDate}`,
      document: () => document,
    });
    return { printJobId, lines: documentLines(document, ctx.store().receiptColumns) };
  },
  verifyJournal: {
    prepare: (ctx) => verifyTill(ctx.db, ctx.ports.crypto, ctx.dataDir),
    run: (_ctx, verdict: JournalVerdict) => verdict,
  },
};
