import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { PrinterTransport } from '../../../shared/contract/printing.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import { closeShift, openShift, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import { VirtualPrinter } from '../../../test/support/virtual-printer.ts';

let shop: SmallShop;
let printer: VirtualPrinter;
let siti: TillClient;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  printer = await VirtualPrinter.on();
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
});

afterEach(async () => {
  await printer.off();
  await shop.close();
});

const setPrinter = async (transport: PrinterTransport, drawer: boolean) =>
  valueOf(await joko.printing.saveSettings({ transport, drawer }));
const openings = () => recordsOfType(shop, 'drawer-opened/1');
const stateOf = async (printJobId: string | null) =>
  valueOf(await siti.printing.job({ printJobId: printJobId ?? '' })).state;
const events = async () => valueOf(await joko.reports.daily({ businessDate: '2026-04-15' })).events;

describe('a drawer on the printer', () => {
  beforeEach(() => setPrinter(printer.transport, true));

  test('opens for small change, with one pulse and no paper, and the day tells of it', async () => {
    const { printJobId } = valueOf(await siti.cash.openDrawer({ reason: 'small-change' }));
    await expect.poll(() => stateOf(printJobId)).toBe('printed');
    expect(printer.papers).toMatchObject([{ lines: [], pulses: [[0x1b, 0x70, 0x00, 0x19, 0xfa]] }]);
    expect(openings()).toMatchObject([
      { actor: await shop.staffId('Siti'), body: { reason: 'small-change', note: '' } },
    ]);
    expect(await events()).toMatchObject([
      { kind: 'drawer-opened', who: 'Siti', subject: 'small-change', amountRp: null },
    ]);
  });

  test('opens for something else only with a word about what', async () => {
    expect(refusalOf(await siti.cash.openDrawer({ reason: 'other', note: '  ' })).code).toBe(
      'drawer.note-required',
    );
    expect(openings()).toEqual([]);
    valueOf(await siti.cash.openDrawer({ reason: 'other', note: ' ambil kunci gudang ' }));
    expect(await events()).toMatchObject([{ kind: 'drawer-opened', subject: 'other ambil kunci gudang' }]);
  });

  test('opens once for one wish, however often it is sent', async () => {
    const options = { commandId: uuidv7() };
    const first = await siti.cash.openDrawer({ reason: 'count' }, options);
    expect(await siti.cash.openDrawer({ reason: 'count' }, options)).toEqual(first);
    expect(openings()).toHaveLength(1);
    await expect.poll(() => stateOf(valueOf(first).printJobId)).toBe('printed');
    expect(printer.papers).toHaveLength(1);
  });

  test('stays shut without an open shift: nobody would answer for it', async () => {
    await closeShift(siti, 200_000);
    expect(refusalOf(await siti.cash.openDrawer({ reason: 'count' })).code).toBe('shift.closed');
    expect(openings()).toEqual([]);
  });
});

test('an order the printer never took is on record all the same, and its job says it failed', async () => {
  await setPrinter(printer.transport, true);
  await printer.off();
  const { printJobId } = valueOf(await siti.cash.openDrawer({ reason: 'small-change' }));
  await expect.poll(() => stateOf(printJobId)).toBe('failed');
  expect(openings()).toHaveLength(1);
});

test('where no printer opens the drawer, its key does: that is on record too, and nothing is ordered', async () => {
  expect(valueOf(await siti.cash.openDrawer({ reason: 'count' }))).toEqual({ printJobId: null });
  await setPrinter(printer.transport, false);
  expect(valueOf(await siti.cash.openDrawer({ reason: 'count' }))).toEqual({ printJobId: null });
  expect(openings()).toHaveLength(2);
  expect(printer.papers).toEqual([]);
});
