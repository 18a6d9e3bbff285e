import { cpSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databasePath } from '../../electron/engine/db/open.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { CallEnvelope, EngineEvent } from '../../shared/contract/wire.ts';
import { countOut } from '../day/shop.ts';
import { rebuildProof } from '../support/rebuild-proof.ts';
import {
  GOODS,
  openShift,
  payment,
  PEOPLE,
  ringUp,
  sell,
  SmallShop,
  type Name,
} from '../support/small-shop.ts';
import { refusalOf, scratchDir, valueOf, type ScratchDir } from '../support/till.ts';
import { clientOver, WAYS, type ReachedTill, type Way } from '../support/transports.ts';

let template: SmallShop;

/** The small shop's data; every story gets a copy of its own. */
beforeAll(async () => {
  template = await SmallShop.open();
  await template.till.engine.close();
});
afterAll(() => template.close());

describe.each(WAYS)('a till reached $name', (way: Way) => {
  let dir: ScratchDir;
  let dataDir: string;
  let till: ReachedTill;
  let nobody: TillClient;

  beforeEach(async () => {
    dir = scratchDir('way');
    dataDir = path.join(dir.path, 'toko');
    cpSync(template.till.dir.path, dataDir, { recursive: true });
    till = await way.open(dataDir);
    nobody = clientOver(till.transport);
  });

  afterEach(async () => {
    await till.close();
    dir.remove();
  });

  async function signIn(name: Name): Promise<TillClient> {
    const staffId = valueOf(await nobody.staff.list({})).find((person) => person.name === name)!.staffId;
    const result = valueOf(await nobody.staff.signIn({ staffId, pin: PEOPLE[name].pin }));
    if (result.status !== 'signed-in') throw new Error(`not signed in: ${result.status}`);
    return clientOver(till.transport, result.session);
  }

  async function reopen(): Promise<void> {
    await till.close();
    till = await way.open(dataDir);
    nobody = clientOver(till.transport);
  }

  test('trades for a day: sign in, sell, mistype, reprint, count, close, verify', async () => {
    const siti = await signIn('Siti');
    await openShift(siti, 100_000);
    const first = await sell(siti, GOODS.noodles, GOODS.tea);
    expect(refusalOf(await siti.till.scan({ code: '089686010948' }))).toMatchObject({
      code: 'barcode.check-digit',
      params: { code: '089686010948' },
    });
    const { ticket } = valueOf(await siti.till.scan({ code: GOODS.rice, quantityThousandths: 1_250 }));
    const second = valueOf(await siti.till.pay(payment(ticket, 50_000)));
    expect([first.receipt, second.receipt]).toEqual(['SKM01-1-0001', 'SKM01-1-0002']);
    expect(second).toMatchObject({ totalRp: 18_625, dueRp: 18_600, changeRp: 31_400 });
    expect(valueOf(await siti.sales.reprint({ saleId: first.saleId })).copy).toBe(1);
    expect(refusalOf(await siti.cash.closeDay({})).code).toBe('permission.denied');
    const { count } = valueOf(await siti.cash.lockCount({ counts: countOut(126_800) }));
    expect(count?.varianceRp).toBe(0);
    valueOf(await siti.cash.closeShift({ reason: null }));
    const joko = await signIn('Joko');
    const { zNumber, businessDate } = valueOf(await joko.cash.closeDay({}));
    const report = valueOf(await joko.reports.daily({ businessDate }));
    expect(report).toMatchObject({ closed: true, saleCount: 2, grossRp: 26_875, seal: { zNumber } });
    expect(valueOf(await joko.reports.verifyJournal({}))).toMatchObject({ ok: true, firstBad: null });
    expect(await rebuildProof(dataDir)).toMatchObject({ verified: true, differences: [] });
  });

  test('sells once, however often the same click arrives', async () => {
    const siti = await signIn('Siti');
    await openShift(siti);
    const order = payment(await ringUp(siti, GOODS.noodles));
    const commandId = uuidv7();
    const replies = await Promise.all(Array.from({ length: 5 }, () => siti.till.pay(order, { commandId })));
    expect(new Set(replies.map((reply) => valueOf(reply).saleId)).size).toBe(1);
    await reopen();
    const again = await signIn('Siti');
    expect(valueOf(await again.till.pay(order, { commandId }))).toEqual(valueOf(replies[0]!));
    expect(valueOf(await again.sales.recent({}))).toHaveLength(1);
  });

  test('keeps the open ticket, and forgets who was signed in, when it is closed and opened', async () => {
    const before = await signIn('Siti');
    await openShift(before);
    const rung = await ringUp(before, GOODS.noodles, GOODS.tea);
    await reopen();
    const siti = await signIn('Siti');
    expect(valueOf(await siti.till.ticket({}))).toEqual(rung);
  });

  test('puts calls that come at once in a row', async () => {
    const siti = await signIn('Siti');
    await openShift(siti);
    const scans = await Promise.all(
      Array.from({ length: 20 }, () => siti.till.scan({ code: GOODS.noodles })),
    );
    expect(scans.every((reply) => reply.ok)).toBe(true);
    expect(valueOf(await siti.till.ticket({}))).toMatchObject({
      revision: 20,
      lines: [{ quantityThousandths: 20_000 }],
    });
  });

  test('tells every window what has changed', async () => {
    const siti = await signIn('Siti');
    const heard: EngineEvent[] = [];
    const { promise: listening, resolve } = Promise.withResolvers<void>();
    const stop = till.transport.listen({
      onEvent: (event) => heard.push(event),
      onLink: (up) => (up ? resolve() : undefined),
    });
    await listening;
    await openShift(siti);
    valueOf(await siti.till.scan({ code: GOODS.noodles }));
    const topics = () => heard.flatMap((event) => (event.kind === 'changed' ? event.topics : []));
    await expect.poll(() => new Set(topics())).toEqual(new Set(['cash', 'ticket']));
    stop();
  });

  test('carries names as they are written', async () => {
    const ratna = await signIn('Ratna');
    const name = 'I Gusti Ayu Śrī ‘Ketut’ 😀 "Kopi" \\ <b>';
    const added = valueOf(await ratna.staff.add({ name, role: 'kasir', pin: '6183' }));
    expect(added.name).toBe(name);
    expect(valueOf(await nobody.staff.list({})).at(-1)?.name).toBe(name);
  });

  test('answers what no page would send with a refusal, and lives on', async () => {
    const session = 'f'.repeat(64);
    const wrong: readonly (readonly [code: string, envelope: CallEnvelope])[] = [
      ['procedure.unknown', { procedure: 'till.steal', input: {} }],
      ['procedure.unknown', { procedure: '__proto__.toString', input: {} }],
      ['session.required', { procedure: 'till.ticket', input: {} }],
      ['session.required', { procedure: 'till.ticket', input: {}, session }],
      ['command.id-missing', { procedure: 'staff.signIn', input: { staffId: uuidv7(), pin: '4826' } }],
      ['request.malformed', { procedure: 'staff.signIn', input: { staffId: 7 }, commandId: uuidv7() }],
      ['request.malformed', { procedure: 'staff.list', input: null }],
      ['request.malformed', { procedure: 'staff.list', input: {}, commandId: 'twice' }],
      ['request.malformed', { procedure: 'staff.list', input: { text: 'x'.repeat(5_000_000) } }],
    ];
    for (const [code, envelope] of wrong) {
      const reply = await till.transport.call(envelope);
      expect(refusalOf(reply).code, JSON.stringify(envelope).slice(0, 100)).toBe(code);
    }
    expect(valueOf(await nobody.staff.list({}))).toHaveLength(4);
  });

  test('takes a price list of some size', async () => {
    const joko = await signIn('Joko');
    const rows = Array.from({ length: 2_000 }, (_, n) => `Barang nomor ${n};${3_000 + n};${1_000 + n}`);
    const contentBase64 = Buffer.from(['nama;plu;harga', ...rows].join('\n')).toString('base64');
    const preview = valueOf(await joko.catalog.importPreview({ fileName: 'harga.csv', contentBase64 }));
    expect(preview).toMatchObject({ rows: 2_000, newProducts: 2_000, errorCount: 0 });
    expect(valueOf(await joko.catalog.importCommit({ draftId: preview.draftId })).products).toBe(2_000);
    expect(valueOf(await joko.catalog.search({ text: 'nomor 1999' }))).toMatchObject([{ plu: '4999' }]);
  });

  test('is opened once: a second start is refused with its reason, and the first goes on', async () => {
    await expect(way.open(dataDir)).rejects.toMatchObject({ code: 'data-dir-in-use', params: { dataDir } });
    await openShift(await signIn('Siti'));
  });

  test('is not opened by an older program than has been there', async () => {
    const newer = path.join(dir.path, 'lebih-baru');
    cpSync(template.till.dir.path, newer, { recursive: true });
    const db = new Database(databasePath(newer));
    db.pragma('user_version = 9999');
    db.close();
    await expect(way.open(newer)).rejects.toMatchObject({ code: 'database-newer', params: { found: 9999 } });
  });
});
