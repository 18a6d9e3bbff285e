import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
  LINE_PROTOCOL,
  type CallEnvelope,
  type LineCall,
  type LineMessage,
  type Reply,
} from '../../shared/contract/wire.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A start command that runs, and all it has said so far. */
export interface Started {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** What `--headless` prints once the till is served. */
const servedLine = z.strictObject({
  url: z.url(),
  dataDir: z.string(),
  pins: z.record(z.string(), z.string()).optional(),
});
export type ServedLine = z.output<typeof servedLine>;

const running = new Set<Started>();

/** `npm start`, without a standard input, as a service manager would run it. */
export function start(...flags: string[]): Started {
  const child = spawn(process.execPath, [path.join(root, 'build', 'start.mjs'), ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()));
  const started = { process: child, stdout: () => said.stdout, stderr: () => said.stderr };
  running.add(started);
  child.once('exit', () => running.delete(started));
  return started;
}

/** A till that is only served; fails with its own words where it ends instead. */
export async function served(dataDir: string, ...flags: string[]): Promise<Started & { line: ServedLine }> {
  const till = start('--headless', '--port', '0', '--data', dataDir, ...flags);
  const ended = once(till.process, 'exit').then(() => undefined);
  const spoken = new Promise<string>((resolve) => {
    createInterface({ input: till.process.stdout! }).once('line', resolve);
  });
  const line = await Promise.race([spoken, ended]);
  if (line === undefined) throw new Error(`the till was not served:\n${till.stderr()}`);
  return { ...till, line: servedLine.parse(JSON.parse(line)) };
}

/** Asks a served till something, the way its page would, over a line of its own. */
export async function callTill({ url }: ServedLine, envelope: CallEnvelope): Promise<Reply<unknown>> {
  const { host, hash } = new URL(url);
  const line = new WebSocket(`ws://${host}/line`, [LINE_PROTOCOL, hash.slice('#t='.length)]);
  try {
    return await new Promise((resolve, reject) => {
      line.addEventListener('message', ({ data }) => {
        const message: LineMessage = JSON.parse(String(data));
        if (message.kind === 'ready') line.send(JSON.stringify({ id: 1, envelope } satisfies LineCall));
        if (message.kind === 'reply') resolve(message.reply);
      });
      line.addEventListener('close', () => reject(new Error('the till gave no reply')));
    });
  } finally {
    line.close();
  }
}

/** Asks a start command to end, as Ctrl-C does, and tells its exit code. */
export async function stop({ process: child }: Started): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  return child.exitCode;
}

/** Ends every start command that a test has left running. */
export async function stopAllStarted(): Promise<void> {
  await Promise.all([...running].map(stop));
}

/** The process of the engine among those below `pid`. */
export function engineBelow(pid: number): number | undefined {
  for (const child of childrenOf(pid)) {
    const engine = isEngine(child) ? child : engineBelow(child);
    if (engine !== undefined) return engine;
  }
  return undefined;
}

function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return listed === '' ? [] : listed.split(' ').map(Number);
}

function isEngine(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path.join('engine', 'process.mjs'));
}
