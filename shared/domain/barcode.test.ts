import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCases, tableOf, testCases } from '../../test/support/case-table.ts';
import { expandUpcE, normalPlu, readCode, readGtin, shownGtin } from './barcode.ts';
import { checkDigit, hasValidCheckDigit } from './check-digit.ts';
import { GS1_SEPARATOR } from './gs1.ts';
import { DEFAULT_PATTERNS } from './in-store-code.ts';

/** What is scanned or typed │ what it is │ how it is kept. Add a line to add a case. */
const CODES: readonly (readonly [what: string, raw: string, kind: string, kept: string])[] = [
  ['EAN-13', '8998866200301', 'gtin', '08998866200301'],
  ['the example of GS1’s calculator', '6291041500213', 'gtin', '06291041500213'],
  ['the textbook UPC-A', '036000291452', 'gtin', '00036000291452'],
  ['UPC-A', '089686010947', 'gtin', '00089686010947'],
  ['the same as 13 digits', '0089686010947', 'gtin', '00089686010947'],
  ['the same as 14 digits', '00089686010947', 'gtin', '00089686010947'],
  ['EAN-8', '96385074', 'gtin', '00000096385074'],
  ['GTIN-14 of a dus', '18998866200308', 'gtin', '18998866200308'],
  ['UPC-E', '04252614', 'gtin', '00042100005264'],
  ['in-store, weight inside', '2112345015002', 'gtin', '02112345015002'],
  ['AIM prefix of EAN-13', ']E08998866200301', 'gtin', '08998866200301'],
  ['AIM prefix of EAN-8', ']E496385074', 'gtin', '00000096385074'],
  ['AIM prefix of Code 128', ']C08998866200301', 'gtin', '08998866200301'],
  ['Enter at the end', '8998866200301\r\n', 'gtin', '08998866200301'],
  ['Tab and FNC1 around it', '\u001d8998866200301\t', 'gtin', '08998866200301'],
  ['pasted with a zero-width space', '\u200b8998866200301', 'gtin', '08998866200301'],
  ['spaces as printed', '8 998866 200301', 'gtin', '08998866200301'],
  ['ISBN with hyphens', '978-602-03-3160-7', 'gtin', '09786020331607'],
  ['last digit wrong', '8998866200302', 'bad-check-digit', '8998866200302'],
  ['two digits swapped', '8998866203001', 'bad-check-digit', '8998866203001'],
  ['EAN-8 wrong', '96385075', 'bad-check-digit', '96385075'],
  ['UPC-E that says it is EAN-8', ']E404252614', 'bad-check-digit', '04252614'],
  ['nothing but zeros', '0000000000000', 'bad-check-digit', '0000000000000'],
  ['PLU', '4011', 'plu', '4011'],
  ['PLU with zeros in front', '0021', 'plu', '21'],
  ['PLU nought', '0', 'plu', '0'],
  ['six digits', '123456', 'plu', '123456'],
  ['seven digits', '1234567', 'other', '1234567'],
  ['eleven digits', '89686010947', 'other', '89686010947'],
  ['fifteen digits', '899886620030112', 'other', '899886620030112'],
  ['GS1-128: eight digits may be a date', ']C111260101', 'other', '11260101'],
  ['GS1 DataMatrix', ']d20108998866200301', 'gs1', '08998866200301'],
  ['Code 39 short', ']A0123', 'other', '123'],
  ['a QR link', 'https://contoh.id/a', 'other', 'https://contoh.id/a'],
  ['a name', 'indomie goreng', 'other', 'indomie goreng'],
  ['minus', '-8', 'other', '-8'],
  ['other digits than 0 to 9', '٤٠١١', 'other', '٤٠١١'],
  ['nothing', ' \r', 'other', ''],
];

function kept(code: ReturnType<typeof readCode>): string {
  switch (code.kind) {
    case 'gtin':
    case 'gs1':
      return code.gtin14;
    case 'plu':
    case 'in-store':
      return code.plu;
    case 'bad-check-digit':
      return code.shown;
    case 'other':
      return code.text;
  }
}

describe('a scanned or typed code', () => {
  test.each(CODES)('%s: %j is %s', (_what, raw, kind, expected) => {
    const code = readCode(raw);
    expect([code.kind, kept(code)]).toEqual([kind, expected]);
  });

  test('shows a GTIN as it was scanned', () => {
    expect(readCode(']E0899 8866200301')).toMatchObject({ shown: '8998866200301' });
  });
});

