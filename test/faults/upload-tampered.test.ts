import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { valueOf } from '../support/till.ts';
import { TestDistrict } from '../support/test-district.ts';
import { UploadingTill } from '../support/uploading-till.ts';

/**
 * Somebody with the till's database file and a tool changes what has not been sent yet, or what has.
 * Whatever it is, the district keeps what it had, puts the batch aside and the till says so.
 */
describe('a journal that was tampered with', () => {
  let district: TestDistrict;
  let shop: UploadingTill;
  beforeAll(async () => {
    district = await TestDistrict.start();
  });
  afterAll(() => district.close());

  beforeEach(async () => {
    shop = await UploadingTill.open();
    district.clock.time = shop.till.clock.now();
    const code = await district.running.newEnrolmentCode('Gerai Dadapan');
    valueOf(await shop.owner.upload.enrol({ districtUrl: district.running.url, code }));
    await shop.settled();
    await shop.sell(5);
  });
  afterEach(() => shop.dispose());

  const meddle = <T>(work: (db: Database.Database) => T): T => {
    const db = new Database(path.join(shop.till.dir.path, 'gerai.db'));
    try {
      for (const name of triggers(db)) db.exec(`DROP TRIGGER ${name}`);
      return work(db);
    } finally {
      db.close();
    }
  };
  const triggers = (db: Database.Database) =>
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
      .pluck()
      .all() as string[];
  const tillId = () => meddle((db) => String(db.prepare('SELECT till_id FROM store').pluck().get()));
  const held = () => district.stateOf(tillId());

  /** Sends, and expects the district to refuse and to hold what it held before. */
  async function refused(): Promise<{ code: string; detail: string }> {
    const before = await held();
    const acked = (await shop.status()).ackedSeq;
    const status = await shop.send();
    expect(status).toMatchObject({ state: 'waiting', ackedSeq: acked });
    expect(await held()).toEqual({ ...before, quarantined: before.quarantined + 1 });
    return status.lastFault!;
  }

  it.each([0, 1, 2, 3, 4])('has a flipped byte in unsent record %i', async (nth) => {
    const seq = (await shop.status()).ackedSeq + 1 + nth;
    meddle((db) => {
      const bytes = db.prepare('SELECT bytes FROM journal WHERE seq = ?').pluck().get(seq) as Buffer;
      const at = Math.floor((bytes.length * (nth + 1)) / 6);
      bytes[at] = bytes[at]! ^ 0x01;
      db.prepare('UPDATE journal SET bytes = ? WHERE seq = ?').run(bytes, seq);
    });
    const { code, detail } = await refused();
    expect(code).toBe('district.refused');
    expect(detail).toContain('chain.broken');
  });

  it('has an amount changed that is still well-formed', async () => {
    const seq = (await shop.status()).ackedSeq + 3;
    meddle((db) => {
      const bytes = db.prepare('SELECT bytes FROM journal WHERE seq = ?').pluck().get(seq) as Buffer;
      const smaller = Buffer.from(bytes.toString().replace('"dueRp":', '"dueRp":-'));
      db.prepare('UPDATE journal SET bytes = ? WHERE seq = ?').run(smaller, seq);
    });
    expect((await refused()).detail).toContain('chain.broken');
  });

  it('lacks a record in the middle', async () => {
    const seq = (await shop.status()).ackedSeq + 3;
    meddle((db) => db.prepare('DELETE FROM journal WHERE seq = ?').run(seq));
    const { code, detail } = await refused();
    expect(code).toBe('district.refused');
    expect(detail).toContain(`has number ${seq + 1}`);
  });

  it('has two records swapped', async () => {
    const seq = (await shop.status()).ackedSeq + 3;
    meddle((db) => {
      const swap = db.prepare('UPDATE journal SET seq = ? WHERE seq = ?');
      swap.run(999_999, seq);
      swap.run(seq, seq + 1);
      swap.run(seq + 1, 999_999);
    });
    expect((await refused()).code).toBe('district.refused');
  });

  it('has lost its tail behind what was acknowledged', async () => {
    expect((await shop.send()).lastFault).toBeNull();
    district.clock.time += 60_000;
    meddle((db) => db.exec('DELETE FROM journal WHERE seq > (SELECT max(seq) - 3 FROM journal)'));
    const { code, detail } = await refused();
    expect(code).toBe('upload.fork');
    expect(detail).toContain('chain.rolled-back');
  });

  it('has lost its tail, and went on with other sales', async () => {
    expect((await shop.send()).lastFault).toBeNull();
    // Everything on the PC is made to fit: what the district remembers is all that gives it away.
    meddle((db) => {
      db.exec(`DELETE FROM journal WHERE seq > (SELECT max(seq) - 3 FROM journal);
        UPDATE work_head SET (seq, hash) = (SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1);
        UPDATE work_upload SET (acked_seq, acked_hash) = (SELECT seq, hash FROM work_head);
        DELETE FROM work_fold_version;`);
    });
    await shop.restart();
    await shop.sell(2);
    const { code, detail } = await refused();
    expect(code).toBe('upload.fork');
    expect(detail).toContain('chain.forked');
  });

  it('shows on the office’s page', async () => {
    const seq = (await shop.status()).ackedSeq + 1;
    meddle((db) => db.prepare('DELETE FROM journal WHERE seq = ?').run(seq));
    await refused();
    const page = await (await district.asOffice('/')).text();
    expect(page).toContain('Rantai putus');
    expect(page).toContain('Catatan dalam kiriman tidak menyambung atau isinya berubah.');
  });
});
