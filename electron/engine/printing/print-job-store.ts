import { z } from 'zod';
import { printJobSchema, type PrintJob } from '../../../shared/contract/printing.ts';
import type { PrintStep } from '../../../shared/documents/lay-out.ts';
import { all, get, run, type Db } from '../db/sql.ts';

/** Why a job did not print, as the contract names it. */
export type PrintFault = NonNullable<PrintJob['fault']>;

/** Finished jobs older than the newest this many are forgotten; the records they printed are not. */
const KEPT_JOBS = 500;

const stepsSchema: z.ZodType<PrintStep[]> = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('line'), text: z.string(), strong: z.boolean() }),
    z.strictObject({ kind: z.literal('qr'), data: z.string(), moduleDots: z.int().optional() }),
    z.strictObject({ kind: z.literal('barcode'), data: z.string(), moduleDots: z.int() }),
    z.strictObject({ kind: z.literal('cut') }),
  ]),
);

interface JobRow extends Record<string, unknown> {
  print_job_id: string;
  kind: string;
  title: string;
  state: string;
  fault: string | null;
  created_at: number;
  finished_at: number | null;
}

const JOB_COLUMNS = 'print_job_id, kind, title, state, fault, created_at, finished_at';

function jobOf(row: JobRow): PrintJob {
  return printJobSchema.parse({
    printJobId: row.print_job_id,
    kind: row.kind,
    title: row.title,
    state: row.state,
    fault: row.fault,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  });
}

/** What a new job is made of. */
export interface NewPrintJob {
  readonly printJobId: string;
  readonly kind: PrintJob['kind'];
  readonly title: string;
  /** Empty for the drawer, whose pulse is no document. */
  readonly steps: readonly PrintStep[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** Puts a job at the end of the queue. */
export function insertJob(db: Db, job: NewPrintJob): void {
  run(
    db,
    `INSERT INTO work_print_job (print_job_id, kind, title, state, steps, created_at)
     VALUES (?, ?, ?, 'queued', ?, ?)`,
    job.printJobId,
    job.kind,
    job.title,
    JSON.stringify(job.steps),
    job.createdAt,
  );
}

/** One job, or undefined. */
export function jobById(db: Db, printJobId: string): PrintJob | undefined {
  const row = get<JobRow>(db, `SELECT ${JOB_COLUMNS} FROM work_print_job WHERE print_job_id = ?`, printJobId);
  return row === undefined ? undefined : jobOf(row);
}

/** The newest jobs first. */
export function latestJobs(db: Db, limit: number): PrintJob[] {
  const rows = all<JobRow>(
    db,
    `SELECT ${JOB_COLUMNS} FROM work_print_job ORDER BY position DESC LIMIT ?`,
    limit,
  );
  return rows.map(jobOf);
}

/** The job whose turn it is, or undefined where nothing waits. */
export function nextQueuedJob(db: Db): PrintJob | undefined {
  const row = get<JobRow>(
    db,
    `SELECT ${JOB_COLUMNS} FROM work_print_job
     WHERE state = 'queued' ORDER BY position LIMIT 1`,
  );
  return row === undefined ? undefined : jobOf(row);
}

/** What a job tells the printer. */
export function stepsOfJob(db: Db, printJobId: string): PrintStep[] {
  const row = get<{ steps: string }>(
    db,
    'SELECT steps FROM work_print_job WHERE print_job_id = ?',
    printJobId,
  );
  return stepsSchema.parse(JSON.parse(row?.steps ?? '[]'));
}

/** Notes that a job's first byte is about to leave. */
export function markSending(db: Db, printJobId: string): void {
  run(
    db,
    `UPDATE work_print_job SET state = 'sending' WHERE print_job_id = ? AND state = 'queued'`,
    printJobId,
  );
}

/** How a job ended; a fault where it did not print. */
export type PrintOutcome =
  | { readonly state: 'printed' }
  | { readonly state: 'failed' | 'unsure'; readonly fault: PrintFault };

/** Notes how a job ended, at epoch milliseconds `at`. */
export function markFinished(db: Db, printJobId: string, outcome: PrintOutcome, at: number): void {
  run(
    db,
    `UPDATE work_print_job SET state = ?, fault = ?, finished_at = ?
     WHERE print_job_id = ? AND state IN ('queued', 'sending')`,
    outcome.state,
    outcome.state === 'printed' ? null : outcome.fault,
    at,
    printJobId,
  );
}

/** Puts a job that ended back in the queue, in its old place. */
export function queueAgain(db: Db, printJobId: string): void {
  run(
    db,
    `UPDATE work_print_job SET state = 'queued', fault = NULL, finished_at = NULL WHERE print_job_id = ?`,
    printJobId,
  );
}

/**
 * After a crash: whatever was on its way may or may not be on paper, and a drawer that was to open
 * then must not spring open now.
 * @returns how many jobs were cut off
 */
export function settleInterrupted(db: Db, at: number): number {
  const unsure = run(
    db,
    `UPDATE work_print_job SET state = 'unsure', fault = 'interrupted', finished_at = ? WHERE state = 'sending'`,
    at,
  );
  const drawers = run(
    db,
    `UPDATE work_print_job SET state = 'failed', fault = 'interrupted', finished_at = ?
     WHERE state = 'queued' AND kind = 'drawer'`,
    at,
  );
  return unsure + drawers;
}

/** Forgets finished jobs beyond the newest few hundred. */
export function forgetOldJobs(db: Db): void {
  run(
    db,
    `DELETE FROM work_print_job
     WHERE state NOT IN ('queued', 'sending') AND position <= (SELECT max(position) FROM work_print_job) - ?`,
    KEPT_JOBS,
  );
}
