import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rupiah } from '../../../../shared/domain/money.ts';
import {
  countCylinders,
  emptiesMoved,
  emptiesToReceive,
  type CylinderCount,
  type CylinderLine,
} from './cylinder-count.ts';

type Role = 'refill' | 'empty' | 'deposit';

const line = (role: Role, pieces: number, totalRp = 0, kind = 'lpg-3kg'): CylinderLine => ({
  cylinder: { role, kind },
  baseThousandths: pieces * 1000,
  totalRp: rupiah(totalRp),
});

const one = (...lines: CylinderLine[]): CylinderCount => {
  const [count, ...others] = countCylinders(lines);
  if (count === undefined || others.length > 0) throw new Error('not of one kind');
  return count;
};

describe('cylinders on a ticket', () => {
  test('goods that are no cylinder are not counted', () => {
    expect(countCylinders([{ cylinder: null, baseThousandths: 3_000, totalRp: rupiah(9_000) }])).toEqual([]);
  });

  test('each kind is counted for itself', () => {
    const counts = countCylinders([line('refill', 2), line('refill', 1, 0, 'lpg-12kg'), line('refill', 1)]);
    expect(counts).toMatchObject([
      { kind: 'lpg-3kg', refillThousandths: 3_000 },
      { kind: 'lpg-12kg', refillThousandths: 1_000 },
    ]);
  });

  test('for each refill an empty one comes in', () => {
    const count = one(line('refill', 2));
    expect(emptiesToReceive(count)).toBe(2_000);
    expect(emptiesMoved(count)).toBe(2_000);
  });

  test('for one bought with its cylinder none is handed over, and the line that sells it evens out', () => {
    const count = one(line('refill', 2), line('empty', 1, 150_000));
    expect(emptiesToReceive(count)).toBe(1_000);
    // Two come in by the move, one goes out by its own line: one more lies in the store.
    expect(emptiesMoved(count)).toBe(2_000);
  });

  test('for one that is lent none comes in, and its deposit is held', () => {
    const count = one(line('refill', 1), line('deposit', 1, 100_000));
    expect(count.depositRp).toBe(100_000);
    expect(emptiesToReceive(count)).toBe(0);
    expect(emptiesMoved(count)).toBe(0);
  });

  test('one that is lent without gas goes out empty', () => {
    expect(emptiesMoved(one(line('deposit', 1, 100_000)))).toBe(-1_000);
  });

  test('whatever is sold, the store has as many cylinders less as were bought or lent', () => {
    const pieces = integer({ min: 0, max: 50 });
    assert(
      property(pieces, pieces, pieces, (refill, bought, lent) => {
        const count = one(line('refill', refill), line('empty', bought), line('deposit', lent));
        const full = 0 - count.refillThousandths;
        const empty = emptiesMoved(count) - count.boughtThousandths;
        expect(full + empty).toBe(0 - (bought + lent) * 1000);
      }),
    );
  });
});
