import { randomBytes } from 'node:crypto';
import { toHex, utf8 } from '../../shared/journal/chain.ts';
import type { District } from '../district.ts';
import { insertCode } from '../store/code-store.ts';

/** Crockford's base 32: no letter that is read or heard as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 bits: with wrong tries slowed down, guessing takes longer than a code lives. */
const LENGTH = 10;
const VALID_MS = 30 * 24 * 3_600_000;

/** A code for one till, as the office reads it out: `7K3MQ-9XDRA`. */
export interface NewCode {
  readonly code: string;
  /** Epoch milliseconds. */
  readonly validUntil: number;
}

/**
 * Makes a one-time enrolment code. Only its hash is kept, so this is the one moment it can be read.
 * @param madeFor which store it is meant for, for the office's own memory
 */
export async function newEnrolmentCode(district: District, madeFor: string): Promise<NewCode> {
  const symbols = [...randomBytes(LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  const madeAt = district.clock.now();
  const validUntil = madeAt + VALID_MS;
  await insertCode(district.db, { hash: codeHash(district, symbols), madeFor, madeAt, validUntil });
  return { code: `${symbols.slice(0, 5)}-${symbols.slice(5)}`, validUntil };
}

/** Hash under which a code is kept, 64 hex digits, however it was typed: small letters, spaces, O for 0. */
export function codeHash({ crypto }: Pick<District, 'crypto'>, typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return toHex(crypto.sha256(utf8(`gerai/code/v1\0${code}`)));
}
