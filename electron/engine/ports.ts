import type { ChainCrypto } from '../../shared/journal/chain.ts';

/** Everything the engine takes from the world, so that a test can replace it. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly crypto: ChainCrypto;
  readonly keys: KeyStore;
  readonly log: Log;
  /** HTTP to the district. */
  readonly fetch: typeof globalThis.fetch;
  readonly timer: Timer;
}

export interface Clock {
  /** Epoch milliseconds by the PC's wall clock, which may be wrong. */
  now(): number;
  /** Whole milliseconds since the engine started; never goes back. */
  mono(): number;
}

export interface Timer {
  /** Runs a task once after a while; returns how to call it off. A waiting task keeps nothing alive. */
  after(milliseconds: number, task: () => void): () => void;
}

export interface Ids {
  /** A new UUIDv7. */
  next(): string;
}

export interface Random {
  bytes(length: number): Uint8Array;
  /** Uniform in [0, 1), for jitter only. */
  fraction(): number;
}

/** An Ed25519 key pair whose private half stays inside. */
export interface SigningKey {
  /** Raw 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Where the till's secrets live, apart from the database. */
export interface KeyStore {
  /** The till's signing key, or undefined where none has been made yet. */
  signingKey(): SigningKey | undefined;
  /** Makes a signing key and stores it durably before it returns. */
  createSigningKey(): SigningKey;
  /** A secret of 32 bytes mixed into PIN hashes, made at first use. */
  pepper(): Uint8Array;
  /** The key of 32 bytes that members' names are sealed with, made at first use. */
  vaultKey(): Uint8Array;
  /** The key of 32 bytes that identity numbers are made into keyed hashes with, made at first use. */
  subjectKey(): Uint8Array;
  /** The district's key of 32 bytes for the same, undefined where this till was never given one. */
  sharedSubjectKey(): Uint8Array | undefined;
  /** Keeps the district's key durably before it returns, in the place of any other. */
  setSharedSubjectKey(bytes: Uint8Array): void;
}

export interface Log {
  info(what: string, details?: object): void;
  error(what: string, details?: object): void;
}
