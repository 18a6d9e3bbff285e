import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { toHex, utf8 } from '../shared/journal/chain.ts';
import type { ChainCrypto } from '../shared/journal/chain.ts';
import type { Log } from './log.ts';
import type { Db } from './store/db.ts';
import { claimSubjectKey } from './store/district-store.ts';

const FILE = 'subject-key.bin';
const BYTES = 32;
/** What it means that none is handed out: tills that have it go on hashing with it. */
const WITHOUT = 'Until then a new till gets none, and its buyers are compared with nobody else’s.';

/**
 * The key that the stores of this district hash identity numbers with. There are few enough numbers
 * that whoever holds it can try them all, so it stands in a file of its own, readable by this user
 * only, and in no table, log or backup of the database.
 * @param dataDir where the file is; without one the key lives as long as this process
 * @returns 64 hex digits, or undefined where this database's hashes were made under another key: then
 *   none is handed out, so that two keys never mix, and everything else goes on
 */
export async function openSubjectKey(
  db: Db,
  crypto: Pick<ChainCrypto, 'sha256'>,
  log: Log,
  dataDir: string | undefined,
): Promise<string | undefined> {
  const kept = dataDir === undefined ? undefined : readKey(path.join(dataDir, FILE));
  const fresh = kept === undefined;
  const key = kept ?? toHex(randomBytes(BYTES));
  const check = toHex(crypto.sha256(utf8(`gerai/subject-key-check/v1\0${key}`)));
  // Known to the file before the database, so that a power cut in between leaves no database without its key.
  if (fresh && dataDir !== undefined && !(await claimSubjectKey(db, null))) {
    log.error(`${FILE} is missing: put it back from its own backup. ${WITHOUT}`);
    return undefined;
  }
  if (fresh && dataDir !== undefined) writeKey(dataDir, key);
  if (await claimSubjectKey(db, check)) return key;
  log.error(`${FILE} is not the key of this database: put the right one back. ${WITHOUT}`);
  return undefined;
}

function readKey(file: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  if (bytes.length !== BYTES) throw new Error(`${file} holds ${bytes.length} bytes instead of ${BYTES}`);
  return toHex(bytes);
}

/** Whole or not at all: a temporary file, synced, then renamed, then the directory synced. */
function writeKey(dataDir: string, key: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const fresh = path.join(dataDir, `${FILE}.new`);
  const file = openSync(fresh, 'w', 0o600);
  writeSync(file, Buffer.from(key, 'hex'));
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path.join(dataDir, FILE));
  syncDirectory(dataDir);
}

function syncDirectory(directory: string): void {
  // Windows can't open a directory for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
