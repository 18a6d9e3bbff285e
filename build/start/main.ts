/**
 * `npm start`: builds what is stale, then opens the till in the best window this machine has.
 *
 * In this order: Electron's own runtime; a browser window in app mode; the runtime of the tests.
 * Without a display, or with `--headless`, the till is served and its address printed.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { buildApp } from '../bundle/bundle.ts';
import { root, start, stop, stopAll } from '../child.ts';
import { pinnedCommand, shippedCommand, type ElectronCommand } from '../electron/electron.ts';
import { canUsePinnedRuntime } from '../electron/pinned-runtime.ts';
import { downloadShippedRuntime } from '../electron/shipped-runtime.ts';
import { findBrowser, hasDisplay } from './browser.ts';
import { readStartFlags, usage, type StartFlags } from './flags.ts';
import { shopFlags, startWebHost } from './web-host.ts';

/** Resolves with the exit code of the till. */
async function startTill(flags: StartFlags): Promise<number> {
  await buildApp();
  if (flags.headless) return serve(flags, 'Gerai is served');
  if (!hasDisplay()) return serve(flags, 'There is no display here, so Gerai is served');
  const shipped = await downloadShippedRuntime();
  if (shipped !== undefined) return openElectron(shippedCommand(shipped), flags);
  const browser = findBrowser();
  if (browser !== undefined) return openBrowser(browser, flags);
  if (canUsePinnedRuntime()) return openElectron(await pinnedCommand(), flags);
  return serve(flags, 'Neither Electron nor a browser was found. Open this in any browser');
}

async function serve(flags: StartFlags, words: string): Promise<number> {
  const host = await startWebHost(flags);
  if (host === undefined) return 1;
  process.stdout.write(`${host.line}\n`);
  process.stderr.write(`${words}: ${addressIn(host.line)}\n`);
  return exitCode(host.process);
}

/** The till lives as long as its window: closing either ends both. */
async function openBrowser(browser: string, flags: StartFlags): Promise<number> {
  const host = await startWebHost(flags);
  if (host === undefined) return 1;
  // A profile of its own, or the window would join a browser that is already running and be lost to us.
  const profile = mkdtempSync(path.join(tmpdir(), 'gerai-window-'));
  const flagsOfWindow = [
    `--app=${addressIn(host.line)}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1366,768',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  // What a browser says on its streams concerns nobody here, and unread pipes would stop it.
  const window = start(browser, flagsOfWindow, { stdio: 'ignore' });
  process.stderr.write('Gerai is open in a browser window\n');
  await Promise.race([once(window, 'exit'), once(host.process, 'exit')]);
  await Promise.all([stop(window), stop(host.process)]);
  rmSync(profile, { recursive: true, force: true });
  return host.process.exitCode ?? 1;
}

function openElectron({ executablePath, args, env }: ElectronCommand, flags: StartFlags): Promise<number> {
  const window = start(executablePath, [...args, ...shopFlags(flags)], { cwd: root, stdio: 'inherit', env });
  return exitCode(window);
}

function addressIn(line: string): string {
  return z.object({ url: z.string() }).parse(JSON.parse(line)).url;
}

async function exitCode(child: ChildProcess): Promise<number> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode ?? 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void stopAll());
// Listening for `disconnect` would otherwise keep this process from ending with the till.
process.channel?.unref();
// A reader that has gone away, such as a closed pipe, is no reason to close the till.
process.stdout.on('error', () => undefined);

const flags = readStartFlags(process.argv.slice(2));
if ('problem' in flags) {
  process.stderr.write(`${flags.problem}\n\n${usage}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await startTill(flags);
}
