import path from 'node:path';
import { utilityProcess } from 'electron';
import { isEngineMessage, type EnginePort } from '../link/engine-port.ts';
import { forkNode } from '../link/fork-node.ts';

/** The engine's oldest Node; better-sqlite3 crashes on those before it. */
const ENGINE_NODE = 24;

/**
 * Starts the engine as a utility process. Where Electron's own Node is too old for the engine (the
 * runtime of the tests), a Node of its own runs it: the one `GERAI_NODE` names, as the start script
 * and the tests set it.
 */
export function startEngineProcess(built: string, flags: readonly string[]): EnginePort {
  const entry = path.join(built, 'engine', 'process.mjs');
  const ownNode = Number(process.versions.node.split('.')[0]);
  if (ownNode >= ENGINE_NODE) return forkUtility(entry, flags);
  const execPath = process.env['GERAI_NODE'];
  if (execPath === undefined)
    throw new Error(`Electron's Node ${ownNode} is too old, and GERAI_NODE is not set`);
  return forkNode({ entry, flags, execPath });
}

function forkUtility(entry: string, flags: readonly string[]): EnginePort {
  const child = utilityProcess.fork(entry, [...flags], {
    serviceName: 'Gerai Engine',
    execArgv: ['--enable-source-maps'],
    stdio: 'inherit',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) =>
      void child.on('message', (message: unknown) => {
        if (isEngineMessage(message)) listener(message);
      }),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill(),
  };
}
