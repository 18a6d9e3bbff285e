import { createHmac } from 'node:crypto';
import type { KeyStore } from '../ports.ts';

/**
 * Under which purpose a number is hashed: a NIK and a KK number with the same digits have keys that
 * nobody can tell to be of the same digits.
 */
const PURPOSES = { nik: 'gerai/nik/v1\0', kk: 'gerai/kk/v1\0' } as const;

/** What tells one person or household from another without telling who it is: 64 hex digits each. */
export interface SubjectKeys {
  readonly nikKey: string | null;
  readonly kkKey: string | null;
  /** Comparable across the district's stores; null before the district gave its key. */
  readonly sharedNikKey: string | null;
  readonly sharedKkKey: string | null;
}

/** Whole identity numbers, sixteen digits each; null for one that is not known. */
export interface IdentityNumbers {
  readonly nik: string | null;
  readonly kk: string | null;
}

function keyed(key: Uint8Array, purpose: keyof typeof PURPOSES, digits: string): string {
  return createHmac('sha256', key).update(`${PURPOSES[purpose]}${digits}`).digest('hex');
}

/**
 * HMAC-SHA-256 of a number under the store's own key. There are so few numbers that whoever holds the
 * key can try them all, which is why the key is in a file outside the database.
 */
export function ownKey(keys: KeyStore, purpose: keyof typeof PURPOSES, digits: string): string {
  return keyed(keys.subjectKey(), purpose, digits);
}

/** The keys of somebody's numbers, under the store's key and, where there is one, the district's. */
export function subjectKeys(keys: KeyStore, { nik, kk }: IdentityNumbers): SubjectKeys {
  const shared = keys.sharedSubjectKey();
  return {
    nikKey: nik === null ? null : ownKey(keys, 'nik', nik),
    kkKey: kk === null ? null : ownKey(keys, 'kk', kk),
    sharedNikKey: nik === null || shared === undefined ? null : keyed(shared, 'nik', nik),
    sharedKkKey: kk === null || shared === undefined ? null : keyed(shared, 'kk', kk),
  };
}
