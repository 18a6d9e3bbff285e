import { homedir } from 'node:os';
import path from 'node:path';

/** What a host is told about the shop it opens. */
export interface ShopOptions {
  dataDir: string;
  /** The example store, with no questions asked. */
  demo: boolean;
}

/** Flags that the engine process understands. */
export function engineFlags({ dataDir, demo }: ShopOptions): string[] {
  return ['--data', dataDir, ...(demo ? ['--demo'] : [])];
}

/**
 * Where a shop's data lies when nobody said: the place the system keeps for an application's data.
 * The example store has a place of its own, so that trying things out never touches a real shop.
 */
export function defaultDataDir(demo: boolean): string {
  return path.join(applicationData(), 'gerai', demo ? 'toko-contoh' : 'toko');
}

function applicationData(): string {
  const { env, platform } = process;
  if (platform === 'win32') return env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  return env['XDG_DATA_HOME'] ?? path.join(homedir(), '.local', 'share');
}
