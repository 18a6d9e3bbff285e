import { describe, expect, it } from 'vitest';
import { checkStep, codeOf, EMPTY_DRAFT, proposedCode, toSetup, type SetupDraft } from './draft.ts';

const DADAPAN: SetupDraft = {
  ...EMPTY_DRAFT,
  koperasi: ' Koperasi Desa Merah Putih Dadapan ',
  gerai: 'Gerai Dadapan',
  address: 'Jl. Raya 1',
  kabupaten: 'Malang',
  priceZone: '1',
  timeZone: 'Asia/Jakarta',
  columns: '32',
  ownerName: 'Bu Ratna',
  pin: '482913',
  pinAgain: '482913',
};

describe('the first-run wizard', () => {
  it('proposes a code from the last word of the name, until one is typed', () => {
    expect(proposedCode('Gerai Sumberjo Kidul 2')).toBe('KIDUL');
    expect(proposedCode('Gerai Cikampeksari')).toBe('CIKAMPEK');
    expect(proposedCode('  ')).toBe('');
    expect(codeOf({ ...DADAPAN, storeCode: 'G2207' })).toBe('G2207');
  });

  it('says beside each field what is missing', () => {
    expect(checkStep('shop', EMPTY_DRAFT)).toEqual({
      koperasi: 'Belum diisi.',
      gerai: 'Belum diisi.',
      address: 'Belum diisi.',
    });
    expect(checkStep('place', { ...DADAPAN, priceZone: null }).priceZone).toBe('Pilih salah satu.');
    expect(checkStep('shop', { ...DADAPAN, gerai: 'x'.repeat(61) }).gerai).toBe('Paling panjang 60 huruf.');
    expect(checkStep('till', { ...DADAPAN, storeCode: 'G-1' }).storeCode).toBeDefined();
    expect(checkStep('till', { ...DADAPAN, tillNumber: '' }).tillNumber).toBeDefined();
    expect(checkStep('owner', { ...DADAPAN, pin: '123' }).pin).toBeDefined();
    expect(checkStep('owner', { ...DADAPAN, pinAgain: '482914' }).pinAgain).toBeDefined();
  });

  it('hands over trimmed names and real types', () => {
    expect(toSetup(DADAPAN)?.store).toMatchObject({
      koperasi: 'Koperasi Desa Merah Putih Dadapan',
      storeCode: 'DADAPAN',
      tillNumber: 1,
      priceZone: 1,
      pkp: false,
      receiptColumns: 32,
    });
    expect(toSetup({ ...DADAPAN, columns: null })).toBeNull();
  });
});
