import { describe, expect, it } from 'vitest';
import type { OverviewRow } from '../store/overview-store.ts';
import { overview } from './overview.ts';
import { officePage } from './page.ts';

const NOW = Date.parse('2026-04-15T14:30:00Z');
const HOUR_MS = 3_600_000;

function till(gerai: string, more: Partial<OverviewRow> = {}): OverviewRow {
  return {
    gerai,
    koperasi: 'Koperasi Desa',
    storeCode: 'DDP01',
    tillNumber: 1,
    example: false,
    ackedSeq: 1234,
    seenAt: NOW - HOUR_MS,
    zNumber: 7,
    zDate: '2026-04-15',
    dayDate: '2026-04-15',
    netRp: 1_000_000,
    saleCount: 58,
    refusedCode: null,
    refusedSeq: null,
    refusedAt: null,
    ...more,
  };
}

const TILLS = [
  till('Kaliwungu'),
  till('Sumberasri', { seenAt: NOW - 27 * HOUR_MS }),
  till('Coba', { example: true, netRp: 5 }),
  till('Torongsari', { refusedCode: 'chain.forked', refusedAt: NOW }),
  till('Baru <b>', {
    seenAt: null,
    zNumber: null,
    zDate: null,
    dayDate: null,
    netRp: null,
    saleCount: null,
  }),
  till('Giriwono', { refusedCode: 'signature.invalid', refusedAt: NOW }),
];

describe('the office’s page', () => {
  it('puts what needs somebody first, the worst on top', () => {
    const { tills } = overview(TILLS, NOW);
    expect(tills.map(({ gerai, standing }) => `${gerai} ${standing}`)).toEqual([
      'Torongsari broken',
      'Giriwono refused',
      'Sumberasri late',
      'Baru <b> late',
      'Kaliwungu fine',
      'Coba fine',
    ]);
  });

  it('adds up what real stores sold; what is not known and what is an example count for nothing', () => {
    expect(overview(TILLS, NOW).netRp).toBe(4_000_000);
  });

  it('says it in words, and no store’s name becomes markup', async () => {
    const frame = { districtName: 'Dinas Koperasi Panderman', timeZone: 'Asia/Jakarta' as const, now: NOW };
    const page = String(await officePage(frame, overview(TILLS, NOW), []));
    expect(page).toContain('2 dari 6 kasa sudah masuk. 2 belum masuk, 2 perlu diperiksa.');
    expect(page).toContain('Kasa mengirim catatan lain untuk nomor yang sudah tersimpan.');
    expect(page).toContain('Z-0007');
    expect(page).toContain('15 April 2026 21.30');
    expect(page).toContain('Baru &lt;b&gt;');
    expect(page).not.toContain('Baru <b>');
  });

  it('says what to do where no till is enrolled yet', async () => {
    const frame = { districtName: 'Dinas', timeZone: 'Asia/Jayapura' as const, now: NOW };
    expect(String(await officePage(frame, overview([], NOW), []))).toContain(
      'Belum ada kasa yang terdaftar.',
    );
  });
});
