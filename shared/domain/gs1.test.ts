import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit } from './check-digit.ts';
import { GS1_SEPARATOR, readBrackets, readElementString } from './gs1.ts';

/** Elements as printed │ why they are refused │ where. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['(01)08998866200302', 'check-digit', '08998866200302'],
  ['(01)00000000000000', 'check-digit', '00000000000000'],
  ['(01)0899886620030', 'length', '01'],
  ['(01)089988662003011', 'length', '01'],
  ['(01)0899886620030A', 'length', '01'],
  ['(01)08998866200301(17)271301', 'date', '17'],
  ['(01)08998866200301(15)270132', 'date', '15'],
  ['(01)08998866200301(3104)001255', 'fraction', '3104'],
  ['(01)08998866200301(3921)155', 'fraction', '3921'],
  ['(01)08998866200301(3930)84015750', 'currency', '3930'],
  ['(01)08998866200301(3920)15A', 'length', '3920'],
  ['(01)08998866200301(30)1A', 'length', '30'],
  ['(01)08998866200301(30)123456789', 'length', '30'],
  ['(01)08998866200301(10)', 'length', '10'],
  ['(01)08998866200301(10)123456789012345678901', 'length', '10'],
  ['(01)08998866200301(50)1', 'unknown-ai', '50'],
  ['(01)08998866200301(310)001250', 'length', '310'],
  ['(01)08998866200301(10)A(10)B', 'twice', '10'],
  ['(01)08998866200301()A', 'unknown-ai', ''],
  ['01)08998866200301', 'unknown-ai', ''],
];

describe('elements that can’t be trusted are refused whole', () => {
  test.each(REFUSED)('%s: %s', (text, fault, at) => {
    expect(readBrackets(text)).toEqual({ ok: false, fault, at });
  });

  test('the same value twice is no contradiction', () => {
    expect(readBrackets('(10)A(10)A')).toMatchObject({ ok: true, value: { batch: 'A' } });
  });
});

/** Every AI family with data as long as it may be: reading past it must not lose the place. */
const FAMILIES: readonly (readonly [ai: string, length: number, fixed: boolean])[] = [
  ['00', 18, true],
  ['03', 14, true],
  ['04', 16, true],
  ['11', 6, true],
  ['12', 6, true],
  ['13', 6, true],
  ['16', 6, true],
  ['20', 2, true],
  ['21', 20, false],
  ['22', 20, false],
  ['235', 28, false],
  ['240', 30, false],
  ['250', 30, false],
  ['254', 20, false],
  ['3302', 6, true],
  ['3690', 6, true],
  ['3900', 15, false],
  ['3911', 18, false],
  ['400', 30, false],
  ['402', 17, false],
  ['410', 13, true],
  ['417', 13, true],
  ['420', 20, false],
  ['421', 12, false],
  ['4308', 30, false],
  ['7003', 10, false],
  ['7007', 12, false],
  ['710', 20, false],
  ['7240', 20, false],
  ['8005', 6, false],
  ['8200', 70, false],
  ['90', 30, false],
  ['99', 90, false],
];

test.each(FAMILIES)('AI %s is read past, with and without more behind it', (ai, length, fixed) => {
  const element = ai + '1'.repeat(length);
  const before = '0108998866200301';
  const behind = `${fixed ? '' : GS1_SEPARATOR}3103001250`;
  const expected = { ok: true, value: { gtin14: '08998866200301', weightThousandths: 1250 } };
  expect(readElementString(before + element + behind)).toMatchObject(expected);
  expect(readElementString(element + (fixed ? '' : GS1_SEPARATOR) + before)).toMatchObject({ ok: true });
  expect(readElementString(before + element)).toMatchObject({ ok: true });
});

test('a separator behind a field of fixed length does no harm', () => {
  const read = readElementString(`0108998866200301${GS1_SEPARATOR}3103001250${GS1_SEPARATOR}`);
  expect(read).toMatchObject({ ok: true, value: { weightThousandths: 1250 } });
});

test('every weight that a scale prints in whole grams comes out as it was printed', () => {
  const body = fc.stringMatching(/^[1-9]\d{12}$/);
  fc.assert(
    fc.property(body, fc.integer({ min: 0, max: 999_999 }), (thirteen, grams) => {
      const gtin14 = thirteen + checkDigit(thirteen);
      const read = readElementString(`01${gtin14}3103${String(grams).padStart(6, '0')}`);
      expect(read).toMatchObject({ ok: true, value: { gtin14, weightThousandths: grams } });
    }),
  );
});

test('whatever a scanner sends is read or refused, without failing', () => {
  const piece = fc.constantFrom('01', '10', '17', '3103', '392', '(', ')', GS1_SEPARATOR, '0', '9', 'A', '٤');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(typeof readElementString(text).ok).toBe('boolean');
      expect(typeof readBrackets(text).ok).toBe('boolean');
    }),
  );
});
