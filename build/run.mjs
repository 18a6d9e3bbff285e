/**
 * Runs one of the house's TypeScript files under the Node the house is built for.
 *
 *     node build/run.mjs test/day/day.ts --sales 300
 *
 * This file and dependencies.mjs are plain JavaScript without a dependency, because they run on
 * whatever Node (20 or later) the machine has, before anything is installed. Standard output
 * belongs to the file that is run: nothing here ever writes to it.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies, houseNode } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs what is missing, runs the file, and ends this process the way the file ended.
 * @param {string} file path of a TypeScript file, from the top of the repository
 * @param {string[]} flags handed on untouched
 */
export async function runTypeScript(file, flags) {
  if (!(await ensureDependencies(root))) {
    process.exitCode = 1;
    return;
  }
  // The fourth channel carries nothing. When it breaks, a program that started others knows that it is
  // alone, even where this process was killed and could hand on no signal.
  const child = spawn(houseNode(root), [path.join(root, file), ...flags], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const watch = stopChildWithParent(child);
  child.once('error', (cause) => {
    process.stderr.write(`Gerai: could not run ${file}: ${cause.message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

/**
 * Hands SIGINT and SIGTERM on to the child. npm runs a script through `sh`, and a signal sent to
 * npm kills that shell and never reaches us; so under npm a changed parent means the same.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopChildWithParent(child) {
  const stop = () => child.kill('SIGTERM');
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(watch);
      stop();
    }
  }, 200);
  return watch;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, ...flags] = process.argv.slice(2);
  if (file === undefined) throw new Error('build/run.mjs needs the TypeScript file to run');
  await runTypeScript(file, flags);
}
