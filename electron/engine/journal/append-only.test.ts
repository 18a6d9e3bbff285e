import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf } from '../../../test/support/journal.ts';
import { GOODS, openShift, sell, SmallShop } from '../../../test/support/small-shop.ts';

let shop: SmallShop;
let db: Database.Database;

beforeEach(async () => {
  shop = await SmallShop.open();
  const siti = await shop.as('Siti');
  await openShift(siti);
  await sell(siti, GOODS.noodles);
  db = new Database(shop.database);
  // As the engine's own connection has it: REPLACE must not walk around the triggers.
  db.pragma('recursive_triggers = ON');
});

afterEach(async () => {
  db.close();
  await shop.close();
});

const last = '(SELECT max(seq) FROM journal)';
const row = "zeroblob(32), CAST('{}  ' AS BLOB)";

describe('what is written stays written', () => {
  test.each([
    ['changing a record', `UPDATE journal SET bytes = x'7b7d7d' WHERE seq = ${last}`],
    ['changing a type', `UPDATE journal SET type = 'signed-in/1' WHERE seq = ${last}`],
    ['giving a record another number', `UPDATE journal SET seq = seq + 1 WHERE seq = ${last}`],
    ['taking the last one off', `DELETE FROM journal WHERE seq = ${last}`],
    ['taking all of them off', 'DELETE FROM journal'],
    ['replacing the last one', `INSERT OR REPLACE INTO journal SELECT ${last}, 'x', ${row}`],
    ['replacing the first one', `REPLACE INTO journal SELECT 1, 'x', ${row}`],
    [
      'an upsert',
      `INSERT INTO journal SELECT ${last}, 'x', ${row} WHERE true ON CONFLICT DO UPDATE SET type = 'y'`,
    ],
    ['leaving a number out', `INSERT INTO journal SELECT ${last} + 2, 'x', ${row}`],
    ['going back', `INSERT INTO journal SELECT -1, 'x', ${row}`],
    ['a hash of another length', `INSERT INTO journal SELECT ${last} + 1, 'x', x'00', CAST('{}  ' AS BLOB)`],
    ['an empty record', `INSERT INTO journal SELECT ${last} + 1, 'x', zeroblob(32), x''`],
    ['text in place of bytes', `INSERT INTO journal SELECT ${last} + 1, 'x', zeroblob(32), '{}  '`],
  ])('%s is refused', (_what, sql) => {
    const before = recordsOf(shop.till.dir.path);
    expect(() => db.exec(sql)).toThrow(/journal|CHECK|cannot store/);
    expect(recordsOf(shop.till.dir.path)).toEqual(before);
  });

  test('a record with the next number would be taken: the triggers stop nothing else', () => {
    db.exec('BEGIN');
    db.exec(`INSERT INTO journal SELECT ${last} + 1, 'x', ${row}`);
    expect(db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(
      recordsOf(shop.till.dir.path).length + 1,
    );
    db.exec('ROLLBACK');
  });
});
