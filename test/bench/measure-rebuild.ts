import { openDatabase } from '../../electron/engine/db/open.ts';
import { rebuildFolds } from '../../electron/engine/journal/rebuild.ts';
import type { Measured } from './figures.ts';

const LEAST_RECORDS_A_SECOND = 10_000;

/** Throws every fold table away and builds it again from the whole journal, on disk, durably. */
export function measureRebuild(dataDir: string, sales: number, rounds: number): Measured {
  const db = openDatabase(dataDir);
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const records = rebuildFolds(db);
    samples.push(records / ((performance.now() - started) / 1000));
  }
  db.close();
  return {
    name: `rebuild from the journal, ${sales} sales`,
    unit: 'records/s',
    samples,
    lessIsWorse: true,
    limits: [{ of: 'p95', atLeast: LEAST_RECORDS_A_SECOND }],
  };
}
