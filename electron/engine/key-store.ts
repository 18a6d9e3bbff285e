import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { KeyStore, Random, SigningKey } from './ports.ts';

const SHARED_SUBJECT_KEY = 'district-subject.bin';

/**
 * Keeps the till's secrets as files that only its own user may read, beside the database but not in
 * it: a copy of the database alone neither signs nor tells a PIN or a member's name. Whoever holds the
 * whole data directory can do all of that; the district's acknowledged heads are what bounds it.
 */
export function fileKeyStore(dataDir: string, random: Random): KeyStore {
  const directory = join(dataDir, 'keys');
  const keyPath = join(directory, 'till-ed25519.pem');
  const secrets = new Map<string, Uint8Array>();
  let signing: SigningKey | undefined;

  /** A secret in a file of its own, undefined where there is no such file. */
  const known = (fileName: string): Uint8Array | undefined => {
    const path = join(directory, fileName);
    const bytes =
      secrets.get(fileName) ?? (existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined);
    if (bytes !== undefined) secrets.set(fileName, bytes);
    return bytes;
  };
  const keep = (fileName: string, bytes: Uint8Array): Uint8Array => {
    writeSecret(directory, join(directory, fileName), bytes);
    secrets.set(fileName, bytes);
    return bytes;
  };
  /** A secret of 32 bytes, made at first use. */
  const secret = (fileName: string): Uint8Array => known(fileName) ?? keep(fileName, random.bytes(32));

  return {
    signingKey: () => {
      if (signing === undefined && existsSync(keyPath))
        signing = signingKeyOf(createPrivateKey(readFileSync(keyPath)));
      return signing;
    },
    createSigningKey: () => {
      const { privateKey } = generateKeyPairSync('ed25519');
      writeSecret(directory, keyPath, Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })));
      signing = signingKeyOf(privateKey);
      return signing;
    },
    pepper: () => secret('pepper.bin'),
    vaultKey: () => secret('vault.bin'),
    subjectKey: () => secret('subject.bin'),
    sharedSubjectKey: () => known(SHARED_SUBJECT_KEY),
    setSharedSubjectKey: (bytes) => {
      if (bytes.length !== 32) throw new Error('a key of 32 bytes is what the district gives');
      keep(SHARED_SUBJECT_KEY, Uint8Array.from(bytes));
    },
  };
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(der.subarray(der.length - 32)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}

/** Whole or not at all: a temporary file, synced, then renamed, then the directory synced. */
function writeSecret(directory: string, path: string, bytes: Uint8Array): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  writeSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
  syncDirectory(directory);
}

function syncDirectory(directory: string): void {
  // Windows can't open a directory for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
