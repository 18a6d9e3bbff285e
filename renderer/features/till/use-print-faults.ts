import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PrintJob } from '../../../shared/contract/printing.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { shortReceipt } from './receipt-number.ts';

/** Papers a buyer waits for; a report's failure is the report screen's affair. */
const PAPERS: ReadonlySet<PrintJob['kind']> = new Set(['receipt', 'copy']);

/**
 * Says once, on whatever part of the till is open, that a receipt did not come out: the sale is
 * safe, and selling goes on.
 * @param onReprint opens the list of receipts, where an uncertain one can be printed as SALINAN
 */
export function usePrintFaults(onReprint: () => void): void {
  const jobs = useQuery(ask.printJobs(5)).data;
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (jobs === undefined) return;
    const bad = jobs.filter(
      (job) => PAPERS.has(job.kind) && (job.state === 'failed' || job.state === 'unsure'),
    );
    // What failed before this screen was opened stands in the status strip, not in the way.
    told.current ??= new Set(bad.map((job) => job.printJobId));
    const news = bad.filter((job) => told.current?.has(job.printJobId) === false);
    for (const job of news) told.current.add(job.printJobId);
    const newest = news[0];
    if (newest !== undefined) tell(newest, onReprint);
  }, [jobs, onReprint]);
}

function tell(job: PrintJob, onReprint: () => void): void {
  const words = id.till.printFault;
  const unsure = job.state === 'unsure';
  const name = words.receipt(shortReceipt(job.title));
  say({
    tone: 'attention',
    icon: 'printer',
    title: words[job.fault ?? 'other'],
    text: unsure ? words.unsureText(name) : words.text(name),
    action: {
      label: id.till.action.reprint,
      keyName: 'F11',
      perform: unsure ? onReprint : () => void retry(job.printJobId),
    },
  });
}

/** Sends the failed job itself again: no paper came out, so it is still the original. */
async function retry(printJobId: string): Promise<void> {
  const reply = await engine.printing.retry({ printJobId });
  if (!reply.ok) sayRefusal(reply.error);
}
