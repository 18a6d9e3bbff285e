import { describe, expect, test } from 'vitest';
import {
  cardError,
  checkMember,
  NEW_MEMBER,
  readDate,
  savingsToSet,
  toSave,
  typedDate,
} from './member-draft.ts';

const SITI = { ...NEW_MEMBER, name: ' Siti Aminah ' };

describe('editing a member', () => {
  test('needs a name and nothing else', () => {
    expect(checkMember(NEW_MEMBER)).toMatchObject({ name: 'Belum diisi.' });
    expect(Object.values(checkMember(SITI)).every((words) => words === undefined)).toBe(true);
    expect(toSave(SITI, 0)).toMatchObject({
      name: 'Siti Aminah',
      number: null,
      creditLimitRp: 0,
      joinedOn: null,
    });
  });

  test('lets a new member owe what the store has decided, unless something else is typed', () => {
    expect(toSave(SITI, 300_000).creditLimitRp).toBe(300_000);
    expect(toSave({ ...SITI, creditLimitRp: 0 }, 300_000).creditLimitRp).toBe(0);
    expect(toSave({ ...SITI, memberId: 'm' }, 300_000).creditLimitRp).toBe(0);
  });

  test('says what is wrong beside the field', () => {
    expect(checkMember({ ...SITI, number: '#1' }).number).toContain('Huruf, angka');
    expect(checkMember({ ...SITI, phone: '0'.repeat(31) }).phone).toContain('30');
    expect(checkMember({ ...SITI, joinedOn: '31-2-2025' }).joinedOn).toContain('21-7-2025');
    expect(checkMember({ ...SITI, creditLimitRp: 1_000_000_000_001 }).creditLimitRp).toContain('triliun');
  });

  test.each([
    ['21-7-2025', '2025-07-21'],
    ['01/12/2024', '2024-12-01'],
    [' 5.3.2026 ', '2026-03-05'],
    ['', null],
    ['21-13-2025', undefined],
    ['29-2-2025', undefined],
    ['kemarin', undefined],
  ])('the date %j is read as %s', (typed, date) => {
    expect(readDate(typed)).toBe(date);
  });

  test('a date that was read comes back as it is typed', () => {
    expect(typedDate('2025-07-21')).toBe('21-7-2025');
    expect(readDate(typedDate('2025-07-21'))).toBe('2025-07-21');
  });

  test('a card is added once, and five are enough', () => {
    expect(cardError([], 'KDMP-1')).toBeUndefined();
    expect(cardError(['KDMP-1'], ' KDMP-1')).toContain('sudah ada');
    expect(cardError(['1', '2', '3', '4', '5'], '6')).toContain('5');
    expect(cardError([], 'x'.repeat(65))).toContain('64');
  });

  test('balances that nobody touched are not typed anew', () => {
    expect(savingsToSet(SITI, null)).toBeNull();
    expect(savingsToSet({ ...SITI, sukarelaRp: 5_000 }, null)).toEqual({
      pokokRp: 0,
      wajibRp: 0,
      sukarelaRp: 5_000,
    });
  });
});
