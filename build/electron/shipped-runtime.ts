import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from '../child.ts';

const home = path.join(root, 'node_modules', 'electron');

/** Left behind by a download that failed, so that not every start waits for the next failure. */
const failedBefore = path.join(root, '.cache', 'electron-download-failed');
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60 * 1000;

/** The executable of Electron's own runtime, where it has been downloaded. */
export function shippedRuntime(): string | undefined {
  const pathFile = path.join(home, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = path.join(home, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/** Downloads Electron's own runtime where it is missing and the network lets it through. */
export async function downloadShippedRuntime(): Promise<string | undefined> {
  const present = shippedRuntime();
  if (present !== undefined || failedLately()) return present;
  process.stderr.write('Gerai: fetching the Electron runtime (only the first time)\n');
  const { code, output } = await run(process.execPath, [path.join(home, 'install.js')], {
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  if (code === 0) {
    rmSync(failedBefore, { force: true });
  } else {
    mkdirSync(path.dirname(failedBefore), { recursive: true });
    writeFileSync(failedBefore, output);
    process.stderr.write('Gerai: the Electron runtime could not be fetched; going on without it\n');
  }
  return shippedRuntime();
}

function failedLately(): boolean {
  return existsSync(failedBefore) && Date.now() - statSync(failedBefore).mtimeMs < TRY_AGAIN_AFTER_MS;
}
