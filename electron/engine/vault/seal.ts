import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { KeyStore, Ports } from '../ports.ts';

/** AES-256-GCM with a random nonce of 96 bits, as NIST SP 800-38D recommends. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed, so that another way of sealing can stand beside this one. */
const FORMAT = 1;
/** Clear texts are filled up to a multiple of this: the length of a name says nothing then. */
const BLOCK_BYTES = 64;

/** What the vault needs of the world. */
export type VaultPorts = Pick<Ports, 'keys' | 'random'>;

/** Key files are read once for each key store, and only where something is sealed or unsealed. */
const keys = new WeakMap<KeyStore, KeyObject>();

function keyOf({ keys: store }: VaultPorts): KeyObject {
  let key = keys.get(store);
  if (key === undefined) {
    key = createSecretKey(store.vaultKey());
    keys.set(store, key);
  }
  return key;
}

/**
 * Seals a JSON value so that nobody reads or changes it without the vault's key.
 * @param purpose what it belongs to, such as `person/<id>`: sealed bytes moved to another place don't open
 */
export function seal(ports: VaultPorts, purpose: string, value: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(value));
  // Blanks after a JSON text mean nothing.
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / BLOCK_BYTES) * BLOCK_BYTES, ' ');
  text.copy(padded);
  const nonce = ports.random.bytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(ports), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose));
  const sealed = [cipher.update(padded), cipher.final()];
  return Buffer.concat([Buffer.of(FORMAT), nonce, ...sealed, cipher.getAuthTag()]);
}

/** What was sealed, or `undefined` where it does not open: another key, another purpose, damaged bytes. */
export function unseal(
  ports: VaultPorts,
  purpose: string,
  sealed: Uint8Array,
): { value: unknown } | undefined {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES || bytes[0] !== FORMAT) return undefined;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, keyOf(ports), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const opened = decipher.update(bytes.subarray(1 + NONCE_BYTES, bytes.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    // The tag does not fit: whatever was deciphered is worth nothing and is not looked at.
    return undefined;
  }
  const value: unknown = JSON.parse(opened.toString('utf8'));
  return { value };
}
