import type { PrintJob } from '../../../shared/contract/printing.ts';
import { layOut } from '../../../shared/documents/lay-out.ts';
import type { PrintDocument } from '../../../shared/documents/print-document.ts';
import type { Ctx } from '../context.ts';
import { insertJob } from './print-job-store.ts';
import { printerSettings } from './printer-settings-store.ts';
import { wakeQueue } from './wake.ts';

/** What a command wants on paper. */
export interface PrintRequest {
  readonly kind: Exclude<PrintJob['kind'], 'drawer'>;
  /** How people find the job: a receipt number, a Z. */
  readonly title: string;
  /** Made only where there is a printer for it. */
  readonly document: () => PrintDocument;
  /** Kick the drawer open too, where the printer is set to do so. */
  readonly drawer?: boolean;
}

/**
 * Puts a document in the print queue, in the transaction of the command that made it: with the sale
 * or not at all. It is laid out now, for the paper of now, and sent after the commit.
 * @returns the job's id, or `null` where no printer is set: nothing is lost, it can be shown and
 * reprinted
 */
export function enqueuePrint(ctx: Ctx, request: PrintRequest): string | null {
  const settings = printerSettings(ctx.db);
  if (settings.transport.kind === 'none') return null;
  const createdAt = ctx.ports.clock.now();
  const { kind, title } = request;
  // The drawer first: the cashier needs the change while the paper is still coming.
  if (request.drawer === true) enqueueDrawer(ctx, title);
  const printJobId = ctx.ports.ids.next();
  const steps = layOut(request.document(), ctx.store().receiptColumns);
  insertJob(ctx.db, { printJobId, kind, title, steps, createdAt });
  ctx.changed('printing');
  ctx.afterCommit(() => wakeQueue(ctx.db));
  return printJobId;
}

/**
 * Puts the pulse that opens the drawer in the queue.
 * @returns the job's id, or `null` where no drawer is set to open through a printer
 */
export function enqueueDrawer(ctx: Ctx, title: string): string | null {
  const { transport, drawer } = printerSettings(ctx.db);
  if (transport.kind === 'none' || !drawer) return null;
  const printJobId = ctx.ports.ids.next();
  insertJob(ctx.db, { printJobId, kind: 'drawer', title, steps: [], createdAt: ctx.ports.clock.now() });
  ctx.changed('printing');
  ctx.afterCommit(() => wakeQueue(ctx.db));
  return printJobId;
}
