import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rebuildProof } from '../../test/support/rebuild-proof.ts';
import { closeShift, GOODS, openShift, sell, SmallShop } from '../../test/support/small-shop.ts';
import { clientOf, scratchDir, TestLog, valueOf, type ScratchDir } from '../../test/support/till.ts';
import { newestSchema } from './db/migrate.ts';
import { openEngine, StartupError } from './engine.ts';

let dir: ScratchDir;
let shop: SmallShop;

/** A till that has traded for a day and is closed now. */
beforeEach(async () => {
  shop = await SmallShop.open();
  const siti = await shop.as('Siti');
  await openShift(siti);
  await sell(siti, GOODS.noodles, GOODS.rice);
  await closeShift(siti, 218_400);
  valueOf(await (await shop.as('Joko')).cash.closeDay({}));
  await shop.till.engine.close();
  dir = scratchDir('start');
});

afterEach(async () => {
  dir.remove();
  await shop.closeAsItIs();
});

const open = (dataDir: string) => openEngine({ dataDir, demo: false, ports: { log: new TestLog() } });

/** Why a till does not open; fails where it does. */
async function refusal(dataDir: string): Promise<StartupError> {
  try {
    await (await open(dataDir)).close();
  } catch (error) {
    if (error instanceof StartupError) return error;
    throw error;
  }
  throw new Error('it opened');
}

const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Does something to the closed till's database that no engine would. */
function tamper(work: (db: Database.Database) => void, path = shop.database): void {
  const db = new Database(path);
  work(db);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Overwrites the first page of a table, as a dying disk does. */
function tear(table: string): void {
  const db = new Database(shop.database, { readonly: true });
  const page = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table));
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const bytes = readFileSync(shop.database);
  bytes.fill(0xff, size * (page - 1), size * page);
  writeFileSync(shop.database, bytes);
}

describe('a data directory', () => {
  test('belongs to one till: a second is refused, and the first goes on', async () => {
    await shop.restart();
    const second = await refusal(shop.till.dir.path);
    expect(second).toMatchObject({ code: 'data-dir-in-use', params: { dataDir: shop.till.dir.path } });
    await openShift(await shop.as('Siti'));
    await shop.till.engine.close();
    await (await open(shop.till.dir.path)).close();
  });

  test('is made where there is none, with everything that belongs into it', async () => {
    const fresh = join(dir.path, 'a', 'b');
    const engine = await open(fresh);
    expect(valueOf(await clientOf(engine).setup.state({})).ready).toBe(false);
    await engine.close();
    expect(existsSync(join(fresh, 'gerai.db'))).toBe(true);
  });

  test('that can not be written is refused with its name', async () => {
    const file = join(dir.path, 'a-file');
    writeFileSync(file, '');
    const dataDir = join(file, 'toko');
    expect(await refusal(dataDir)).toMatchObject({ code: 'data-dir-unwritable', params: { dataDir } });
  });

  test('with a folder in the place of the database is refused too', async () => {
    mkdirSync(join(dir.path, 'gerai.db'));
    expect((await refusal(dir.path)).code).toBe('data-dir-unwritable');
  });

  test('is free again after a refusal', async () => {
    const database = join(dir.path, 'gerai.db');
    writeFileSync(database, 'no database at all, but long enough to look like one to somebody');
    expect((await refusal(dir.path)).code).toBe('database-damaged');
    rmSync(database);
    await (await open(dir.path)).close();
  });
});

describe('a database that is not for this program is left as it was', () => {
  test('of a newer program', async () => {
    tamper((db) => db.pragma('user_version = 9999'));
    const before = fingerprint(shop.database);
    expect(await refusal(shop.till.dir.path)).toMatchObject({
      code: 'database-newer',
      params: { found: 9999, known: newestSchema() },
    });
    expect(fingerprint(shop.database)).toBe(before);
  });

  test('of some other program', async () => {
    const database = join(dir.path, 'gerai.db');
    tamper((db) => db.exec('CREATE TABLE recipes (name TEXT)'), database);
    const before = fingerprint(database);
    expect((await refusal(dir.path)).code).toBe('database-damaged');
    expect(fingerprint(database)).toBe(before);
  });

  test.each([
    ['a line of text', () => Buffer.from('halo')],
    ['noise', () => Buffer.alloc(20_000, 'x1y7')],
    ['half of a database', () => readFileSync(shop.database).subarray(0, 30_000)],
  ])('because it is %s', async (_what, content) => {
    const database = join(dir.path, 'gerai.db');
    writeFileSync(database, content());
    const before = fingerprint(database);
    expect((await refusal(dir.path)).code).toBe('database-damaged');
    expect(fingerprint(database)).toBe(before);
  });

  test.each(['product', 'sale', 'work_ticket'])('because a page of its %ss is torn', async (table) => {
    tear(table);
    const before = fingerprint(shop.database);
    expect((await refusal(shop.till.dir.path)).code).toBe('database-damaged');
    expect(fingerprint(shop.database)).toBe(before);
  });

  test('because the power went and took a page of the journal', async () => {
    tear('journal');
    // What a till that could not close its database leaves behind; SQLite finds nothing whole in it.
    writeFileSync(`${shop.database}-wal`, Buffer.alloc(32, 1));
    const before = fingerprint(shop.database);
    expect((await refusal(shop.till.dir.path)).code).toBe('database-damaged');
    expect(fingerprint(shop.database)).toBe(before);
  });
});

