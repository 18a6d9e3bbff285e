import { expect, test } from 'vitest';
import { agreedPurposes } from './agreed-purposes.ts';

const LPG = 'Penyaluran LPG 3 kg tepat sasaran';
const UREA = 'Penyaluran pupuk bersubsidi menurut e-RDKK.';

test('what was agreed to first stays before what is new', () => {
  expect(agreedPurposes('', UREA)).toBe(UREA);
  expect(agreedPurposes(LPG, UREA)).toBe(
    'Penyaluran LPG 3 kg tepat sasaran; Penyaluran pupuk bersubsidi menurut e-RDKK',
  );
});

test('the same once more is not said twice', () => {
  expect(agreedPurposes(UREA, UREA)).toBe(UREA);
  const both = agreedPurposes(LPG, UREA);
  expect(agreedPurposes(both, UREA)).toBe(both);
  expect(agreedPurposes(both, LPG)).toBe(both);
});

test('of purposes too long for one record none is lost, and none comes twice', () => {
  const long = `Menyalurkan beras ${'murah '.repeat(22)}kepada warga`;
  const both = agreedPurposes(LPG, long);
  expect(both.length).toBeLessThanOrEqual(160);
  expect(both).toContain(LPG);
  expect(both).toMatch(/; Menyalurkan beras .+…$/);
  expect(agreedPurposes(both, long)).toBe(both);
});
