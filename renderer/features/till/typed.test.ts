import { describe, expect, it } from 'vitest';
import { readScan, readTyped, waitingQuantity } from './typed.ts';

describe('what is typed into the scan box', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['8996001600146', { kind: 'code', code: '8996001600146', quantity: null }],
    ['899 6001 600146', { kind: 'code', code: '8996001600146', quantity: null }],
    ['12', { kind: 'code', code: '12', quantity: null }],
    ['12*', { kind: 'quantity', quantity: 12_000 }],
    ['12*8996001600146', { kind: 'code', code: '8996001600146', quantity: 12_000 }],
    ['0,25*telur', { kind: 'search', text: 'telur', quantity: 250 }],
    ['goreng indom', { kind: 'search', text: 'goreng indom', quantity: null }],
    ['dji sam soe 234', { kind: 'search', text: 'dji sam soe 234', quantity: null }],
    ['*', { kind: 'search', text: '*', quantity: null }],
    ['merk*', { kind: 'search', text: 'merk*', quantity: null }],
    ['0*', { kind: 'quantity', quantity: 0 }],
    ['12x', { kind: 'quantity', quantity: 12_000 }],
    ['12X', { kind: 'quantity', quantity: 12_000 }],
    ['1,5×', { kind: 'quantity', quantity: 1500 }],
    ['3x101', { kind: 'code', code: '101', quantity: 3000 }],
    ['3 x indomie', { kind: 'search', text: 'indomie', quantity: 3000 }],
    ['12xl popok', { kind: 'search', text: '12xl popok', quantity: null }],
    ['1.2.3*', { kind: 'search', text: '1.2.3*', quantity: null }],
  ])('%j', (raw, meaning) => {
    expect(readTyped(raw)).toEqual(meaning);
  });

  it('keeps a quantity for the scan that follows', () => {
    expect(waitingQuantity('12*')).toBe(12_000);
    expect(waitingQuantity('indo')).toBeNull();
  });

  it.each([
    ['8996001600146', '', { code: '8996001600146', quantity: null }],
    ['8996001600146', '12*', { code: '8996001600146', quantity: 12_000 }],
    ['8996001600146', '12x', { code: '8996001600146', quantity: 12_000 }],
    ['8996001600146', '1,5*', { code: '8996001600146', quantity: 1500 }],
    ['12*8996001600146', '', { code: '8996001600146', quantity: 12_000 }],
    ['*8996001600146', '12', { code: '8996001600146', quantity: 12_000 }],
    ['12X5501', '', { code: '12X5501', quantity: null }],
    ['8996001600146', 'indom', { code: '8996001600146', quantity: null }],
  ])('a scan of %j with %j in the box', (code, box, meaning) => {
    expect(readScan(code, box)).toEqual(meaning);
  });
});
