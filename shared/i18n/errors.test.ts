import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../contract/errors.ts';
import type { StartupCode } from '../contract/wire.ts';
import { callErrorText, errorText } from './errors.ts';
import { startupErrorText } from './startup.ts';

/** Words that give away a sentence nobody has translated, and what a missing value turns into. */
const FOREIGN =
  /\b(the|is|are|was|not|no|please|error|failed|invalid|unknown|already|must|cannot|can't|try|again|store|sale|price|undefined|null|NaN|object)\b/i;

const STARTUP: readonly StartupCode[] = [
  'data-dir-in-use',
  'data-dir-unwritable',
  'database-newer',
  'database-damaged',
  'journal-damaged',
  'sqlite-unfit',
  'internal',
];

/** Particulars as the engine gives them; a sentence that asks for another one shows a gap. */
const PARTICULARS = {
  cashier: 'Siti Aminah',
  ceilingRp: 3_500,
  code: '8998866200301',
  columns: 'nama, harga',
  count: 2,
  days: 366,
  decree: 'SK Gubernur 801/2024',
  dueRp: 18_600,
  errors: 3,
  last: '2026-04-15',
  lastUsedOn: '2026-04-15',
  line: 12,
  maximum: 500,
  more: 3,
  name: 'Kecap Bango 220 ml',
  names: 'Bu Tin, jam 10.42',
  number: '0012',
  openRp: 12_000,
  out: 3,
  owesRp: 45_500,
  pattern: '99IIIIIWWWWWC',
  priceRp: 3_600,
  programme: 'lpg-3kg',
  receivedRp: 8_998_866_200_301,
  region: '350',
  shortRp: 2_500,
  traceId: '0196a000-0000-7000-8000-000000000001',
  unit: 'dus',
  validFrom: '2026-04-16',
  validTo: '2026-04-15',
  why: 'crc',
};

/** The same for what keeps a till from starting. */
const STARTUP_PARTICULARS = {
  dataDir: 'D:/Gerai',
  detail: 'berkas terpotong',
  found: 90,
  known: 60,
  seq: 41,
  version: '3.40.1',
};

describe('every refusal has words for the person at the counter', () => {
  test.each(ERROR_CODES)('%s', (code) => {
    const words = errorText(code, PARTICULARS);
    expect(words).toMatch(/^[A-Z].{11,}[.?]$/);
    expect(words).not.toMatch(FOREIGN);
    expect(words).not.toContain('  ');
    // The code is for logs and programs.
    expect(words).not.toContain(code);
  });

  test.each(STARTUP)('start-up: %s', (code) => {
    const words = startupErrorText(code, STARTUP_PARTICULARS);
    expect(words).toMatch(/^[A-Z].{11,}[.?]$/);
    expect(words).not.toMatch(FOREIGN);
    expect(words).not.toContain('  ');
  });

  test('English words are noticed where they slip in', () => {
    expect('The sale was not stored.').toMatch(FOREIGN);
    expect('Barang undefined tidak ada.').toMatch(FOREIGN);
    expect('Keranjang kosong. Scan barang dulu.').not.toMatch(FOREIGN);
  });
});

describe('the particulars of a refusal', () => {
  test('stand in its sentence', () => {
    expect(errorText('tender.too-small', { shortRp: 2_500 })).toContain('Rp2.500');
    expect(errorText('product.no-price', { name: 'Kecap Bango 220 ml' })).toMatch(/^Kecap Bango 220 ml /);
    expect(errorText('barcode.check-digit', { code: '8998866200302' })).toContain('8998866200302');
    expect(startupErrorText('database-newer', { found: 90, known: 60 })).toMatch(/90.*60/);
  });

  test('of a refusal by the rules are the finding’s way out, and no other one', () => {
    const refused = errorText('subsidy.refused', { code: 'identity-required', name: 'LPG 3 kg' });
    expect(refused).toBe(
      'Perlu NIK pembeli: LPG 3 kg dijual kepada pembeli yang terdata. Scan KTP, atau ketik 16 angka NIK. Belum dibayar, keranjang tetap.',
    );
  });

  test('of a number are its fault, and how many digits it had', () => {
    expect(errorText('identity.nik-invalid', { problem: 'length', digits: 15 })).toBe(
      'NIK terdiri dari 16 angka. Yang diketik 15. Belum ada yang disimpan. Periksa angka di KTP, lalu ketik lagi.',
    );
  });

  test('of a fault are its trace id, so that the log line can be found', () => {
    const error = { code: 'internal', params: {}, traceId: '0196a000-0000-7000-8000-000000000001' } as const;
    expect(callErrorText(error)).toContain(error.traceId);
  });
});
