import { beforeEach, expect, test } from 'vitest';
import { businessDateSchema } from '../../../shared/domain/business-date.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { SubjectCountsReply } from '../../../shared/upload/protocol.ts';
import { migrate } from '../db/migrate.ts';
import { openMemory } from '../db/open.ts';
import type { Db } from '../db/sql.ts';
import { districtAnswers, saveDistrictAnswer } from './district-count-store.ts';

const LPG = 'lpg-3kg';
const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-04-15T01:00:00Z');
const TODAY = businessDateSchema.parse('2026-04-15');

/** Sumarni and Karjo are of one family. */
const [SUMARNI, KARJO, FAMILY] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));

let db: Db;

beforeEach(() => {
  db = openMemory();
  migrate(db, undefined);
});

/** The district answers for somebody and their family: so many were bought with each of the two keys. */
function answered(own: string, ofTheirs: number, ofFamily: number, at = NOW): void {
  const bought = (key: string, pieces: number): SubjectCountsReply['counts'] =>
    pieces === 0
      ? []
      : [
          {
            key,
            programme: LPG,
            date: TODAY,
            category: 'rumah-tangga',
            quantityThousandths: thousandths(pieces * 1_000),
          },
        ];
  saveDistrictAnswer(
    db,
    { keys: [own, FAMILY!], programmes: [LPG], from: TODAY },
    { counts: [...bought(own, ofTheirs), ...bought(FAMILY!, ofFamily)] },
    at,
  );
}

/** What is known of somebody, each purchase once, in pieces. */
const known = (own: string, at = NOW): number[] =>
  districtAnswers(db, [own, FAMILY!], at).counts.map((count) => count.quantityThousandths / 1_000);

test('what was said of one of a family still counts for them after another was asked about', () => {
  answered(SUMARNI!, 2, 0);
  answered(KARJO!, 1, 2);
  expect(known(SUMARNI!)).toEqual([2]);
  expect(known(KARJO!)).toEqual([1, 2]);
  expect(districtAnswers(db, [SUMARNI!, FAMILY!], NOW).programmes).toEqual(new Set([LPG]));
});

test('a new answer to the same question is put in the place of the one before', () => {
  answered(SUMARNI!, 2, 1);
  answered(SUMARNI!, 2, 0);
  expect(known(SUMARNI!)).toEqual([2]);
});

test('what was said at the beginning of a season counts to its end, and is gone after it', () => {
  answered(SUMARNI!, 2, 0);
  answered(KARJO!, 0, 2, NOW + 360 * DAY);
  expect(known(SUMARNI!, NOW + 360 * DAY)).toEqual([2]);
  answered(KARJO!, 0, 2, NOW + 367 * DAY);
  expect(known(SUMARNI!, NOW + 367 * DAY)).toEqual([]);
});
