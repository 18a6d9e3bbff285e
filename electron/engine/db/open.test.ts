import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchDir, type ScratchDir } from '../../../test/support/till.ts';
import { openDatabase, openReadOnly } from './open.ts';

let dir: ScratchDir;

beforeEach(() => {
  dir = scratchDir('open');
});
afterEach(() => dir.remove());

test('a till’s database is opened with what durability rests on', () => {
  const db = openDatabase(dir.path);
  const settings = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'recursive_triggers',
    'trusted_schema',
    'cell_size_check',
  ].map((name) => db.pragma(name, { simple: true }));
  db.close();
  expect(settings).toEqual(['wal', 2, 1, 1, 0, 1]);
});

test('after a crash, when it was mapped into memory to be checked, it is mapped no longer', () => {
  openDatabase(dir.path).close();
  // What a till that could not close its database leaves behind; SQLite finds nothing whole in it.
  writeFileSync(join(dir.path, 'gerai.db-wal'), Buffer.alloc(32, 1));
  const db = openDatabase(dir.path);
  const mapped = db.pragma('mmap_size', { simple: true });
  db.close();
  expect(mapped).toBe(0);
});

test('a log whose database is gone is no reason to fail: who remembers its journal will miss it', () => {
  writeFileSync(join(dir.path, 'gerai.db-wal'), Buffer.alloc(32, 1));
  const db = openDatabase(dir.path);
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  db.close();
  expect(tables).toBe(0);
});

test('is recognised as a till’s by whoever finds the file', () => {
  const db = openDatabase(dir.path);
  const id = Number(db.pragma('application_id', { simple: true }));
  db.close();
  expect(Buffer.from(id.toString(16), 'hex').toString()).toBe('GeRa');
});

test('opened for reading, it can not be written', () => {
  openDatabase(dir.path).close();
  const db = openReadOnly(dir.path);
  expect(() => db.exec('CREATE TABLE x (y)')).toThrow('readonly');
  db.close();
});

test('is not made by whoever only wanted to read it', () => {
  expect(() => openReadOnly(dir.path)).toThrow('data-dir-unwritable');
});
