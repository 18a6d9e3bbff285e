/** What one suite came to. */
export interface Tally {
  passed: number;
  failed: number;
  /** Why it failed, in words; whatever a tool printed itself is not repeated here. */
  notes: string[];
}

/** A check that is passed or failed as a whole: types, lint, format, dead code. */
export function wholeCheck(ok: boolean, output: string): Tally {
  return ok
    ? { passed: 1, failed: 0, notes: [] }
    : { passed: 0, failed: 1, notes: [output.trim() || 'failed without a word'] };
}

/**
 * Counts one suite of tests from vitest's JSON report (`undefined` when it left none). A suite that
 * ran nothing, or that broke down outside its tests, is a failure however green its numbers look.
 */
export function tallyVitest(report: unknown, exitCode: number): Tally {
  if (!isVitestReport(report)) {
    return { passed: 0, failed: 1, notes: ['the suite broke down before it could report'] };
  }
  const passed = report.numPassedTests;
  const failed = report.numFailedTests;
  if (passed + failed === 0) return { passed: 0, failed: 1, notes: ['the suite ran no test'] };
  if (failed === 0 && exitCode !== 0) {
    return { passed, failed: 1, notes: ['every test passed, and yet the suite failed outside its tests'] };
  }
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed, failed, notes: skipped === 0 ? [] : [`${skipped} skipped`] };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

function isVitestReport(report: unknown): report is VitestReport {
  if (typeof report !== 'object' || report === null) return false;
  const counts = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests'];
  return counts.every((name) => typeof Reflect.get(report, name) === 'number');
}
