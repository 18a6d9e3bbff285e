import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { wallClock } from '../domain/business-date.ts';
import { nextSlot, parseRetryAfter, pauseBeforeRetry, slotOffset } from './pace.ts';

const HOUR_MS = 3_600_000;
const sha256 = { sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest() };
const offsets = fc.constantFrom(420, 480, 540);
const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });
const slots = fc.integer({ min: 0, max: 10 * HOUR_MS - 1 });

describe('the nightly slot', () => {
  it('is the same every night for one till', () => {
    const till = '0198c0de-0000-7000-8000-000000000001';
    expect(slotOffset(sha256, till)).toBe(slotOffset(sha256, till));
  });

  it('spreads a district evenly over the ten hours', () => {
    const perHour = Array.from({ length: 10 }, () => 0);
    for (let till = 0; till < 4000; till++) {
      const hour = Math.floor(slotOffset(sha256, `till-${till}`) / HOUR_MS);
      perHour[hour] = (perHour[hour] ?? 0) + 1;
    }
    for (const count of perHour) expect(count).toBeGreaterThan(330);
  });

  it('comes within a day and lies between 19:00 and 05:00 by the store’s clock', () => {
    fc.assert(
      fc.property(instants, offsets, slots, (now, offset, slot) => {
        const next = nextSlot(now, offset, slot);
        expect(next).toBeGreaterThan(now);
        expect(next - now).toBeLessThanOrEqual(24 * HOUR_MS);
        const { hour } = wallClock(next, offset);
        expect(hour >= 19 || hour < 5).toBe(true);
      }),
    );
  });
});

describe('the pause before another try', () => {
  it('doubles its bound up to an hour', () => {
    const almostOne = 0.999_999;
    const bounds = [1, 2, 3, 8, 60].map((failures) =>
      Math.ceil(pauseBeforeRetry(failures, almostOne) / 1000),
    );
    expect(bounds).toEqual([30, 60, 120, 3600, 3600]);
  });

  it('may be nothing at all: that is what spreads a crowd', () => {
    expect(pauseBeforeRetry(5, 0)).toBe(0);
  });

  it('adds to what the district asked for, unless that is absurd', () => {
    expect(pauseBeforeRetry(1, 0, 120_000)).toBe(120_000);
    expect(pauseBeforeRetry(1, 0, 10 ** 12)).toBe(12 * HOUR_MS);
  });

  it('reads Retry-After in seconds and nothing else', () => {
    expect(parseRetryAfter('120')).toBe(120_000);
    for (const field of [null, '', '-1', '1.5', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      expect(parseRetryAfter(field)).toBeUndefined();
    }
  });
});
