import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { PaidSale } from '../../../shared/contract/till.ts';
import type { PrintJob } from '../../../shared/contract/printing.ts';
import { dadapan, exampleId } from '../../../test/support/example-papers.ts';
import { refusalOf, TestTill, valueOf } from '../../../test/support/till.ts';
import { VirtualPrinter } from '../../../test/support/virtual-printer.ts';

let till: TestTill;
let printer: VirtualPrinter;
let owner: TillClient;
let productId: string;

beforeEach(async () => {
  till = await TestTill.unset();
  printer = await VirtualPrinter.on();
  const { ownerId } = valueOf(
    await till.nobody.setup.create({ store: dadapan, owner: { name: 'Sri', pin: '3690' } }),
  );
  owner = await till.signInAs(ownerId, '3690');
  const product = await owner.catalog.save({
    productId: null,
    name: 'Indomie Rasa Soto Banjar Limau Kuit',
    brand: 'Indomie',
    category: 'Mi Instan',
    unit: 'bungkus',
    priceRp: 3_150,
    costRp: null,
    plu: '11',
    barcodes: [],
    fractional: false,
    active: true,
  });
  ({ productId } = valueOf(product));
  valueOf(await owner.cash.openShift({ floatRp: 300_000 }));
});

afterEach(async () => {
  await printer.off();
  await till.dispose();
});

async function setPrinter(drawer = false): Promise<void> {
  valueOf(await owner.printing.saveSettings({ transport: printer.transport, drawer }));
}

async function sell(): Promise<PaidSale> {
  const { ticket } = valueOf(await owner.till.addProduct({ productId, quantityThousandths: 3000 }));
  const { ticketId, revision, totalRp } = ticket;
  return valueOf(
    await owner.till.pay({ ticketId, revision, totalRp, tenders: [{ kind: 'cash', receivedRp: 10_000 }] }),
  );
}

async function receiptOf({ saleId }: PaidSale): Promise<string[]> {
  return valueOf(await owner.sales.receipt({ saleId })).lines;
}

async function ended(printJobId: string | null): Promise<PrintJob> {
  if (printJobId === null) throw new Error('nothing was printed');
  const job = async () => valueOf(await owner.printing.job({ printJobId }));
  await expect.poll(async () => (await job()).state, { timeout: 8000 }).not.toMatch(/queued|sending/);
  return job();
}

test('a sale is paid: the drawer opens, then the paper says exactly what the screen shows', async () => {
  await setPrinter(true);
  const sale = await sell();
  expect((await ended(sale.printJobId)).state).toBe('printed');
  const [drawer, receipt] = printer.papers;
  expect(drawer?.pulses).toEqual([[0x1b, 0x70, 0x00, 0x19, 0xfa]]);
  expect(receipt?.lines).toEqual(await receiptOf(sale));
  expect(receipt?.lines).toContain('HARUS DIBAYAR          Rp9.400');
  expect(receipt?.pulses).toEqual([]);
});

test('a copy is marked SALINAN on paper too, and opens no drawer', async () => {
  await setPrinter(true);
  const sale = await sell();
  await ended(sale.printJobId);
  const again = valueOf(await owner.sales.reprint({ saleId: sale.saleId }));
  await ended(again.printJobId);
  expect(printer.papers.at(-1)?.lines).toEqual(again.lines);
  expect(again.lines).toContain('          SALINAN KE-1');
  expect(printer.papers).toHaveLength(3);
});

test('the printer is off: the sale stands, the job waits for a person, and comes out once', async () => {
  await setPrinter();
  const { port } = printer.transport;
  await printer.off();
  const sale = await sell();
  expect(await ended(sale.printJobId)).toMatchObject({ state: 'failed', fault: 'refused' });
  expect(valueOf(await owner.sales.recent({}))).toHaveLength(1);

  printer = await VirtualPrinter.on(port);
  const printJobId = sale.printJobId ?? '';
  expect(valueOf(await owner.printing.retry({ printJobId })).state).toBe('queued');
  expect((await ended(printJobId)).state).toBe('printed');
  expect(printer.papers.map((paper) => paper.lines)).toEqual([await receiptOf(sale)]);
  expect(refusalOf(await owner.printing.retry({ printJobId })).code).toBe('print-job.not-retryable');
});

