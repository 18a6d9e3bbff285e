import type { Db } from '../db/sql.ts';
import { latestNumber, memberIdOfNumber } from './member-store.ts';

/** What the first member is proposed. */
const FIRST = '0001';

/** A number with digits at its end: what stands before them, and the digits. */
const COUNTED = /^(?<before>.*?)(?<digits>\d{1,15})$/;

/**
 * The next free number in the style of whoever was added last: after `0041` comes `0042`, after
 * `DDP-9` comes `DDP-10`. Numbers that are taken already are passed over.
 */
export function nextNumber(db: Db): string {
  const latest = latestNumber(db);
  if (latest === undefined) return FIRST;
  const parts = COUNTED.exec(latest)?.groups;
  const before = parts?.['before'] ?? `${latest}-`;
  const digits = parts?.['digits'] ?? '0';
  for (let count = Number(digits) + 1; ; count += 1) {
    const proposed = `${before}${String(count).padStart(digits.length, '0')}`;
    if (memberIdOfNumber(db, proposed) === undefined) return proposed;
  }
}
