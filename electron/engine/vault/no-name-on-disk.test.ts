import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StaffedStore, type StaffedTill } from '../../../test/support/staffed-till.ts';
import { valueOf } from '../../../test/support/till.ts';
import { openReadOnly } from '../db/open.ts';
import { get } from '../db/sql.ts';

/** A log that keeps everything that is said. */
class FullLog {
  readonly lines: string[] = [];
  readonly info = (what: string, details: object = {}) => this.#keep(what, details);
  readonly error = (what: string, details: object = {}) => this.#keep(what, details);
  #keep(what: string, details: object): void {
    this.lines.push(`${what} ${JSON.stringify(details)}`);
  }
}

let store: StaffedStore;
let open: StaffedTill;
let log: FullLog;

beforeAll(async () => {
  store = await StaffedStore.make();
});
afterAll(() => store.remove());

beforeEach(async () => {
  log = new FullLog();
  open = await store.open({ log });
});
afterEach(() => open.till.dispose());

/** Every file of the till that holds some bytes: database, write-ahead log, keys, anchors, all of them. */
function filesWith(bytes: string | Buffer): string[] {
  const dir = open.till.dir.path;
  const files = globSync('**/*', { cwd: dir, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toContain('gerai.db');
  return files
    .filter((file) => readFileSync(join(file.parentPath, file.name)).includes(bytes))
    .map(({ name }) => name);
}

/** Everything people say of themselves in these stories. */
const TOLD = {
  name: 'Zulkarnaen Wiryawan',
  phone: '0811-7766-5544',
  address: 'Gang Mangga Buntu 17',
  quick: 'Kustiyah Pranoto',
  imported: 'Yustina Hardjanti',
  importedPhone: '0899-1212-3434',
  buyer: 'Dapur Sejahtera Kedungwuni',
  contact: 'Bagyo Lesmono',
};

/** A day on which everybody's particulars come in by every door there is. */
async function everybodyComesIn(): Promise<{ memberId: string; buyerId: string }> {
  const { cashier, manager } = open;
  const { memberId } = valueOf(
    await manager.members.saveMember({
      memberId: null,
      number: null,
      name: TOLD.name,
      phone: TOLD.phone,
      address: TOLD.address,
      tier: 'anggota',
      cardCodes: ['KDMP-1'],
      creditLimitRp: 0,
      active: true,
      joinedOn: null,
    }),
  );
  valueOf(await cashier.members.quickAdd({ name: TOLD.quick, cardCode: 'KDMP-2' }));
  valueOf(await cashier.members.search({ text: 'Zulkarnaen' }));
  // A refusal about somebody is logged by nobody.
  await cashier.members.quickAdd({ name: TOLD.quick, cardCode: 'KDMP-1' });
  const { buyerId } = valueOf(
    await manager.members.saveBuyer({
      buyerId: null,
      name: TOLD.buyer,
      contact: TOLD.contact,
      phone: TOLD.phone,
      address: TOLD.address,
      kind: 'school-kitchen',
      tier: 'grosir',
      creditLimitRp: 0,
      termDays: 14,
      active: true,
    }),
  );
  const file = `nomor,nama,telepon,sukarela\n0090,${TOLD.imported},${TOLD.importedPhone},5000`;
  const importFile = { fileName: 'a.csv', contentBase64: Buffer.from(file).toString('base64') };
  const { draftId } = valueOf(await manager.members.importPreview({ ...importFile, asOf: '2026-04-15' }));
  expect(filesWith(TOLD.imported)).toEqual([]);
  valueOf(await manager.members.importCommit({ draftId }));
  return { memberId, buyerId };
}

describe('whoever looks through the files of a till', () => {
  test('finds no name, phone or address of a member or buyer, open or closed', async () => {
    await everybodyComesIn();
    const look = () => Object.fromEntries(Object.values(TOLD).map((told) => [told, filesWith(told)]));
    const nothing = Object.fromEntries(Object.values(TOLD).map((told) => [told, []]));
    expect(look()).toEqual(nothing);
    await open.till.restart();
    expect(look()).toEqual(nothing);
    expect(log.lines.filter((line) => Object.values(TOLD).some((told) => line.includes(told)))).toEqual([]);
  });

  test('would find one: the name of a person of the staff is there, because staff answer by name', async () => {
    valueOf(await open.board.staff.add({ name: TOLD.name, role: 'kasir', pin: '7305' }));
    expect(filesWith(TOLD.name)).not.toEqual([]);
    log.info('said', { name: TOLD.name });
    expect(log.lines.some((line) => line.includes(TOLD.name))).toBe(true);
  });
});

describe('erasing somebody', () => {
  const sealedOf = (subjectId: string): Buffer => {
    const db = openReadOnly(open.till.dir.path);
    const row = get<{ sealed: Uint8Array }>(
      db,
      'SELECT sealed FROM work_vault WHERE subject_id = ?',
      subjectId,
    );
    db.close();
    if (row === undefined) throw new Error('there is no such entry');
    return Buffer.from(row.sealed);
  };

  test('leaves not even the sealed bytes, in no file', async () => {
    const { memberId, buyerId } = await everybodyComesIn();
    const member = sealedOf(memberId);
    const buyer = sealedOf(buyerId);
    expect(filesWith(member)).not.toEqual([]);
    expect(filesWith(buyer)).not.toEqual([]);
    valueOf(await open.board.members.eraseMember({ memberId }));
    valueOf(await open.board.members.eraseBuyer({ buyerId }));
    expect(filesWith(member)).toEqual([]);
    expect(filesWith(buyer)).toEqual([]);
  });
});

describe('a vault whose key is lost', () => {
  test('tells nobody any more, says so, and does not keep the till from selling or learning names anew', async () => {
    const { memberId } = await everybodyComesIn();
    const dir = open.till.dir.path;
    rmSync(join(dir, 'keys', 'vault.bin'));
    await open.till.restart();
    const manager = await store.signIn(open.till, 'pengelola');
    const { year: _, owesRp: __, ...before } = valueOf(await manager.members.member({ memberId }));
    expect(before).toMatchObject({
      name: '',
      phone: '',
      address: '',
      nameState: 'unreadable',
      number: '0001',
    });
    const { savings, nameState, ...terms } = before;
    expect([savings, nameState]).toEqual([null, 'unreadable']);
    const after = valueOf(await manager.members.saveMember({ ...terms, name: TOLD.name }));
    expect(after).toMatchObject({ name: TOLD.name, nameState: 'known' });
  });
});
