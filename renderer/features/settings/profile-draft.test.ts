import { describe, expect, it } from 'vitest';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { checkProfile, draftOf, isChanged, toProfile } from './profile-draft.ts';

const STORE: StoreProfile = {
  koperasi: 'Koperasi Desa Merah Putih Sukamaju',
  gerai: 'Sukamaju',
  storeCode: 'SKMJ',
  tillNumber: 1,
  address: 'Jl. Raya Sukamaju 12',
  kabupaten: 'Cianjur',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 32,
};

describe('the store’s profile being changed', () => {
  it('leaves out what can’t change', () => {
    expect(toProfile({ ...draftOf(STORE), address: ' Jl. Pasar Baru 7 ', columns: '48' })).toEqual({
      koperasi: 'Koperasi Desa Merah Putih Sukamaju',
      gerai: 'Sukamaju',
      address: 'Jl. Pasar Baru 7',
      kabupaten: 'Cianjur',
      priceZone: 1,
      receiptColumns: 48,
    });
  });

  it('knows a change from a blank typed by the way', () => {
    const draft = draftOf(STORE);
    expect(isChanged({ ...draft, gerai: 'Sukamaju ' }, STORE)).toBe(false);
    expect(isChanged({ ...draft, priceZone: '2' }, STORE)).toBe(true);
  });

  it('says what is missing and what is too long, and nothing else', () => {
    expect(checkProfile({ ...draftOf(STORE), gerai: ' ', address: 'x'.repeat(121) })).toEqual({
      koperasi: undefined,
      gerai: 'Belum diisi.',
      address: 'Paling panjang 120 huruf.',
      kabupaten: undefined,
    });
  });
});
