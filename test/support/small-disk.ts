import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDir, type ScratchDir } from './till.ts';

/** A disk of a few megabytes that a test can fill to the last byte. */
export class SmallDisk implements ScratchDir {
  readonly #mount: ScratchDir;

  private constructor(mount: ScratchDir) {
    this.#mount = mount;
  }

  /** Mounts one in memory; undefined where this process may not. */
  static mount(megabytes: number): SmallDisk | undefined {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
    const mount = scratchDir('small-disk');
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount.path], {
        stdio: 'ignore',
      });
      return new SmallDisk(mount);
    } catch {
      // A container may run as root and still not be allowed to mount.
      mount.remove();
      return undefined;
    }
  }

  /** Where a till's data goes. */
  get path(): string {
    return join(this.#mount.path, 'toko');
  }

  get #filler(): string {
    return join(this.#mount.path, 'holiday-videos');
  }

  /** Fills it until not one byte more fits, then gives back what is to be left. */
  fill(left = 0): void {
    const file = openSync(this.#filler, 'a');
    try {
      for (let size = 65_536; size >= 1;) {
        try {
          writeSync(file, Buffer.alloc(size));
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
          size = Math.floor(size / 2);
        }
      }
    } finally {
      closeSync(file);
    }
    truncateSync(this.#filler, Math.max(0, statSync(this.#filler).size - left));
  }

  /** Somebody deletes the videos. */
  free(): void {
    rmSync(this.#filler, { force: true });
  }

  remove(): void {
    execFileSync('umount', [this.#mount.path]);
    this.#mount.remove();
  }
}