test('the till goes down with a receipt on its way: afterwards it is unsure, and only SALINAN helps', async () => {
  await setPrinter();
  printer.mood = 'silent';
  const sale = await sell();
  await expect
    .poll(async () => valueOf(await owner.printing.jobs({}))[0]?.state, { timeout: 5000 })
    .toBe('sending');
  await till.restart();
  owner = await till.signInAs(valueOf(await till.nobody.staff.list({}))[0]!.staffId, '3690');

  printer.mood = 'good';
  const printJobId = sale.printJobId ?? '';
  expect(await ended(printJobId)).toMatchObject({ state: 'unsure', fault: 'interrupted' });
  expect(refusalOf(await owner.printing.retry({ printJobId })).code).toBe('print-job.not-retryable');
  const again = valueOf(await owner.sales.reprint({ saleId: sale.saleId }));
  await ended(again.printJobId);
  expect(printer.papers.map((paper) => paper.lines)).toEqual([again.lines]);
});

test('no printer: nothing is lost, everything can be shown, and printed once there is one', async () => {
  const sale = await sell();
  expect(sale.printJobId).toBeNull();
  expect(valueOf(await owner.printing.jobs({}))).toEqual([]);
  expect(refusalOf(await owner.printing.testPage({})).code).toBe('printer.not-set');
  const lines = await receiptOf(sale);
  expect(lines.join('\n')).toMatch(/Cek [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/m);
  // The number at its foot is in bars on paper, so that a return begins with a scan.
  expect(lines.at(-1)?.trim()).toBe(sale.receipt);

  await setPrinter();
  const again = valueOf(await owner.sales.reprint({ saleId: sale.saleId }));
  expect((await ended(again.printJobId)).state).toBe('printed');
});

test('many sales on a slow printer come out in the order they were made', async () => {
  await setPrinter();
  printer.mood = 'slow';
  const sales: PaidSale[] = [];
  for (let n = 0; n < 5; n += 1) sales.push(await sell());
  const papers = await printer.printed(5);
  const numbers = papers.map((paper) => paper.lines.find((line) => line.startsWith('Nota'))?.split(' ')[1]);
  expect(numbers).toEqual(sales.map((sale) => sale.receipt));
});

test('settings and jobs as the contract has them', async () => {
  expect(valueOf(await owner.printing.settings({}))).toEqual({ transport: { kind: 'none' }, drawer: false });
  await setPrinter(true);
  expect(valueOf(await owner.printing.settings({}))).toEqual({ transport: printer.transport, drawer: true });
  const { printJobId } = valueOf(await owner.printing.testPage({}));
  const job = await ended(printJobId);
  expect(job).toMatchObject({ kind: 'test', title: 'TES CETAK', state: 'printed', fault: null });
  expect(valueOf(await owner.printing.jobs({}))).toEqual([job]);
  expect(printer.papers[0]?.lines).toContain('12345678901234567890123456789012');
  const unknown = await owner.printing.job({ printJobId: exampleId(9) });
  expect(refusalOf(unknown).code).toBe('print-job.unknown');
});

test('a drawer is never kicked again, and a failed one says why', async () => {
  await setPrinter(true);
  await printer.off();
  await ended((await sell()).printJobId);
  const jobs = valueOf(await owner.printing.jobs({}));
  const drawer = jobs.find((job) => job.kind === 'drawer');
  expect(drawer).toMatchObject({ state: 'failed', fault: 'refused' });
  const refused = await owner.printing.retry({ printJobId: drawer?.printJobId ?? '' });
  expect(refusalOf(refused).code).toBe('print-job.not-retryable');
  printer = await VirtualPrinter.on();
});
