import { describe, expect, it } from 'vitest';
import { readTyped, waitingQuantity } from './typed.ts';

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
  ])('%j', (raw, meaning) => {
    expect(readTyped(raw)).toEqual(meaning);
  });

  it('keeps a quantity for the scan that follows', () => {
    expect(waitingQuantity('12*')).toBe(12_000);
    expect(waitingQuantity('indo')).toBeNull();
  });
});
