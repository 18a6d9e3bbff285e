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
