import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openLink, type EngineLink } from '../../electron/link/engine-link.ts';
import { isEngineMessage, type EnginePort } from '../../electron/link/engine-port.ts';

/** An engine in a process of its own, reached as a host reaches it. */
export interface EngineProcess {
  readonly link: EngineLink;
  readonly pid: number;
  /** Ends it as a power cut would; returns when it is gone. */
  cutOff(): Promise<void>;
}

/** Starts the engine as `fork-node.ts` does, and also says which process it is. */
export async function startEngine(entry: string, dataDir: string): Promise<EngineProcess> {
  const child = fork(entry, ['--data', dataDir], {
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  const port: EnginePort = {
    post: (message) => void child.send(message, () => undefined),
    onMessage: (listener) =>
      void child.on('message', (message) => {
        if (isEngineMessage(message)) listener(message);
      }),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
  // Calls that an engine leaves unanswered are rejected by the link itself.
  const link = await openLink(port, { onEvent: () => undefined, onLost: () => undefined });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const cutOff = () => {
    child.kill('SIGKILL');
    return gone;
  };
  return { link, pid: child.pid ?? 0, cutOff };
}

/** Memory of a process in MB: what it holds now, and the most it ever held. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { now: megabytes(status, 'VmRSS'), most: megabytes(status, 'VmHWM') };
}

function megabytes(status: string, field: string): number {
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kibibytes === undefined) throw new Error(`this system does not say ${field}`);
  return (Number(kibibytes) * 1024) / 1_000_000;
}
