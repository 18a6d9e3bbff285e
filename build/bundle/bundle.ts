import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { build as buildPage } from 'vite';
import { root } from '../child.ts';
import { withLock } from '../lock.mjs';
import { builtFingerprint, sourceFingerprint } from './freshness.ts';
import { pageConfig } from './page-config.ts';
import { targets } from './targets.ts';

/** Where the built app lies. */
export const dist = path.join(root, 'dist');

/**
 * Builds the app where a source has changed since the last build. Progress goes to stderr: the
 * standard output of a start belongs to the address of the till.
 */
export async function buildApp(): Promise<void> {
  await withLock(root, 'bundle', async () => {
    const fingerprint = sourceFingerprint();
    if (builtFingerprint(dist) === fingerprint) return;
    const started = performance.now();
    process.stderr.write('Gerai: building the app\n');
    // Built beside and swapped in whole, so that a running till never sees half a build.
    const next = path.join(root, `dist-next-${process.pid}`);
    try {
      await bundleAll(next);
      writeFileSync(path.join(next, 'fingerprint'), fingerprint);
      swapIn(next);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
    process.stderr.write(`Gerai: built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  });
}

async function bundleAll(outDir: string): Promise<void> {
  await buildPage(pageConfig(path.join(outDir, 'renderer')));
  for (const { input, output } of targets(outDir)) {
    const bundle = await rolldown(input);
    await bundle.write(output);
    await bundle.close();
  }
}

function swapIn(next: string): void {
  const old = `${next}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}
