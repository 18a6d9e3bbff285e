import { createPublicKey, hash, randomBytes, randomInt, verify } from 'node:crypto';
import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { ChainCrypto } from '../../shared/journal/chain.ts';
import { fileKeyStore } from './key-store.ts';
import type { Clock, Ids, Log, Ports, Random, Timer } from './ports.ts';

/** DER head of an Ed25519 public key (RFC 8410); the raw 32 bytes follow it. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256 and Ed25519 from Node's own crypto. */
export const nodeCrypto: ChainCrypto = {
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
  verifyEd25519: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
};

function nodeClock(): Clock {
  const start = process.hrtime.bigint();
  return {
    now: () => Date.now(),
    mono: () => Number((process.hrtime.bigint() - start) / 1_000_000n),
  };
}

const nodeTimer: Timer = {
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

const nodeIds: Ids = { next: () => uuidv7() };

const nodeRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  fraction: () => randomInt(2 ** 32) / 2 ** 32,
};

/**
 * Logs go to standard error: standard output belongs to whoever started the till. The logger is made
 * with its first line: pino asks who calls it, for which Node reads the bundle's whole source map, and
 * a till that starts in order has nothing to say.
 */
function stderrLog(): Log {
  let made: pino.Logger | undefined;
  const logger = () =>
    (made ??= pino({ name: 'gerai', level: 'info' }, pino.destination({ dest: 2, sync: true })));
  return {
    info: (what, details = {}) => logger().info(details, what),
    error: (what, details = {}) => logger().error(withError(details), what),
  };
}

/** pino writes an error's stack only under the key `err`. */
function withError(details: object): object {
  return 'error' in details ? { ...details, error: undefined, err: details.error } : details;
}

/** The real world: clock, ids, randomness, crypto, keys in the data directory, log on stderr. */
export function nodePorts(dataDir: string): Ports {
  return {
    clock: nodeClock(),
    ids: nodeIds,
    random: nodeRandom,
    crypto: nodeCrypto,
    keys: fileKeyStore(dataDir, nodeRandom),
    log: stderrLog(),
    fetch: (input, init) => globalThis.fetch(input, init),
    timer: nodeTimer,
  };
}