describe('what is scanned or typed, as the shopkeeper’s table has it', () => {
  const cases = readCases(new URL('cases/barcode.txt', import.meta.url));
  const columns = ['jenis', 'isi', 'gram', 'harga', 'jumlah', 'batch', 'kedaluwarsa'];
  testCases(tableOf(cases, 'kasus'), columns, 20, (row) => {
    const raw = row.text('dipindai').replaceAll('<GS>', GS1_SEPARATOR);
    const patterns = row.text('pola') === 'bawaan' ? DEFAULT_PATTERNS : row.list('pola');
    const code = readCode(raw, { patterns });
    const inside = code.kind === 'gs1' || code.kind === 'in-store' ? code : undefined;
    const gs1 = code.kind === 'gs1' ? code : undefined;
    return {
      jenis: KINDS[code.kind],
      isi: kept(code),
      gram: inside?.weightThousandths ?? '',
      harga: inside?.priceRp ?? '',
      jumlah: gs1?.count ?? '',
      batch: gs1?.batch ?? '',
      kedaluwarsa: gs1?.expiry ?? '',
    };
  });
});

const KINDS: Record<ReturnType<typeof readCode>['kind'], string> = {
  gtin: 'gtin',
  plu: 'plu',
  'in-store': 'timbangan',
  gs1: 'gs1',
  'bad-check-digit': 'salah',
  other: 'lain',
};

describe('a text that must be a GTIN', () => {
  test.each([
    ['8998866200301', { ok: true, gtin14: '08998866200301' }],
    [' 0 42100 00526 4 ', { ok: true, gtin14: '00042100005264' }],
    ['8.99E+12', { ok: false, why: 'not-digits' }],
    ['', { ok: false, why: 'not-digits' }],
    ['4011', { ok: false, why: 'length' }],
    ['8998866200300', { ok: false, why: 'check-digit' }],
  ])('%j', (text, expected) => {
    expect(readGtin(text)).toEqual(expected);
  });
});

/** UPC-E │ UPC-A: one for each way zeros were left out. */
const UPC_E: readonly (readonly [string, string | undefined])[] = [
  ['01234505', '012000003455'],
  ['01234514', '012100003454'],
  ['01234523', '012200003453'],
  ['01234531', '012300000451'],
  ['01234543', '012340000053'],
  ['01234558', '012345000058'],
  ['01234565', '012345000065'],
  ['01234572', '012345000072'],
  ['01234589', '012345000089'],
  ['01234596', '012345000096'],
  ['01234506', undefined],
  ['21234505', undefined],
];

test.each(UPC_E)('UPC-E %s stands for %s', (upcE, upcA) => {
  expect(expandUpcE(upcE)).toBe(upcA);
});

test.each([
  ['08998866200301', '8998866200301'],
  ['00089686010947', '089686010947'],
  ['00000096385074', '96385074'],
  ['18998866200308', '18998866200308'],
])('%s is printed as %s', (gtin14, shown) => {
  expect(shownGtin(gtin14)).toBe(shown);
});

test.each([
  ['007', '7'],
  ['000', '0'],
  ['10', '10'],
])('PLU %s is kept as %s', (typed, plu) => {
  expect(normalPlu(typed)).toBe(plu);
});

/** What the till relies on: a GTIN is right to the last digit, a PLU is at most six digits. */
function isSound(code: ReturnType<typeof readCode>): boolean {
  if (code.kind === 'gtin' || code.kind === 'gs1')
    return /^\d{14}$/.test(code.gtin14) && hasValidCheckDigit(code.gtin14);
  return code.kind !== 'plu' || /^\d{1,6}$/.test(code.plu);
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('check digits', () => {
  test('no single wrong digit goes unseen', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const code = body + checkDigit(body);
        const wrong = String((Number(code.charAt(at)) + shift) % 10);
        expect(hasValidCheckDigit(code)).toBe(true);
        expect(hasValidCheckDigit(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('padding with zeros never changes which GTIN it is', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(7, 11, 12)
          .chain(digits)
          .filter((body) => Number(body) > 0),
        (body) => {
          const code = body + checkDigit(body);
          const padded = code.padStart(14, '0');
          expect(readCode(code)).toMatchObject({ kind: 'gtin', gtin14: padded });
          expect(readCode(padded)).toMatchObject({ kind: 'gtin', gtin14: padded });
          expect(readCode(shownGtin(padded))).toMatchObject({ kind: 'gtin', gtin14: padded });
        },
      ),
    );
  });

  test('whatever a scanner sends is told apart without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        expect(isSound(readCode(raw))).toBe(true);
      }),
    );
  });
});
