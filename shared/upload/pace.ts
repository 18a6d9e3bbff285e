import type { ChainCrypto } from '../journal/chain.ts';
import { utf8 } from '../journal/chain.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Tills call between 19:00 and 05:00 by the store's own clock, after closing and before opening. */
const WINDOW_START_MS = 19 * HOUR_MS;
const WINDOW_MS = 10 * HOUR_MS;

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = HOUR_MS;
/** A `Retry-After` beyond this is a mistake somewhere and would silence a till for days. */
const LONGEST_ASKED_PAUSE_MS = 12 * HOUR_MS;

/**
 * How far into the nightly window this till has its turn, in milliseconds. It follows from the
 * till's id alone: the same every night, and a district's tills spread evenly without being told.
 */
export function slotOffset(crypto: Pick<ChainCrypto, 'sha256'>, tillId: string): number {
  const digest = crypto.sha256(utf8(`gerai/slot/v1\0${tillId}`));
  // Six bytes keep the fraction exact in a double.
  const fraction = digest.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
  return Math.floor(fraction * WINDOW_MS);
}

/**
 * The till's next turn after `now`.
 * @param now epoch milliseconds
 * @param offsetMinutes minutes east of UTC at which the store lives; Indonesia has no summer time
 * @param slot from `slotOffset`
 */
export function nextSlot(now: number, offsetMinutes: number, slot: number): number {
  const first = WINDOW_START_MS + slot - offsetMinutes * MINUTE_MS;
  return first + Math.floor((now - first) / DAY_MS + 1) * DAY_MS;
}

/**
 * How long to wait before another try, in milliseconds: anywhere between nothing and a bound that
 * doubles with every failure up to an hour ("full jitter"), so that a district coming back is not
 * met by all its tills at once. What the district asked for comes on top.
 * @param failures tries that failed in a row, from 1
 * @param fraction random, in [0, 1)
 * @param retryAfterMs the district's `Retry-After`, if it sent one
 */
export function pauseBeforeRetry(failures: number, fraction: number, retryAfterMs = 0): number {
  const bound = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20));
  const asked = Math.min(Math.max(retryAfterMs, 0), LONGEST_ASKED_PAUSE_MS);
  return asked + Math.floor(fraction * bound);
}

/** Milliseconds of a `Retry-After` field in its form of seconds; undefined for anything else. */
export function parseRetryAfter(field: string | null): number | undefined {
  return field !== null && /^\d{1,7}$/.test(field) ? Number(field) * 1000 : undefined;
}
