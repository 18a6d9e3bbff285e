import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../child.ts';

/** What ends up in dist/, or decides how it gets there. */
const inputs = [
  'shared/**/*',
  'electron/**/*',
  'renderer/**/*',
  'build/bundle/*',
  'build/example-store*/**/*',
  'build/example-store*',
  'package-lock.json',
  'tsconfig.base.json',
];

/** One fingerprint of every source; where it is unchanged, so is the build. */
export function sourceFingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The fingerprint a finished build was made from. */
export function builtFingerprint(dist: string): string | undefined {
  const file = path.join(dist, 'fingerprint');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
