/**
 * `npm test`, or `npm test -- unit lint` for some of it. The last line is always
 * `N passed, N failed`, over all suites.
 */
import { stopAll } from '../child.ts';
import { buildApp } from '../bundle/bundle.ts';
import { openVirtualDisplay, type Display } from './display.ts';
import type { Tally } from './report.ts';
import { suites, type Suite } from './suites.ts';
import { ensureSystemPackages } from './system-packages.ts';

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = suites.map((suite) => suite.name).join(', ');
    process.stderr.write(`There is no suite called ${unknown.join(', ')}. The suites are: ${known}.\n`);
    return 2;
  }
  const chosen = names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
  await ensureSystemPackages(new Set(chosen.flatMap((suite) => suite.packages)));

  const total = { passed: 0, failed: 0 };
  for (const suite of chosen) {
    const tally = await runSuite(suite);
    total.passed += tally.passed;
    total.failed += tally.failed;
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

/** A suite that throws has failed; the suites after it still run. */
async function runSuite(suite: Suite): Promise<Tally> {
  process.stdout.write(`\n== ${suite.name}\n`);
  const started = performance.now();
  const tally = await runWithScreen(suite).catch((cause: unknown): Tally => ({
    passed: 0,
    failed: 1,
    notes: [String(cause)],
  }));
  for (const note of tally.notes) process.stdout.write(`${note}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`== ${suite.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
  return tally;
}

async function runWithScreen(suite: Suite): Promise<Tally> {
  if (!suite.windows) return suite.run(process.env);
  await buildApp();
  const display: Display = await openVirtualDisplay();
  try {
    return await suite.run({ ...process.env, DISPLAY: display.name });
  } finally {
    await display.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stopAll().finally(() => process.exit(1));
  });
}
process.exitCode = await main(process.argv.slice(2));
