import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { dist } from '../bundle/bundle.ts';
import { root, start } from '../child.ts';
import type { StartFlags } from './flags.ts';

export interface WebHost {
  process: ChildProcess;
  /** The line it prints once it serves. */
  line: string;
}

/** Starts the web host; undefined when it ended before it served, having said why on stderr. */
export async function startWebHost(flags: StartFlags): Promise<WebHost | undefined> {
  const host = start(
    process.execPath,
    [
      '--enable-source-maps',
      path.join(dist, 'web', 'main.mjs'),
      '--port',
      String(flags.port),
      ...shopFlags(flags),
    ],
    // The fourth channel carries nothing: the host closes the till when it breaks, whatever killed us.
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const { stdout } = host;
  if (stdout === null) throw new Error('the web host was started without a way to hear it');
  const line = await new Promise<string | undefined>((resolve) => {
    createInterface({ input: stdout }).once('line', resolve);
    host.once('exit', () => resolve(undefined));
  });
  return line === undefined ? undefined : { process: host, line };
}

/** The flags that every host of the engine understands. */
export function shopFlags({ demo, dataDir }: StartFlags): string[] {
  return [...(demo ? ['--demo'] : []), ...(dataDir === undefined ? [] : ['--data', path.resolve(dataDir)])];
}
