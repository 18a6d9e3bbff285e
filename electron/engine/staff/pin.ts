import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import type { Ports } from '../ports.ts';
import { DomainError } from '../domain-error.ts';

/** scrypt cost: 2^15 takes about a fifth of a second on a cheap PC, which is what makes guessing slow. */
const PIN_LOG2_N = 15;
const BLOCK_SIZE = 8;

/** A PIN as it is kept. */
export interface PinHash {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  readonly log2N: number;
}

/**
 * Hashes a PIN with a new salt. A PIN has few digits and falls to anyone who has both database and
 * key store; the secret from the key store keeps it from falling to the database alone.
 */
export async function hashPin(ports: Ports, pin: string, log2N = PIN_LOG2_N): Promise<PinHash> {
  const salt = ports.random.bytes(16);
  return { salt, hash: await slowHash(ports, pin, salt, log2N), log2N };
}

/** Whether a PIN is the one that was hashed. */
export async function pinMatches(ports: Ports, pin: string, kept: PinHash): Promise<boolean> {
  const hash = await slowHash(ports, pin, kept.salt, kept.log2N);
  return timingSafeEqual(hash, kept.hash);
}

function slowHash(ports: Ports, pin: string, salt: Uint8Array, log2N: number): Promise<Uint8Array> {
  const peppered = createHmac('sha256', ports.keys.pepper()).update(pin).digest();
  const cost = 2 ** log2N;
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
  return new Promise((resolve, reject) => {
    scrypt(peppered, salt, 32, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}

/** Refuses PINs that everybody tries first: one digit repeated, or digits in a row. */
export function requireStrongPin(pin: string): void {
  const digits = pin.split('').map(Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  const plain = [0, 1, -1].some((step) => steps.every((each) => each === step));
  if (plain) throw new DomainError('pin.weak');
}
