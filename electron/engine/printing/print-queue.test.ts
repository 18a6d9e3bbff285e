import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrintJob, PrinterTransport } from '../../../shared/contract/printing.ts';
import type { PrintStep } from '../../../shared/documents/lay-out.ts';
import { readEscpos } from '../../../test/support/escpos-reader.ts';
import { exampleId } from '../../../test/support/example-papers.ts';
import { scratchDir, TestClock, TestLog, type ScratchDir } from '../../../test/support/till.ts';
import { Ctx, type Core } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { run } from '../db/sql.ts';
import { inTransaction } from '../dispatch.ts';
import { JournalWriter } from '../journal/index.ts';
import { nodePorts } from '../node-ports.ts';
import { insertJob, jobById, type PrintOutcome } from './print-job-store.ts';
import { createPrintQueue, type PrintQueue } from './print-queue.ts';
import { savePrinterSettings } from './printer-settings-store.ts';
import type { Send } from './transport.ts';

let dir: ScratchDir;
let core: Core;
let clock: TestClock;
let log: TestLog;
let queue: PrintQueue | undefined;
let topics: string[];

beforeEach(() => {
  dir = scratchDir('queue');
  clock = new TestClock();
  log = new TestLog();
  topics = [];
  const db = openDatabase(dir.path);
  migrate(db, undefined);
  const ports = { ...nodePorts(dir.path), clock, log };
  const changed = (...changes: string[]) => void topics.push(...changes);
  // The queue writes no record: paper is not the journal's affair.
  const writer = new JournalWriter(db, ports, () => expect.unreachable());
  const base = { db, ports, dataDir: dir.path, writer, changed };
  core = {
    ...base,
    transact: (work) => inTransaction(base, undefined, work),
    reading: () => new Ctx(base, undefined),
  };
  savePrinterSettings(db, { transport: { kind: 'tcp', host: 'printer', port: 9100 }, drawer: true });
});

afterEach(async () => {
  await queue?.stop();
  core.db.close();
  dir.remove();
});

function addJob(n: number, kind: PrintJob['kind'] = 'receipt'): string {
  const printJobId = exampleId(n);
  const steps: PrintStep[] = kind === 'drawer' ? [] : [{ kind: 'line', text: `job ${n}`, strong: false }];
  insertJob(core.db, { printJobId, kind, title: `job ${n}`, steps, createdAt: clock.now() });
  return printJobId;
}

const stateOf = (printJobId: string) => jobById(core.db, printJobId)?.state;
const faultOf = (printJobId: string) => jobById(core.db, printJobId)?.fault;

/** Keeps what would have gone to a printer, and answers as the test wants. */
class Outbox {
  readonly sent: string[] = [];
  readonly transports: PrinterTransport[] = [];
  answer: (text: string) => PrintOutcome | Promise<PrintOutcome> = () => ({ state: 'printed' });

  readonly send: Send = async (transport, bytes) => {
    const paper = readEscpos(bytes);
    const text = paper.pulses.length > 0 ? 'drawer' : paper.lines.join('|');
    this.transports.push(transport);
    this.sent.push(text);
    return this.answer(text);
  };
}

async function settled(...printJobIds: string[]): Promise<void> {
  await expect
    .poll(() => printJobIds.every((each) => !['queued', 'sending'].includes(stateOf(each) ?? '')))
    .toBe(true);
}

test('jobs go out one at a time, oldest first, and each is stored as sending before its first byte', async () => {
  const outbox = new Outbox();
  const ids = [1, 2, 3].map((n) => addJob(n));
  let onTheWay = 0;
  outbox.answer = async (text) => {
    onTheWay += 1;
    expect(onTheWay).toBe(1);
    expect(stateOf(exampleId(Number(text.slice(4))))).toBe('sending');
    await new Promise((resolve) => setTimeout(resolve, 5));
    onTheWay -= 1;
    return { state: 'printed' };
  };
  queue = createPrintQueue(core, outbox.send);
  queue.start();
  await settled(...ids);
  expect(outbox.sent).toEqual(['job 1', 'job 2', 'job 3']);
  expect(ids.map(stateOf)).toEqual(['printed', 'printed', 'printed']);
  expect(topics).toContain('printing');
});

