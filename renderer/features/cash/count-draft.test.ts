import { describe, expect, it } from 'vitest';
import {
  COINS,
  countRows,
  isCounted,
  NOTES,
  tooMany,
  withCount,
  worthOf,
  type Counts,
} from './count-draft.ts';

const [hundredThousand] = NOTES;
const thousandNote = NOTES.at(-1);
const [thousandCoin] = COINS;

function counted(): Counts {
  if (!hundredThousand || !thousandNote || !thousandCoin) throw new Error('no denominations');
  return withCount(withCount(withCount({}, hundredThousand, 3), thousandNote, 2), thousandCoin, 5);
}

describe('counting the drawer', () => {
  it('keeps a 1.000 note apart from a 1.000 coin', () => {
    expect(worthOf(counted(), NOTES)).toBe(302_000);
    expect(worthOf(counted(), COINS)).toBe(5_000);
    expect(countRows(counted())).toEqual([
      { kind: 'note', valueRp: 100_000, count: 3 },
      { kind: 'note', valueRp: 1_000, count: 2 },
      { kind: 'coin', valueRp: 1_000, count: 5 },
    ]);
  });

  it('knows an empty drawer from one that nobody has counted', () => {
    expect(isCounted({})).toBe(false);
    expect(isCounted({ 'note-100000': null })).toBe(false);
    expect(isCounted({ 'note-100000': 0 })).toBe(true);
  });

  it('catches a barcode that was scanned into a count', () => {
    expect(tooMany({ 'note-100000': 8_998_866_200_301 })).toBe(true);
    expect(tooMany(counted())).toBe(false);
  });
});
