import { expect, test } from 'vitest';
import { checkRegistration, newRegistration, toRegister, toSaveRegistration } from './registration-draft.ts';

const NIK = '3507015504800021';
const SUMARNI = { ...newRegistration(NIK), name: 'Sumarni', consent: true };

test('one number, a name and consent are enough', () => {
  expect(Object.values(checkRegistration(SUMARNI, false, true)).filter(Boolean)).toEqual([]);
  expect(toRegister(SUMARNI, 'lpg-3kg')).toMatchObject({
    nik: NIK,
    kk: null,
    name: 'Sumarni',
    consent: true,
  });
});

test('without consent no number is kept; without a number there is nobody', () => {
  expect(checkRegistration({ ...SUMARNI, consent: false }, false, true).consent).toBe(
    'Tanpa persetujuan nomornya tidak boleh disimpan.',
  );
  expect(checkRegistration({ ...SUMARNI, nik: '' }, false, true).nik).toBe('Isi NIK atau nomor KK.');
  expect(checkRegistration({ ...SUMARNI, nik: '350701' }, false, true).nik).toBe('Baru 6 angka, harus 16.');
});

test('as what somebody buys is asked where a programme sells by it, of whoever is changed as well', () => {
  const draft = { ...SUMARNI, categories: [] };
  for (const known of [false, true]) {
    expect(checkRegistration(draft, known, true).categories).toBe(
      'Pilih satu atau lebih: barang program dijual menurut kategori pembeli.',
    );
  }
  expect(checkRegistration(draft, false, false).categories).toBeUndefined();
});

test('whoever is registered keeps the numbers that are not typed anew', () => {
  const draft = { ...SUMARNI, nik: '', farmer: true, allotments: { urea: '62,5', npk: ' ' } };
  expect(checkRegistration(draft, true, true).nik).toBeUndefined();
  expect(toSaveRegistration(draft, '0199c3a0-0000-7000-8000-000000000003')).toMatchObject({
    nik: null,
    kk: null,
    farmer: true,
    allotments: [{ programme: 'urea', quantityThousandths: 62_500 }],
  });
  expect(checkRegistration({ ...draft, allotments: { urea: 'banyak' } }, true, true).allotments).toBe(
    'Isi angka, misalnya 100 atau 62,5.',
  );
});
