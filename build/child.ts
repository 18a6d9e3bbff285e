import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** The top of the repository. */
export const root = path.resolve(import.meta.dirname, '..');

/** Every process started here and not yet ended, so that an interrupted script leaves nobody behind. */
const running = new Set<ChildProcess>();

export interface Finished {
  /** Exit code; a process ended by a signal, or one that never started, counts as 1. */
  code: number;
  /** What it wrote, both streams as they came; empty when its streams were inherited. */
  output: string;
}

/** Starts a process and keeps watch over it. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { cwd: root, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Runs a process to its end, collecting what it says unless `options` sends that elsewhere. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const parts: string[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part.toString()));
  child.stderr?.on('data', (part: Buffer) => parts.push(part.toString()));
  return new Promise((resolve) => {
    child.once('error', (cause) => resolve({ code: 1, output: cause.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }));
  });
}

/** Runs one of the project's own tools from node_modules/.bin under the house's Node. */
export function runTool(
  tool: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return run(path.join(root, 'node_modules', '.bin', tool + suffix), args, {
    shell: process.platform === 'win32',
    ...options,
    env: { ...process.env, ...options.env, PATH: toolPath() },
  });
}

/** node_modules/.bin first, so that a tool's `#!/usr/bin/env node` finds the house's Node. */
function toolPath(): string {
  return [path.join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(path.delimiter);
}

/** Asks a process to end, and insists when it has not within `graceMs`. */
export async function stop(child: ChildProcess, graceMs = 20_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(insist);
}

/** Stops every process still running, all at the same time. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((child) => stop(child)));
}