test('the power goes while a receipt is on its way: it is unsure, never sent again, and the rest goes on', async () => {
  const before = new Outbox();
  before.answer = () => new Promise(() => undefined);
  const cutOff = addJob(1);
  const waiting = addJob(2);
  createPrintQueue(core, before.send).start();
  await expect.poll(() => before.sent).toEqual(['job 1']);
  expect([cutOff, waiting].map(stateOf)).toEqual(['sending', 'queued']);

  // The same database, another start: all that the till knows after a crash.
  const after = new Outbox();
  queue = createPrintQueue(core, after.send);
  queue.start();
  await settled(waiting);
  expect(stateOf(cutOff)).toBe('unsure');
  expect(faultOf(cutOff)).toBe('interrupted');
  expect(after.sent).toEqual(['job 2']);
});

test('a drawer that should have opened before the crash does not spring open after it', async () => {
  const drawer = addJob(1, 'drawer');
  const receipt = addJob(2);
  const outbox = new Outbox();
  queue = createPrintQueue(core, outbox.send);
  queue.start();
  await settled(receipt);
  expect(stateOf(drawer)).toBe('failed');
  expect(outbox.sent).toEqual(['job 2']);
});

test('a drawer that waited too long behind a slow printer stays shut', async () => {
  const outbox = new Outbox();
  queue = createPrintQueue(core, outbox.send);
  queue.start();
  const [slow, drawer, receipt] = [addJob(1), addJob(2, 'drawer'), addJob(3)] as const;
  outbox.answer = () => {
    clock.pass(20_000);
    return { state: 'printed' };
  };
  queue.pump();
  await settled(slow, drawer, receipt);
  expect(outbox.sent).toEqual(['job 1', 'job 3']);
  expect(faultOf(drawer)).toBe('timeout');
});

test('a fault stops one job, not the queue', async () => {
  const outbox = new Outbox();
  outbox.answer = (text) => (text === 'job 1' ? { state: 'failed', fault: 'refused' } : { state: 'printed' });
  const [down, next] = [addJob(1), addJob(2)] as const;
  queue = createPrintQueue(core, outbox.send);
  queue.start();
  await settled(down, next);
  expect([down, next].map(stateOf)).toEqual(['failed', 'printed']);
  expect(faultOf(down)).toBe('refused');
});

test('a job whose row is damaged fails loudly and holds nobody up', async () => {
  const [damaged, next] = [addJob(1), addJob(2)] as const;
  run(core.db, `UPDATE work_print_job SET steps = '[{"kind":"explode"}]' WHERE print_job_id = ?`, damaged);
  const outbox = new Outbox();
  queue = createPrintQueue(core, outbox.send);
  queue.start();
  await settled(damaged, next);
  expect(faultOf(damaged)).toBe('other');
  expect(outbox.sent).toEqual(['job 2']);
  expect(log.errors.map((each) => each.what)).toEqual(['print job can not be read']);
});

test('a job goes to the printer that is set when its turn comes', async () => {
  const outbox = new Outbox();
  const job = addJob(1);
  savePrinterSettings(core.db, { transport: { kind: 'file', path: 'struk.bin' }, drawer: false });
  queue = createPrintQueue(core, outbox.send);
  queue.start();
  await settled(job);
  expect(outbox.transports).toEqual([{ kind: 'file', path: 'struk.bin' }]);
});

test('old finished jobs are forgotten at start, waiting ones never', async () => {
  for (let n = 1; n <= 520; n += 1) addJob(n);
  run(core.db, `UPDATE work_print_job SET state = 'printed', finished_at = 1 WHERE position > 5`);
  const outbox = new Outbox();
  queue = createPrintQueue(core, outbox.send);
  queue.start();
  await settled(...[1, 2, 3, 4, 5].map(exampleId));
  expect(outbox.sent).toHaveLength(5);
  expect(jobById(core.db, exampleId(6))).toBeUndefined();
  expect(jobById(core.db, exampleId(520))).toBeDefined();
});
