import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskedName } from './masked-name.ts';

describe('a name on a receipt', () => {
  test.each([
    // in the vault              on paper
    ['Siti Aminah', 'Siti A****'],
    ['Siti Nur Aminah', 'Siti N****'],
    ['  Budi   Santoso ', 'Budi S****'],
    ['Suharto', 'Suh****'],
    ['Budi', 'B****'],
    ['Al', 'A****'],
    ['Bu Tin', 'Bu T****'],
    ['Hj. Siti Aminah', 'Hj. Siti A****'],
    ['Pak H. Ahmad Dahlan', 'Pak H. Ahmad D****'],
    ['Pak', 'P****'],
    ["Nur'aini Élok", "Nur'aini É****"],
    ['', ''],
  ])('%s is printed as %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  test('never tells the last word of a name, nor how long it is', () => {
    const word = fc
      .stringMatching(/^[a-z]{4,12}$/)
      .filter((text) => !['mbak', 'mbok', 'mbah'].includes(text));
    fc.assert(
      fc.property(word, word, word, (given, last, other) => {
        fc.pre(last !== given && !given.includes(last));
        const masked = maskedName(`${given} ${last}`);
        expect(masked).not.toContain(last);
        expect(maskedName(`${given} ${last[0]}${other}`)).toBe(masked);
      }),
    );
  });
});
