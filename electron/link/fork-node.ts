import { fork } from 'node:child_process';
import { isEngineMessage, type EnginePort } from './engine-port.ts';

export interface ForkOptions {
  /** The engine's entry file. */
  entry: string;
  /** Its flags, as `engineFlags` makes them. */
  flags: readonly string[];
  /** The Node that runs it; left out, the one running this. */
  execPath?: string;
}

/** Starts the engine as a Node process of its own. */
export function forkNode({ entry, flags, execPath = process.execPath }: ForkOptions): EnginePort {
  const child = fork(entry, [...flags], {
    execPath,
    execArgv: ['--enable-source-maps'],
    // A host's standard output carries one line, its address. Whatever the engine says is a log.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  return {
    // Errors of the channel mean that the process has gone, and its exit says so.
    post: (message) => void child.send(message, () => undefined),
    onMessage: (listener) =>
      void child.on('message', (message) => {
        if (isEngineMessage(message)) listener(message);
      }),
    onExit: (listener) => {
      let told = false;
      const tellOnce = () => {
        if (!told) listener();
        told = true;
      };
      child.once('exit', tellOnce);
      // It never started: no Node at `execPath`.
      child.once('error', tellOnce);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
