import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { postgresPrograms, startPostgres, type TestPostgres } from '../../test/support/postgres.ts';
import type { Db } from './db.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
let server: TestPostgres | undefined;

const DATABASES: readonly [name: string, skip: boolean, open: () => Promise<Db>][] = [
  ['embedded PGlite', false, () => openEmbedded()],
  [
    'PostgreSQL server (needs Debian’s postgresql)',
    postgresPrograms() === undefined,
    async () => {
      server = await startPostgres();
      return openPostgres(server.url, quiet);
    },
  ],
];

describe.each(DATABASES)('%s', (_, skip, open) => {
  describe.skipIf(skip)('as the district’s database', () => {
    let db: Db;
    beforeAll(async () => {
      db = await open();
      await migrate(db);
    });
    afterAll(async () => {
      await db.close();
      await server?.stop();
    });

    it('gives int8, dates, bytes and JSON in one form', async () => {
      const row = z.strictObject({
        whole: z.number(),
        date: z.string(),
        bytes: z.instanceof(Uint8Array),
        json: z.strictObject({ a: z.array(z.number()) }),
        nothing: z.null(),
      });
      const [found] = await db.rows(
        row,
        `SELECT $1::bigint AS whole, $2::date AS date, $3::bytea AS bytes, $4::jsonb AS json, NULL AS nothing`,
        9_007_199_254_740_991,
        '2026-04-15',
        Uint8Array.of(0, 10, 255),
        '{"a":[1,2]}',
      );
      expect(found).toMatchObject({ whole: 9_007_199_254_740_991, date: '2026-04-15', json: { a: [1, 2] } });
      expect([...(found?.bytes ?? [])]).toEqual([0, 10, 255]);
    });

    it('refuses an int8 that a number can’t hold', async () => {
      const anything = z.object({ n: z.unknown() });
      await expect(db.rows(anything, 'SELECT 9007199254740993::bigint AS n')).rejects.toThrow(
        'no safe integer',
      );
    });

    it('takes arrays, with gaps in them', async () => {
      const rows = await db.rows(
        z.object({ seq: z.int(), date: z.string().nullable() }),
        'SELECT * FROM unnest($1::bigint[], $2::date[]) AS r (seq, date) ORDER BY seq',
        [2, 1],
        [null, '2026-04-15'],
      );
      expect(rows).toEqual([
        { seq: 1, date: '2026-04-15' },
        { seq: 2, date: null },
      ]);
    });

    it('keeps nothing of a transaction that failed', async () => {
      const insert = `INSERT INTO enrolment_code (code_hash, made_for, made_at, valid_until_at)
        VALUES (decode(repeat('ab', 32), 'hex'), 'x', 1, 2)`;
      const failing = db.transaction(async (tx) => {
        expect(await tx.run(insert)).toBe(1);
        throw new Error('broken off');
      });
      await expect(failing).rejects.toThrow('broken off');
      expect(await db.run('DELETE FROM enrolment_code')).toBe(0);
    });

    it('migrates once, and refuses a database from the future', async () => {
      await migrate(db);
      await db.run('INSERT INTO migration (number) VALUES (9990)');
      await expect(migrate(db)).rejects.toThrow('schema 9990');
      await db.run('DELETE FROM migration WHERE number = 9990');
    });

    it.each([
      'UPDATE record SET type = type',
      'DELETE FROM record',
      'TRUNCATE record',
      'DELETE FROM z_closing',
    ])('refuses to rewrite history: %s', async (statement) => {
      await expect(db.run(statement)).rejects.toThrow('append-only');
    });
  });
});
