import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { toHex, type ChainCrypto } from '../shared/journal/chain.ts';

/** SPKI in DER is this head and then the raw 32 bytes (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256 and Ed25519 by Node, for the shared journal code. */
export const nodeCrypto: ChainCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  verifyEd25519: (publicKey, message, signature) => verify(null, message, publicKeyOf(publicKey), signature),
};

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
}

/** The key with which a district acknowledges. */
export interface DistrictKey {
  /** Raw 32 bytes, as hex. */
  readonly publicKey: string;
  /** Signature as hex. */
  sign(message: Uint8Array): string;
}

/** A new private key, PKCS #8 in DER, for the district's first start. */
export function newPrivateKey(): Uint8Array {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
}

/** The key that stored bytes stand for. */
export function districtKey(pkcs8: Uint8Array): DistrictKey {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: toHex(spki.subarray(SPKI_HEAD.length)),
    sign: (message) => toHex(sign(null, message, privateKey)),
  };
}
