import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { root, run, runTool } from '../child.ts';
import { tallyVitest, wholeCheck, type Tally } from './report.ts';
import type { PackageGroup } from './system-packages.ts';

/** One suite of `npm test`. */
export interface Suite {
  name: string;
  /** Debian packages it leans on. */
  packages: readonly PackageGroup[];
  /** Whether it opens windows, and so needs the built app and a screen. */
  windows: boolean;
  run(env: NodeJS.ProcessEnv): Promise<Tally>;
}

const rooms = [
  'shared',
  'electron/engine',
  'electron/link',
  'electron/main',
  'electron/preload',
  'electron/web',
  'renderer',
  'district',
  'build',
  'test',
];

/** In the order they run: the cheap ones first, so that a slip shows within seconds. */
export const suites: readonly Suite[] = [
  check('types', checkTypes),
  check('lint', () =>
    runTool('oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  ),
  check('format', () => runTool('oxfmt', ['--list-different'])),
  check('dead-code', () => runTool('knip', ['--no-progress'])),
  tests('architecture', []),
  tests('unit', ['engine'], { everyProcessor: true }),
  tests('contract', ['engine']),
  tests('e2e', ['engine', 'desktop'], { windows: true }),
  tests('faults', ['engine']),
];

function check(name: string, command: () => Promise<{ code: number; output: string }>): Suite {
  return {
    name,
    packages: [],
    windows: false,
    run: async () => {
      const { code, output } = await command();
      return wholeCheck(code === 0, output);
    },
  };
}

/** Every room against its own tsconfig, as many at a time as there are processors. */
async function checkTypes(): Promise<{ code: number; output: string }> {
  const queue = [...rooms];
  const results: { code: number; output: string }[] = [];
  const worker = async () => {
    for (let room = queue.shift(); room !== undefined; room = queue.shift()) {
      results.push(await runTool('tsc', ['--pretty', 'false', '-p', room]));
    }
  };
  await Promise.all(cpus().map(worker));
  return {
    code: Math.max(...results.map((result) => result.code)),
    output: results.map((result) => result.output).join(''),
  };
}

interface Needs {
  readonly windows?: boolean;
  /**
   * Runs a file of tests on each processor. Otherwise one is left to what the tests start: a window, a
   * till, a district.
   */
  readonly everyProcessor?: boolean;
}

function tests(name: string, packages: readonly PackageGroup[], needs: Needs = {}): Suite {
  const flags = needs.everyProcessor === true ? ['--maxWorkers=100%'] : [];
  return { name, packages, windows: needs.windows === true, run: (env) => runVitest(name, env, flags) };
}

/** Runs one vitest project under the house's Node and counts it from its report. */
async function runVitest(project: string, env: NodeJS.ProcessEnv, flags: readonly string[]): Promise<Tally> {
  const file = path.join(root, 'artifacts', 'test-results', `${project}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run(
    process.execPath,
    [
      vitest,
      'run',
      '--project',
      project,
      ...flags,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env },
  );
  return tallyVitest(readReport(file), code);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No report, or half of one, is itself the finding: the suite broke down.
    return undefined;
  }
}
