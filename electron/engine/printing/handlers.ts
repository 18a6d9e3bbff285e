import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { PrintJob, printingContract } from '../../../shared/contract/printing.ts';
import { testPageDocument } from '../../../shared/documents/test-page.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { enqueuePrint } from './enqueue.ts';
import { jobById, latestJobs, queueAgain } from './print-job-store.ts';
import { printerSettings, savePrinterSettings } from './printer-settings-store.ts';
import { wakeQueue } from './wake.ts';

/** What the `printing` area of the contract does. */
export const printingHandlers: AreaHandlers<typeof printingContract, Ctx> = {
  settings: (ctx) => printerSettings(ctx.db),
  saveSettings: (ctx, input) => {
    savePrinterSettings(ctx.db, input);
    ctx.changed('printing');
    return input;
  },
  testPage: (ctx) => {
    const printJobId = enqueuePrint(ctx, {
      kind: 'test',
      title: documents.testPage.title,
      document: () => testPageDocument(ctx.store()),
    });
    if (printJobId === null) throw new DomainError('printer.not-set');
    return { printJobId };
  },
  jobs: (ctx, input) => latestJobs(ctx.db, input.limit),
  job: (ctx, input) => requireJob(ctx, input.printJobId),
  retry: (ctx, input) => {
    const job = requireJob(ctx, input.printJobId);
    if (!isRetryable(job)) throw new DomainError('print-job.not-retryable');
    if (printerSettings(ctx.db).transport.kind === 'none') throw new DomainError('printer.not-set');
    queueAgain(ctx.db, job.printJobId);
    ctx.changed('printing');
    ctx.afterCommit(() => wakeQueue(ctx.db));
    return requireJob(ctx, job.printJobId);
  },
};

function requireJob(ctx: Ctx, printJobId: string): PrintJob {
  const job = jobById(ctx.db, printJobId);
  if (job === undefined) throw new DomainError('print-job.unknown');
  return job;
}

/**
 * A failed job left no byte behind, so it may go again. Of an unsure one there may be paper already:
 * a report or a test page may come twice, a receipt may not. A drawer opens when its sale is paid or
 * not at all.
 */
function isRetryable(job: PrintJob): boolean {
  if (job.kind === 'drawer') return false;
  if (job.state === 'failed') return true;
  return job.state === 'unsure' && (job.kind === 'report' || job.kind === 'test');
}
