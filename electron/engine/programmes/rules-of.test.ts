import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordOf, sampleBodies, type BodyInput } from '../../../test/support/records.ts';
import { scratchDir, type ScratchDir } from '../../../test/support/till.ts';
import { recordBytes, hashRecord } from '../../../shared/journal/chain.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { immediately, type Db } from '../db/sql.ts';
import { applyRecord } from '../journal/apply.ts';
import { createFolds } from '../journal/rebuild.ts';
import { nodeCrypto } from '../node-ports.ts';
import { rulesOf } from './index.ts';

let dir: ScratchDir;
let db: Db;
let seq: number;

beforeEach(() => {
  dir = scratchDir('rules-of');
  db = openDatabase(dir.path);
  migrate(db, dir.path);
  createFolds(db);
  seq = 0;
  keep('till-initialised/1');
  keep('programme-saved/1');
});

afterEach(() => {
  db.close();
  dir.remove();
});

/** The next record of the till, applied as the journal does it. */
function keep(
  type: 'till-initialised/1' | 'programme-saved/1' | 'programme-rule-saved/1',
  more: object = {},
): void {
  seq += 1;
  const body: BodyInput<typeof type> = { ...sampleBodies[type], ...more };
  const record = recordOf(type, body, { seq });
  applyRecord(db, record, hashRecord(nodeCrypto, recordBytes(record)));
}

const amounts = (): number[] => (rulesOf(db).prices.get('sphp') ?? []).map(({ amountRp }) => amountRp);

test('rules are there as soon as they are saved, and stay while nothing changes', () => {
  expect(amounts()).toEqual([]);
  keep('programme-rule-saved/1');
  expect(amounts()).toEqual([12_500]);
  expect(rulesOf(db)).toBe(rulesOf(db));
  keep('programme-rule-saved/1', { amountRp: 13_100 });
  expect(amounts()).toEqual([13_100]);
});

test('what was seen in a change that failed is not believed afterwards, nor in the one that follows', () => {
  keep('programme-rule-saved/1');
  const before = seq;
  expect(() =>
    immediately(db, () => {
      keep('programme-rule-saved/1', { amountRp: 9_999 });
      expect(amounts()).toEqual([9_999]);
      throw new Error('the disk is full');
    }),
  ).toThrow('the disk is full');
  expect(amounts()).toEqual([12_500]);
  // The next record takes the number that the failed one had.
  seq = before;
  keep('programme-rule-saved/1', { amountRp: 13_500 });
  expect(amounts()).toEqual([13_500]);
});

test('a programme that is switched off has no rules', () => {
  keep('programme-rule-saved/1');
  keep('programme-saved/1', { active: false });
  expect(amounts()).toEqual([]);
});
