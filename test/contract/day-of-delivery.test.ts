import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Enough for everything to happen at least once; `npm run day` lives longer ones. */
const SALES = 110;
/** A busy machine needs a minute for it. */
const PATIENCE_MS = 300_000;

const dayShape = z.looseObject({
  subsidised: z.int().min(1),
  refusedByRule: z.record(z.string(), z.int()),
  warned: z.int().min(1),
  ceilingViolations: z.literal(0),
  lpgIsi: z.int(),
  lpgKosong: z.int(),
  mapQueue: z.int().min(1),
  nikFound: z.literal(0),
  nikLookedFor: z.int().min(100),
  placesLookedAt: z.int().min(100),
  rebuildEqual: z.literal(true),
  verified: z.literal(true),
});

describe('a day of delivery', () => {
  it(
    'comes out the same for whoever stood by, the till and the district, and leaves no number behind',
    { timeout: PATIENCE_MS },
    async () => {
      const args = ['test/day/day.ts', '--mix', 'subsidy', '--sales', String(SALES), '--seed', '5', '--json'];
      const { code, stdout, stderr } = await new Promise<{ code: number; stdout: string; stderr: string }>(
        (resolve) => {
          execFile(process.execPath, args, { cwd: ROOT, maxBuffer: 2 ** 24 }, (error, out, err) => {
            resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout: out, stderr: err });
          });
        },
      );
      // What does not agree is said in words.
      expect({ code, words: code === 0 ? '' : stderr }).toEqual({ code: 0, words: '' });
      const day = dayShape.parse(JSON.parse(stdout));
      expect(day['districtSubsidised']).toBe(day.subsidised);
      expect(day['districtMapQueue']).toBe(day.mapQueue);
      expect(Object.keys(day.refusedByRule).length).toBeGreaterThanOrEqual(10);
    },
  );
});
