/**
 * Turns for work that must not run twice at once in one checkout: installing, bundling, fetching a
 * runtime. Plain JavaScript, because installing is the first of them.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does the work while holding the lock of that name; a second process waits for its turn.
 * @template T
 * @param {string} root top of the repository
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, name, work) {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const file = path.join(root, '.cache', `${name}.lock`);
  while (!take(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

/**
 * A lock whose owner has died holds nobody up.
 * @param {string} file
 */
function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    // The owner writes its number a moment after it has made the file.
    if (owner !== 0) process.kill(owner, 0);
    return false;
  } catch (cause) {
    // ESRCH: no such process. ENOENT: given back just now, so the next try to take it will do.
    return cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
  }
}
