import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, type JournalJson } from './canonical.ts';

describe('canonical text, by the examples of RFC 8785', () => {
  test('section 3.2.2: literals and strings; its fractions are not for a journal', () => {
    const input = String.raw`{
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalText(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
    expect(() => canonicalText(JSON.parse('[333333333.33333329]'))).toThrow(RangeError);
    expect(() => canonicalText([1e30])).toThrow(RangeError);
  });

  test('section 3.2.3: names in the order of their UTF-16 code units', () => {
    const input = String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    const order = [...canonicalText(JSON.parse(input)).matchAll(/:"(?<name>[^"]+)"/g)];
    expect(order.map((match) => match.groups?.['name'])).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
    ]);
  });

  test('an emoji comes before a letter of a lower code point: its first surrogate is smaller', () => {
    expect(canonicalText({ Ａ: 1, '😀': 2 })).toBe('{"😀":2,"Ａ":1}');
  });

  test('the last name of that section is not in NFC, and so no name in a journal', () => {
    expect(() => canonicalText({ '\ufb33': 'Hebrew Letter Dalet With Dagesh' })).toThrow(RangeError);
  });

  test('members are sorted at every depth, items of a list are not', () => {
    expect(canonicalText({ b: [{ z: 1, a: [] }, 3, 1], a: {}, '': '' })).toBe(
      '{"":"","a":{},"b":[{"a":[],"z":1},3,1]}',
    );
    // Names that look like numbers are text: 10 before 9. A plain object would list them 9, 10.
    expect(canonicalText({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}');
  });

  test('control characters have one spelling each', () => {
    expect(canonicalText('\u0000\b\t\n\u000b\f\r\u001b\u001f\u007f\u2028')).toBe(
      String.raw`"\u0000\b\t\n\u000b\f\r\u001b\u001f` + '\u007f\u2028"',
    );
  });

  test('numbers are whole, and nought has no sign', () => {
    expect(canonicalText([0, -0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])).toBe(
      '[0,0,-1,9007199254740991,-9007199254740991]',
    );
  });
});

describe('what a journal must never hold', () => {
  const cases: readonly (readonly [what: string, value: unknown])[] = [
    ['a fraction', 0.1],
    ['an integer that floats can not tell from its neighbour', 2 ** 53],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half an emoji', '\ud83d'],
    ['half an emoji in a name', { '\ude00': 1 }],
    ['a letter and its accent apart', 'Cafe\u0301'],
    ['a name with its accent apart', { 'Cafe\u0301': 1 }],
    ['a member without a value', { note: undefined }],
    ['nothing in a list', [1, undefined]],
    // oxlint-disable-next-line no-sparse-arrays -- the hole is what is tried
    ['a hole in a list', [, 1]],
    ['a big integer', 1n],
  ];
  test.each(cases)('%s', (_what, value) => {
    expect(() => canonicalText(value as JournalJson)).toThrow(RangeError);
  });
});

describe('whatever a journal may hold', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 }).map((raw) => raw.normalize('NFC'));
  const { value } = fc.letrec<{ value: JournalJson }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger(),
      text,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 5 }),
    ),
  }));

  test('reads back as itself, and is written the same again', () => {
    fc.assert(
      fc.property(value, (held) => {
        const written = canonicalText(held);
        const back = JSON.parse(written) as JournalJson;
        expect(canonicalText(back)).toBe(written);
        // -0 is written as 0; everything else is unchanged.
        expect(back).toEqual(JSON.parse(JSON.stringify(held)));
      }),
    );
  });

  test('is written the same in whatever order its members were put in', () => {
    const members = fc.uniqueArray(fc.tuple(text, fc.maxSafeInteger()), {
      selector: ([name]) => name,
      maxLength: 8,
    });
    fc.assert(
      fc.property(members, (entries) => {
        expect(canonicalText(Object.fromEntries(entries.toReversed()))).toBe(
          canonicalText(Object.fromEntries(entries)),
        );
      }),
    );
  });
});