describe('a journal that does not reach as far as something remembers', () => {
  const cutTail = (records: number) =>
    tamper((db) => {
      db.exec('DROP TRIGGER journal_has_no_delete');
      db.prepare('DELETE FROM journal WHERE seq > (SELECT max(seq) FROM journal) - ?').run(records);
    });
  const forgetHead = () =>
    tamper((db) =>
      db.exec('UPDATE work_head SET (seq, hash) = (SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1)'),
    );
  const last = () => {
    const db = new Database(shop.database, { readonly: true });
    const seq = Number(db.prepare('SELECT max(seq) FROM journal').pluck().get());
    db.close();
    return seq;
  };

  test('is refused, and says which record is the first that is gone', async () => {
    cutTail(3);
    expect(await refusal(shop.till.dir.path)).toMatchObject({
      code: 'journal-damaged',
      params: { seq: last() + 1 },
    });
  });

  test('also where the head beside it was cut back with it: the Z stands in the anchors', async () => {
    cutTail(1);
    forgetHead();
    expect(await refusal(shop.till.dir.path)).toMatchObject({
      code: 'journal-damaged',
      params: { seq: last() + 1 },
    });
  });

  test('also where the whole file was emptied by a repair of the disk', async () => {
    truncateSync(shop.database, 0);
    expect(await refusal(shop.till.dir.path)).toMatchObject({ code: 'journal-damaged', params: { seq: 1 } });
  });

  test('or reaches further, past what was noted', async () => {
    tamper((db) =>
      db.exec(
        'UPDATE work_head SET (seq, hash) = (SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1 OFFSET 2)',
      ),
    );
    expect(await refusal(shop.till.dir.path)).toMatchObject({
      code: 'journal-damaged',
      params: { seq: last() - 1 },
    });
  });

  test('or ends in a record that was written over', async () => {
    tamper((db) => {
      db.exec('DROP TRIGGER journal_has_no_update');
      db.exec("UPDATE journal SET bytes = CAST('{}    ' AS BLOB) WHERE seq = (SELECT max(seq) FROM journal)");
    });
    expect(await refusal(shop.till.dir.path)).toMatchObject({
      code: 'journal-damaged',
      params: { seq: last() },
    });
  });
});

describe('tables that are only folds of the journal', () => {
  const rebuilt = async () => {
    await (await open(shop.till.dir.path)).close();
    return rebuildProof(shop.till.dir.path);
  };

  test.each([
    ['one is missing', 'DROP TABLE sale'],
    ['several are missing', 'DROP TABLE stock_lot; DROP TABLE perpetual; DROP TABLE staff'],
    [
      'they are of an older shape',
      'UPDATE work_fold_version SET version = 0; UPDATE sale SET total_rp = 1, due_rp = 1, rounding_rp = 0',
    ],
    ['nobody knows their shape', 'DELETE FROM work_fold_version; DELETE FROM staff'],
  ])('are built anew where %s', async (_what, damage) => {
    tamper((db) => {
      db.pragma('foreign_keys = OFF');
      db.exec(damage);
    });
    expect(await rebuilt()).toMatchObject({ verified: true, differences: [] });
  });

  test('are left alone where they are whole: a start does not read years of records', async () => {
    tamper((db) => db.exec("UPDATE staff SET name = 'Somebody' WHERE name = 'Budi'"));
    expect((await rebuilt()).differences).toMatchObject([{ table: 'staff' }]);
  });
});

describe('closed days in the anchors file', () => {
  const anchors = () => join(shop.till.dir.path, 'anchors.jsonl');

  test('are noted at the next start where a power cut kept them out', async () => {
    const noted = readFileSync(anchors(), 'utf8');
    rmSync(anchors());
    await (await open(shop.till.dir.path)).close();
    expect(readFileSync(anchors(), 'utf8')).toBe(noted);
  });

  test('are whole again after the power cut tore the last line', async () => {
    const noted = readFileSync(anchors(), 'utf8');
    truncateSync(anchors(), statSync(anchors()).size - 20);
    await (await open(shop.till.dir.path)).close();
    expect(readFileSync(anchors(), 'utf8')).toBe(noted);
  });

  test('are not written on behind a line that somebody spoiled', async () => {
    writeFileSync(anchors(), '{"zNumber":1}\n');
    await (await open(shop.till.dir.path)).close();
    expect(readFileSync(anchors(), 'utf8')).toBe('{"zNumber":1}\n');
    expect(await rebuildProof(shop.till.dir.path)).toMatchObject({ verified: false });
  });
});
