import { existsSync, readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, scratchDir, TestLog, valueOf, type ScratchDir } from '../../../test/support/till.ts';
import { openEngine } from '../engine.ts';
import { migrate, newestSchema } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { databasePath, openDatabase } from './open.ts';

let dir: ScratchDir;

beforeEach(() => {
  dir = scratchDir('migrate');
});
afterEach(() => dir.remove());

/** A database as a program of that time left it, empty. */
function databaseOf(version: number): void {
  const db = openDatabase(dir.path);
  for (const step of MIGRATIONS.filter(({ number }) => number <= version)) db.exec(step.sql);
  db.pragma(`user_version = ${version}`);
  db.close();
}

function schemaIn(path: string): { version: unknown; parts: unknown[] } {
  const db = new Database(path, { readonly: true });
  const version = db.pragma('user_version', { simple: true });
  const parts = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  db.close();
  return { version, parts };
}

const released = MIGRATIONS.map(({ number }) => number);

describe('the schema', () => {
  test('is made of numbered steps, in order', () => {
    expect(released).toEqual([...new Set(released)].toSorted((a, b) => a - b));
    expect(newestSchema()).toBe(released.at(-1));
    const files = readdirSync(`${import.meta.dirname}/migrations`).filter((file) => file !== 'index.ts');
    expect(files.toSorted()).toEqual(
      MIGRATIONS.map(({ number, name }) => `${String(number).padStart(3, '0')}-${name}.ts`).toSorted(),
    );
  });

  test.each([0, ...released])('of version %i comes to the newest, and the till opens', async (version) => {
    databaseOf(version);
    const engine = await openEngine({ dataDir: dir.path, demo: false, ports: { log: new TestLog() } });
    expect(valueOf(await clientOf(engine).setup.state({})).ready).toBe(false);
    await engine.close();
    const fresh = scratchDir('fresh');
    const other = await openEngine({ dataDir: fresh.path, demo: false, ports: { log: new TestLog() } });
    await other.close();
    expect(schemaIn(databasePath(dir.path))).toEqual(schemaIn(databasePath(fresh.path)));
    fresh.remove();
  });

  test('is changed after a copy of what was there has been put aside', () => {
    databaseOf(10);
    const before = schemaIn(databasePath(dir.path));
    const db = openDatabase(dir.path);
    migrate(db, dir.path);
    db.close();
    expect(schemaIn(`${databasePath(dir.path)}.before-10`)).toEqual(before);
    expect(readdirSync(dir.path).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  test('that is the newest already is not copied', () => {
    databaseOf(newestSchema());
    const db = openDatabase(dir.path);
    migrate(db, dir.path);
    db.close();
    expect(existsSync(`${databasePath(dir.path)}.before-${newestSchema()}`)).toBe(false);
  });

  test('stays what it was where a step fails half-way', () => {
    databaseOf(10);
    const db = openDatabase(dir.path);
    // In the way of a later step; the steps before it would have gone through.
    db.exec('CREATE TABLE work_ticket_line (x)');
    expect(() => migrate(db, dir.path)).toThrow('work_ticket_line');
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'work_staff%'").all();
    expect(tables).toEqual([]);
    expect(db.pragma('user_version', { simple: true })).toBe(10);
    db.close();
  });
});
