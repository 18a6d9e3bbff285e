import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../child.ts';
import { withLock } from '../lock.mjs';
import { builtFingerprint, sourceFingerprint } from './freshness.ts';

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
      // Loaded only now: most starts find nothing to build, and need not wait for the bundlers.
      const { bundleAll } = await import('./bundle-all.ts');
      await bundleAll(next);
      writeFileSync(path.join(next, 'fingerprint'), fingerprint);
      swapIn(next);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
    process.stderr.write(`Gerai: built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  });
}

function swapIn(next: string): void {
  const old = `${next}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}
