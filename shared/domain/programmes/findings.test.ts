import { describe, expect, test } from 'vitest';
import { readCases, tableOf } from '../../../test/support/case-table.ts';
import { officeOfCases } from '../../../test/support/programme-cases.ts';
import type { Finding } from './verdict.ts';

// What a finding tells the screen, beside its code: figures for its sentence, and what can be done.

const cases = readCases(new URL('../cases/subsidi.txt', import.meta.url));
const office = officeOfCases(cases);

/** The first finding of a case in the official's table. */
function firstOf(name: string): Finding | undefined {
  const row = tableOf(cases, 'kasus').rows.find((each) => each.text('kasus') === name);
  if (row === undefined) throw new Error(`tidak ada kasus "${name}"`);
  return office.judge(row).verdict.findings[0];
}

test.each([
  ['jatah minggu ini habis', 'change-buyer ask-manager come-back remove'],
  ['dua sekaligus, sisa satu', 'lower-quantity change-buyer ask-manager come-back remove'],
  ['jatah bulanan hanya mengingatkan', 'change-buyer come-back remove'],
  // What one sale may hold is no count that could be wrong, so there is nothing for a manager to look at.
  ['SPHP tanpa identitas, lebih dari batas', 'lower-quantity remove'],
  ['pembeli belum diketahui', 'identify remove'],
  ['KK belum diketahui', 'identify change-buyer remove'],
  ['hanya anggota', 'identify change-buyer remove'],
  ['bukan petani terdaftar', 'change-buyer tell-pengurus remove'],
  ['petani tanpa alokasi', 'change-buyer tell-pengurus remove'],
  ['kategori belum dipilih', 'choose-category remove'],
  ['kategori tidak termasuk', 'choose-category change-buyer remove'],
  ['diwakili, tidak boleh', 'no-proxy change-buyer remove'],
  ['LPG untuk dijual lagi', 'change-buyer remove'],
  ['SPHP dari karung terbuka', 'whole-packs remove'],
  ['satu rupiah di atas HET', 'tell-pengurus remove'],
  ['gula di atas HAP hanya mengingatkan', 'tell-pengurus'],
  ['aturan harga sudah berakhir', 'tell-pengurus'],
  ['jam mundur, pembelian dari besok', 'tell-pengurus'],
])('%s: what can be done is %s', (name, ways) => {
  expect(firstOf(name)?.ways.join(' ')).toBe(ways);
});

describe('the figures of a finding', () => {
  test('of a quota: limit, used, asked, left, and when a new one begins', () => {
    expect(firstOf('dua sekaligus, sisa satu')?.params).toEqual({
      limit: 2000,
      used: 1000,
      elsewhere: 0,
      asked: 2000,
      left: 1000,
      subject: 'kk',
      category: 'rumah-tangga',
      window: 'week',
      nextFrom: '2026-04-20',
    });
  });

  test('of a quota: how much of it was bought elsewhere', () => {
    expect(firstOf('dibeli di gerai lain, kata kabupaten')?.params).toMatchObject({
      used: 2000,
      elsewhere: 2000,
    });
    expect(firstOf('satu KK, dibeli anggota keluarga lain')?.params).toMatchObject({ elsewhere: 0 });
  });

  test('of a sale’s limit: no category and no later day', () => {
    expect(firstOf('SPHP di dua baris')?.params).toEqual({
      limit: 10_000,
      used: 0,
      elsewhere: 0,
      asked: 15_000,
      left: 10_000,
      subject: 'anyone',
      window: 'sale',
    });
  });

  test('of a price: what a unit may cost by which decree, and what the line costs', () => {
    expect(firstOf('harga baru terlalu pagi')?.params).toEqual({
      amountRp: 16_000,
      priceKind: 'het',
      decree: 'Contoh SK Gubernur lama',
      validFrom: '2014-01-01',
      chargedRp: 18_000,
      mostRp: 16_000,
    });
  });

  test('of a price rule that ended: the last one, not one that was switched off or is for another place', () => {
    expect(firstOf('aturan harga sudah berakhir')?.params).toEqual({
      amountRp: 15_700,
      priceKind: 'het',
      decree: 'Contoh Permendag',
      validFrom: '2024-08-14',
      endedOn: '2026-06-30',
    });
  });

  test('of a category: which one it is and which would do', () => {
    expect(firstOf('kategori tidak termasuk')?.params).toEqual({
      category: 'nelayan-sasaran',
      allowed: 'rumah-tangga',
    });
  });

  test('of a clock: by which date it was judged, what the clock says, and what came later', () => {
    expect(firstOf('jam mundur ke belakang hari buka')?.params).toEqual({
      date: '2026-04-15',
      clockDate: '2026-04-12',
      latest: '2026-04-15',
    });
    expect(firstOf('jam mundur, pembelian dari besok')?.params).toEqual({
      date: '2026-04-15',
      clockDate: '2026-04-15',
      latest: '2026-04-16',
    });
  });
});
