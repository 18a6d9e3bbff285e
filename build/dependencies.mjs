/**
 * Makes sure that what package-lock.json asks for is what node_modules holds.
 *
 * npm writes node_modules/.package-lock.json last of all, so that file says whether an
 * installation ever finished and which versions it left; nothing else needs remembering.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { withLock } from './lock.mjs';

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/**
 * The Node that runs everything after the installing, from the `node` package.
 * @param {string} root
 */
export function houseNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(root, 'node_modules', 'node', 'bin', name);
}

/**
 * True when everything is there, at once or after `npm ci`; false, with words on stderr, when
 * it could not be installed.
 * @param {string} root
 */
export async function ensureDependencies(root) {
  if (isInstalled(root)) return true;
  await withLock(root, 'install', async () => {
    // Another start may have installed everything while this one waited for its turn.
    if (!isInstalled(root)) await install(root);
  });
  if (isInstalled(root)) return true;
  process.stderr.write('Gerai: the dependencies could not be installed. Is the npm registry reachable?\n');
  return false;
}

/** @param {string} root */
function isInstalled(root) {
  if (!existsSync(houseNode(root))) return false;
  const wanted = packagesIn(path.join(root, 'package-lock.json'));
  const present = packagesIn(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([name, want]) => {
    if (name === '') return true;
    const have = present[name];
    // A package for another platform is rightly absent.
    return have === undefined ? want.optional === true : have.version === want.version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesIn(file) {
  if (!existsSync(file)) return {};
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  return lock.packages;
}

/**
 * Runs `npm ci`, counting packages on stderr so that a slow line does not look like a hang.
 * @param {string} root
 */
async function install(root) {
  const packages = Object.values(packagesIn(path.join(root, 'package-lock.json')));
  // Of the optional ones most are for other platforms.
  const total = packages.filter((wanted) => wanted.optional !== true).length;
  process.stderr.write(`Gerai: installing ${total} packages (only the first time)\n`);
  const npm = spawnNpm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=http']);
  const started = Date.now();
  let fetched = 0;
  const heartbeat = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const progress = fetched < total ? `${fetched} of ${total} packages fetched` : 'unpacking';
    process.stderr.write(`Gerai: ${progress}, ${seconds} s\n`);
  }, 3000);
  if (npm.stderr === null) throw new Error('npm was started without a way to hear it');
  // The engines npm warns of are those of the Node running it; what it installs runs under the house's.
  createInterface({ input: npm.stderr }).on('line', (line) => {
    if (/^npm http (fetch|cache)/.test(line)) fetched += 1;
    else if (!/^npm (http|warn EBADENGINE)/.test(line)) process.stderr.write(`${line}\n`);
  });
  await new Promise((resolve) => {
    npm.once('error', resolve);
    npm.once('close', resolve);
  });
  clearInterval(heartbeat);
}

/**
 * The npm that runs this script where there is one, else the one on the PATH.
 * @param {string} root
 * @param {string[]} flags
 * @returns {import('node:child_process').ChildProcess}
 */
function spawnNpm(root, flags) {
  const running = process.env['npm_execpath'];
  const [command, ...args] =
    running === undefined ? ['npm', ...flags] : [process.execPath, running, ...flags];
  return spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // On Windows npm itself is a script, which only a shell can start.
    shell: running === undefined && process.platform === 'win32',
  });
}
