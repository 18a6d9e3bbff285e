import { describe, expect, test } from 'vitest';
import { tallyVitest, wholeCheck } from './report.ts';

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('counting a suite', () => {
  test('its passed and failed tests are taken from the report', () => {
    expect(tallyVitest({ ...report, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2, notes: [] });
  });

  test('a suite without a report has failed', () => {
    expect(tallyVitest(undefined, 0).failed).toBe(1);
    expect(tallyVitest({ numPassedTests: 3 }, 0).failed).toBe(1);
  });

  test('a suite that ran nothing has failed, also when everything in it was skipped', () => {
    expect(tallyVitest({ ...report, numPassedTests: 0, numPendingTests: 4 }, 0).failed).toBe(1);
  });

  test('an error outside the tests is a failure though every test passed', () => {
    expect(tallyVitest(report, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  test('a skipped test is named, so that nobody takes silence for success', () => {
    expect(tallyVitest({ ...report, numPendingTests: 2 }, 0).notes).toEqual(['2 skipped']);
  });

  test('a check as a whole counts once, with the words of the tool that refused', () => {
    expect(wholeCheck(true, 'noise')).toEqual({ passed: 1, failed: 0, notes: [] });
    expect(wholeCheck(false, ' a.ts:1 wrong \n')).toEqual({ passed: 0, failed: 1, notes: ['a.ts:1 wrong'] });
  });
});
