import type { PrintJob } from '../../../shared/contract/printing.ts';
import type { Core } from '../context.ts';
import { DRAWER_PULSE, escposBytes } from './escpos.ts';
import {
  forgetOldJobs,
  markFinished,
  markSending,
  nextQueuedJob,
  settleInterrupted,
  stepsOfJob,
  type PrintOutcome,
} from './print-job-store.ts';
import { printerSettings } from './printer-settings-store.ts';
import { sendToPrinter, type Send } from './transport.ts';
import { offWake, onWake } from './wake.ts';

/** A drawer that would open later than this stays shut: nobody is waiting for it any more. */
const DRAWER_PATIENCE_MS = 15_000;

/** How long stopping waits for the job on its way before it is given up as unsure. */
const STOP_GRACE_MS = 2_000;

/** Sends print jobs, oldest first, one at a time, for as long as the engine runs. */
export interface PrintQueue {
  /** Settles what a crash cut off, then begins to send. */
  start(): void;
  /** Lets the job on its way finish, or gives it up; resolves once that is stored. */
  stop(): Promise<void>;
  /** Looks for waiting jobs. Harmless at any time; jobs put in by `enqueuePrint` come by themselves. */
  pump(): void;
}

/**
 * Makes the queue of a till.
 * @param send the way to the printer; replaced by tests
 */
export function createPrintQueue(core: Core, send: Send = sendToPrinter): PrintQueue {
  return new JobLoop(core, send);
}

class JobLoop implements PrintQueue {
  readonly #core: Core;
  readonly #send: Send;
  readonly #giveUp = new AbortController();
  #stopped = true;
  #wanted = false;
  #running: Promise<void> | undefined;

  constructor(core: Core, send: Send) {
    this.#core = core;
    this.#send = send;
  }

  start(): void {
    this.#stopped = false;
    this.#settle();
    onWake(this.#core.db, () => this.pump());
    this.pump();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    offWake(this.#core.db);
    const grace = setTimeout(() => this.#giveUp.abort(), STOP_GRACE_MS);
    await this.#running;
    clearTimeout(grace);
  }

  #settle(): void {
    try {
      this.#core.transact((ctx) => {
        if (settleInterrupted(ctx.db, ctx.ports.clock.now()) > 0) ctx.changed('printing');
        forgetOldJobs(ctx.db);
      });
    } catch (error) {
      // A full disk must not keep the till from opening. What is `sending` stays so, and is not sent.
      this.#core.ports.log.error('print jobs of before could not be settled', { error });
    }
  }

  pump(): void {
    this.#wanted = true;
    if (this.#stopped || this.#running !== undefined) return;
    this.#running = this.#work();
  }

  async #work(): Promise<void> {
    try {
      while (this.#wanted) {
        this.#wanted = false;
        await this.#sendAll();
      }
    } catch (error) {
      this.#core.ports.log.error('print queue rests until the next job', { error });
    } finally {
      this.#running = undefined;
    }
  }

  async #sendAll(): Promise<void> {
    while (!this.#stopped) {
      const job = nextQueuedJob(this.#core.db);
      if (job === undefined) return;
      await deliver(this.#core, this.#send, job, this.#giveUp.signal);
    }
  }
}

async function deliver(core: Core, send: Send, job: PrintJob, stop: AbortSignal): Promise<void> {
  if (job.kind === 'drawer' && core.ports.clock.now() - job.createdAt > DRAWER_PATIENCE_MS) {
    return finish(core, job, { state: 'failed', fault: 'timeout' });
  }
  const bytes = bytesOf(core, job);
  if (bytes === undefined) return finish(core, job, { state: 'failed', fault: 'other' });
  // Stored before the first byte: after a power cut nobody may take this job for untouched.
  core.transact((ctx) => {
    markSending(ctx.db, job.printJobId);
    ctx.changed('printing');
  });
  finish(core, job, await send(printerSettings(core.db).transport, bytes, stop));
}

/** The job's bytes; undefined where its row can't be read, which must not hold up the jobs behind it. */
function bytesOf(core: Core, job: PrintJob): Uint8Array | undefined {
  if (job.kind === 'drawer') return DRAWER_PULSE;
  try {
    return escposBytes(stepsOfJob(core.db, job.printJobId));
  } catch (error) {
    core.ports.log.error('print job can not be read', { job: job.printJobId, error });
    return undefined;
  }
}

function finish(core: Core, job: PrintJob, outcome: PrintOutcome): void {
  core.transact((ctx) => {
    markFinished(ctx.db, job.printJobId, outcome, ctx.ports.clock.now());
    ctx.changed('printing');
  });
  if (outcome.state === 'printed') return;
  core.ports.log.info('print job did not finish', { job: job.printJobId, kind: job.kind, ...outcome });
}
