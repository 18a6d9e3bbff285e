import { describe, expect, test } from 'vitest';
import { readCases, tableOf, testCases, type CaseRow } from '../../test/support/case-table.ts';
import { rupiah } from './money.ts';
import { crc16, dynamicPayload, QrisError, readMerchant, type QrisFault } from './qris.ts';

const cases = readCases(new URL('cases/qris.txt', import.meta.url));

const codes = new Map(
  tableOf(cases, 'kode').rows.map((row) => {
    const text = row.text('isi');
    const unsigned = text.replace(/\{CRC\}$/, '');
    return [row.text('nama'), text === unsigned ? text : unsigned + crc16(unsigned)];
  }),
);

function codeIn(row: CaseRow): string {
  const code = codes.get(row.text('kode'));
  if (code === undefined) throw row.wrong(`tidak ada kode "${row.text('kode')}"`);
  return code;
}

const WORDS: Record<QrisFault, string> = {
  'not-tlv': 'rusak',
  crc: 'CRC salah',
  'tag-missing': 'tidak ada tag',
  'tag-twice': 'tag dua kali',
  'tag-value': 'isi tag salah',
  'not-qris': 'bukan Indonesia',
  'not-rupiah': 'bukan rupiah',
  'not-static': 'bukan kode statis',
  'amount-zero': 'nominal nol',
  'amount-over-limit': 'lewat sepuluh juta',
  'tip-unsupported': 'minta tip',
};

/** What is given back, or why it was refused. */
function attempt<T>(act: () => T): { value: T } | { refused: string } {
  try {
    return { value: act() };
  } catch (error) {
    if (!(error instanceof QrisError)) throw error;
    return { refused: `${WORDS[error.fault]} ${error.detail}` };
  }
}

describe('a payload read, as the shopkeeper’s table has it', () => {
  testCases(tableOf(cases, 'baca'), ['hasil', 'nama', 'kota', 'NMID', 'nominal'], 20, (row) => {
    const outcome = attempt(() => readMerchant(codeIn(row)));
    if ('refused' in outcome) return { hasil: outcome.refused, nama: '', kota: '', NMID: '', nominal: '' };
    const { name, city, nmid, amount } = outcome.value;
    return { hasil: 'baik', nama: name, kota: city, NMID: nmid, nominal: amount ?? '' };
  });
});

describe('a payload for one payment, as the shopkeeper’s table has it', () => {
  testCases(tableOf(cases, 'nominal'), ['hasil', 'jadi'], 12, (row) => {
    const outcome = attempt(() => dynamicPayload(codeIn(row), rupiah(row.whole('nominal'))));
    if ('refused' in outcome) return { hasil: outcome.refused, jadi: '' };
    const named = [...codes].find(([, code]) => code === outcome.value);
    return { hasil: 'baik', jadi: named?.[0] ?? outcome.value };
  });

  test('can be read by whoever pays, and is dynamic', () => {
    const payload = dynamicPayload(`  ${codes.get('asli')!}\r\n`, rupiah(15_500));
    expect(readMerchant(payload)).toMatchObject({
      dynamic: true,
      amount: '15500',
      name: 'KOPERASI SUKAMAJU',
    });
  });
});

test('the check value of CRC-16/CCITT-FALSE', () => {
  expect(crc16('123456789')).toBe('29B1');
  expect(crc16('')).toBe('FFFF');
});

test('no single wrong character of a payload goes unseen', () => {
  const good = codes.get('asli')!;
  for (const index of good.split('').keys()) {
    const other = good.charAt(index) === '0' ? '1' : '0';
    const spoilt = good.slice(0, index) + other + good.slice(index + 1);
    expect(() => readMerchant(spoilt), `character ${index}`).toThrow(QrisError);
  }
});
