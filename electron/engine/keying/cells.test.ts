import { describe, expect, test } from 'vitest';
import { readDate, readNik, readQuantity } from './cells.ts';

const WIB = 420;

describe('a NIK as files have it', () => {
  test.each([
    ['3507015504800021', { kind: 'nik', digits: '3507015504800021' }],
    ["'3507015504800021", { kind: 'nik', digits: '3507015504800021' }],
    ['350701 550480 0021', { kind: 'nik', digits: '3507015504800021' }],
    [3_507_015_504_800_021, { kind: 'nik', digits: '3507015504800021' }],
    ['3507********0021', { kind: 'last-four', lastFour: '0021' }],
    ['xxxxxxxxxxxx0021', { kind: 'last-four', lastFour: '0021' }],
    ['•••• •••• •••• 0021', { kind: 'last-four', lastFour: '0021' }],
    ['', { kind: 'none' }],
    ['-', { kind: 'none' }],
    ['350701550480002', { kind: 'unreadable' }],
    ['3.50702E+15', { kind: 'unreadable' }],
    ['3507************', { kind: 'unreadable' }],
    // Above 2^53 a spreadsheet's number is not the number any more.
    [Number('9171015504800021'), { kind: 'unreadable' }],
  ])('%s', (cell, read) => expect(readNik(cell)).toEqual(read));
});

describe('a date as files have it', () => {
  test.each([
    ['2026-04-15', '2026-04-15'],
    ['2026-04-15 10:42:11', '2026-04-15'],
    ['15/04/2026', '2026-04-15'],
    ['5/4/2026 08.12', '2026-04-05'],
    ['15-04-26', '2026-04-15'],
    ['15 April 2026', '2026-04-15'],
    ['Rabu, 15 Apr 2026', '2026-04-15'],
    ['1 Agustus 2026', '2026-08-01'],
    ['17 Mei 2026, 09:00', '2026-05-17'],
    [46_127, '2026-04-15'],
    [46_127.75, '2026-04-15'],
    // 18.30 in London is half past one of the next day in Malang.
    ['2026-04-15T18:30:00Z', '2026-04-16'],
    ['2026-04-15T18:30:00+07:00', '2026-04-15'],
    ['31/02/2026', undefined],
    ['04/15/2026', undefined],
    ['kemarin', undefined],
    [12, undefined],
    [true, undefined],
  ])('%s is %s', (cell, date) => expect(readDate(cell, WIB)).toBe(date));
});

describe('a quantity as files have it', () => {
  test.each([
    ['2', 2_000],
    [2, 2_000],
    [2.5, 2_500],
    ['2,5', 2_500],
    ['2.5', 2_500],
    ['2 tabung', 2_000],
    ['10 kg', 10_000],
    ['1.250', undefined],
    ['0', undefined],
    [-1, undefined],
    [1.000_1, undefined],
    ['dua', undefined],
    ['', undefined],
  ])('%s is %s', (cell, quantity) => expect(readQuantity(cell)).toBe(quantity));
});
