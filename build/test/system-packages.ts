import { existsSync } from 'node:fs';
import { run, start } from '../child.ts';

/** Debian packages the tests lean on, beyond Node and npm. */
const packages = {
  /** node-hid loads these; verify.py signs with openssl; the closing report's PDF is read back. */
  engine: ['libusb-1.0-0', 'libudev1', 'openssl', 'python3', 'poppler-utils', 'postgresql'],
  /** A browser, a screen for it, and what Electron's runtime links against. */
  desktop: [
    'chromium',
    'xvfb',
    'xauth',
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'unzip',
    'fonts-dejavu-core',
  ],
} as const;

export type PackageGroup = keyof typeof packages;

/**
 * Installs what is missing, where this may be done: as root on Debian and its kin. Elsewhere the
 * tests that need a missing program say so themselves.
 */
export async function ensureSystemPackages(groups: Iterable<PackageGroup>): Promise<void> {
  const wanted = [...groups].flatMap((group) => packages[group]);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  process.stdout.write(`Installing Debian packages: ${missing.join(' ')}\n`);
  if (!(await aptGet(['update', '-qq'])))
    process.stdout.write('apt-get update failed; trying all the same\n');
  const installed = await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
  if (!installed)
    process.stdout.write('Not all packages could be installed; tests that need them will fail\n');
}

async function missingPackages(names: readonly string[]): Promise<string[]> {
  const { output } = await run('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package}\n', ...names]);
  const present = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  );
  return names.filter((name) => !present.has(name));
}

/** apt-get's own progress goes to stderr: its lines are long and nobody's result. */
function aptGet(args: readonly string[]): Promise<boolean> {
  const child = start('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
