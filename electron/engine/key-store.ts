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

/**
 * Keeps the till's secrets as files that only its own user may read, beside the database but not in
 * it: a copy of the database alone neither signs nor tells a PIN. Whoever holds the whole data
 * directory can do both; the district's acknowledged heads are what bounds that.
 */
export function fileKeyStore(dataDir: string, random: Random): KeyStore {
  const directory = join(dataDir, 'keys');
  const keyPath = join(directory, 'till-ed25519.pem');
  const pepperPath = join(directory, 'pepper.bin');
  let signing: SigningKey | undefined;
  let pepper: Uint8Array | undefined;

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
    pepper: () => {
      if (pepper === undefined && existsSync(pepperPath)) pepper = new Uint8Array(readFileSync(pepperPath));
      if (pepper === undefined) {
        pepper = random.bytes(32);
        writeSecret(directory, pepperPath, pepper);
      }
      return pepper;
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
