import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCases, tableOf, testCases, wholeNumber, type CaseRow } from '../../test/support/case-table.ts';
import { rupiah } from './money.ts';
import {
  pkpOn,
  receiptTax,
  shareTax,
  taxClassSchema,
  taxRateOn,
  type PkpRow,
  type TaxedLine,
} from './tax.ts';

const cases = readCases(new URL('cases/pajak.txt', import.meta.url));

describe('PPN, as the shopkeeper’s table has it', () => {
  testCases(tableOf(cases, 'kasus'), ['DPP', 'PPN', 'PPN per baris'], 20, (row) => {
    const lines = row.list('baris').map((entry) => lineOf(row, entry));
    const status = row.list('PKP').map((entry) => statusOf(row, entry));
    const tax = receiptTax(lines, pkpOn(status, row.text('tanggal')), row.text('tanggal'));
    if (tax === null) return { DPP: 'tidak ada', PPN: 'tidak ada', 'PPN per baris': '' };
    const shares = shareTax(lines, tax.taxRp);
    return { DPP: tax.baseRp, PPN: tax.taxRp, 'PPN per baris': shares.join(' + ') };
  });
});

function lineOf(row: CaseRow, entry: string): TaxedLine {
  const [amount = '', name] = entry.split(' ');
  const total = wholeNumber(amount);
  const taxClass = taxClassSchema.safeParse(name);
  if (total === undefined || !taxClass.success) throw row.wrong(`"${entry}" bukan jumlah dan golongan`);
  return { taxClass: taxClass.data, totalRp: rupiah(total) };
}

function statusOf(row: CaseRow, entry: string): PkpRow {
  const [validFrom = '', word] = entry.split(' ');
  if (word !== 'ya' && word !== 'tidak') throw row.wrong(`"${entry}" bukan tanggal dengan ya atau tidak`);
  return { validFrom, pkp: word === 'ya' };
}

const lines = fc.array(
  fc.record({
    taxClass: fc.constantFrom(...taxClassSchema.options),
    totalRp: fc.integer({ min: 0, max: 1_000_000_000 }).map(rupiah),
  }),
  { maxLength: 60 },
);

describe('whatever was sold', () => {
  test('the parts of the lines add up, and only taxed lines have one', () => {
    fc.assert(
      fc.property(lines, (sold) => {
        const tax = receiptTax(sold, true, '2026-11-21')!;
        const shares = shareTax(sold, tax.taxRp);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(tax.taxRp);
        for (const [index, line] of sold.entries()) {
          expect(shares[index]).toBeGreaterThanOrEqual(0);
          expect(shares[index]).toBeLessThanOrEqual(line.taxClass === 'kena' ? line.totalRp : 0);
        }
      }),
    );
  });

  test('the order of lines never moves the tax', () => {
    fc.assert(
      fc.property(lines, (sold) => {
        expect(receiptTax(sold.toReversed(), true, '2026-11-21')).toEqual(
          receiptTax(sold, true, '2026-11-21'),
        );
      }),
    );
  });
});

test('a receipt keeps the rule of its own day', () => {
  expect(receiptTax([], true, '2024-12-31')?.rate).toMatchObject({ rateBp: 1100, baseNumerator: 1 });
  expect(receiptTax([], true, '2026-11-21')?.rate).toMatchObject({
    rateBp: 1200,
    baseNumerator: 11,
    baseDenominator: 12,
    decree: 'PMK 131/2024',
  });
});

test('a later rate holds from its first day, in whatever order rates are kept', () => {
  const later = { validFrom: '2030-01-01', rateBp: 1300, baseNumerator: 1, baseDenominator: 1, decree: 'UU' };
  const now = { ...later, validFrom: '2025-01-01', rateBp: 1200 };
  expect(taxRateOn('2029-12-31', [later, now])).toBe(now);
  expect(taxRateOn('2030-01-01', [later, now])).toBe(later);
});
