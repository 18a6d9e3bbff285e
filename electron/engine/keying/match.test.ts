import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDateSchema } from '../../../shared/domain/business-date.ts';
import { matchRows, type OurLine, type TheirRow } from './match.ts';

const TODAY = businessDateSchema.parse('2026-04-15');

let lines = 0;

/** Somebody's line at the till. The buyer's key is the name; two people may share last digits. */
const ours = (buyer: string | null, pieces: number, more: Partial<OurLine> = {}): OurLine => ({
  saleId: `sale-${(lines += 1)}`,
  lineId: `line-${lines}`,
  date: TODAY,
  programme: 'lpg-3kg',
  nikKey: buyer,
  lastFour: buyer === null ? '' : buyer.slice(-4),
  quantityThousandths: pieces * 1_000,
  ...more,
});

const row = (buyer: TheirRow['buyer'], pieces: number, more: Partial<TheirRow> = {}): TheirRow => ({
  line: (lines += 1),
  date: TODAY,
  programme: null,
  buyer,
  quantityThousandths: pieces * 1_000,
  ...more,
});

const nik = (nikKey: string): TheirRow['buyer'] => ({ kind: 'nik', nikKey, lastFour: nikKey.slice(-4) });
const masked = (lastFour: string): TheirRow['buyer'] => ({ kind: 'last-four', lastFour });
const nobody: TheirRow['buyer'] = { kind: 'none' };

const kinds = (left: readonly OurLine[], right: readonly TheirRow[]): string[] =>
  matchRows(left, right).differences.map(({ kind }) => kind);

describe('what stands on both sides', () => {
  test('the same buyer, date and quantity', () => {
    const siti = ours('siti0021', 1);
    expect(matchRows([siti], [row(nik('siti0021'), 1)])).toEqual({ matched: [siti], differences: [] });
  });

  test('a number whose digits are hidden is matched by its last four on its date', () => {
    expect(kinds([ours('siti0021', 1)], [row(masked('0021'), 1)])).toEqual([]);
    expect(kinds([ours('siti0021', 1)], [row(masked('0022'), 1)])).toEqual(['missing', 'extra']);
    const yesterday = { date: addDays(TODAY, -1) };
    expect(kinds([ours('siti0021', 1)], [row(masked('0021'), 1, yesterday)])).toEqual(['extra', 'missing']);
  });

  test('two people who share their last digits: each quantity is looked for', () => {
    const both = [ours('siti0021', 1), ours('karjo0021', 2)];
    expect(kinds(both, [row(masked('0021'), 2), row(masked('0021'), 1)])).toEqual([]);
  });

  test('two baskets here, one entry there', () => {
    expect(kinds([ours('siti0021', 1), ours('siti0021', 1)], [row(nik('siti0021'), 2)])).toEqual([]);
    expect(kinds([ours('siti0021', 2)], [row(nik('siti0021'), 1), row(nik('siti0021'), 1)])).toEqual([]);
  });

  test('keyed a day or three late, but no later', () => {
    const late = (days: number) => [row(nik('siti0021'), 1, { date: addDays(TODAY, days) })];
    expect(kinds([ours('siti0021', 1)], late(1))).toEqual([]);
    expect(kinds([ours('siti0021', 1)], late(3))).toEqual([]);
    expect(kinds([ours('siti0021', 1)], late(4))).toEqual(['missing', 'extra']);
  });

  test('what the file calls urea is never NPK', () => {
    const urea = ours('siti0021', 50, { programme: 'urea' });
    expect(kinds([urea], [row(nik('siti0021'), 50, { programme: 'npk' })])).toEqual(['missing', 'extra']);
    expect(kinds([urea], [row(nik('siti0021'), 50, { programme: 'urea' })])).toEqual([]);
  });

  test('a file that names nobody is matched by date and quantity', () => {
    const rice = [ours(null, 10), ours(null, 5)];
    expect(kinds(rice, [row(nobody, 5), row(nobody, 10)])).toEqual([]);
    expect(kinds(rice, [row(nobody, 15)])).toEqual([]);
    expect(kinds(rice, [row(nobody, 5), row(nobody, 5)])).toEqual(['missing', 'extra']);
  });
});

describe('what does not', () => {
  test('is missing there, extra there, or there with another quantity', () => {
    const { matched, differences } = matchRows(
      [ours('siti0021', 1), ours('karjo0033', 2), ours('paimin0007', 1)],
      [row(nik('siti0021'), 1), row(nik('karjo0033'), 1), row(nik('orang9999'), 1)],
    );
    expect(matched).toHaveLength(1);
    expect(differences).toMatchObject([
      { kind: 'missing', ours: { nikKey: 'paimin0007' } },
      { kind: 'different', ours: { nikKey: 'karjo0033' }, theirs: { quantityThousandths: 1_000 } },
      { kind: 'extra', theirs: { buyer: { nikKey: 'orang9999' } } },
    ]);
  });
});

test('every line and every row comes out once, whatever they are', () => {
  const day = fc.integer({ min: -5, max: 5 }).map((days) => ({ date: addDays(TODAY, days) }));
  const person = fc.constantFrom('siti0021', 'karjo0021', 'paimin0007', 'bejo0042');
  const pieces = fc.integer({ min: 1, max: 4 });
  const programme = fc.constantFrom('lpg-3kg', 'urea');
  const buyer = fc.oneof(
    person.map(nik),
    person.map((name) => masked(name.slice(-4))),
    fc.constant(nobody),
  );
  const left = fc.array(
    fc
      .tuple(fc.option(person), pieces, day, programme)
      .map(([name, quantity, on, of]) => ours(name, quantity, { ...on, programme: of })),
    { maxLength: 12 },
  );
  const right = fc.array(
    fc
      .tuple(buyer, pieces, day, fc.option(programme))
      .map(([who, quantity, on, of]) => row(who, quantity, { ...on, programme: of })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(left, right, (mine, theirs) => {
      const { matched, differences } = matchRows(mine, theirs);
      const mineOut = [
        ...matched,
        ...differences.flatMap((each) => (each.kind === 'extra' ? [] : [each.ours])),
      ];
      expect(new Set(mineOut)).toEqual(new Set(mine));
      expect(mineOut).toHaveLength(mine.length);
      const theirsLeft = differences.flatMap((each) => (each.kind === 'missing' ? [] : [each.theirs]));
      expect(new Set(theirsLeft).size).toBe(theirsLeft.length);
      const sum = (rows: readonly { readonly quantityThousandths: number }[]) =>
        rows.reduce((total, each) => total + each.quantityThousandths, 0);
      // What was matched weighs the same on both sides.
      expect(sum(matched)).toBe(sum(theirs) - sum(theirsLeft));
    }),
  );
});
