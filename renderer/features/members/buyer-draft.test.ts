import { describe, expect, test } from 'vitest';
import { buyerToSave, checkBuyer, NEW_BUYER } from './buyer-draft.ts';

const KITCHEN = { ...NEW_BUYER, name: ' SPPG Dadapan 2 ' };

describe('editing an institution', () => {
  test('needs a name and a term, and nothing else', () => {
    expect(checkBuyer({ ...NEW_BUYER, termDays: null })).toMatchObject({
      name: 'Belum diisi.',
      termDays: 'Isi 0 sampai 365 hari.',
    });
    expect(Object.values(checkBuyer(KITCHEN)).every((words) => words === undefined)).toBe(true);
  });

  test('hands over trimmed text; without a limit it may owe nothing', () => {
    expect(buyerToSave(KITCHEN)).toMatchObject({ name: 'SPPG Dadapan 2', creditLimitRp: 0, termDays: 14 });
  });

  test('a term of more than a year is no term', () => {
    expect(checkBuyer({ ...KITCHEN, termDays: 366 }).termDays).toContain('365');
    expect(checkBuyer({ ...KITCHEN, termDays: 0 }).termDays).toBeUndefined();
  });
});
