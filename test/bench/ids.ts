import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Clock, Ids } from '../../electron/engine/ports.ts';

/** Long before any record: the catalogue's ids are older than the journal. */
const CATALOGUE_MADE_AT = Date.UTC(2020, 0, 1);

/** A UUIDv7 that is the same each time, for the thing of a kind with this number. */
export function benchId(kind: string, index: number): string {
  const random = createHash('sha256').update(`${kind} ${index}`).digest().subarray(0, 16);
  return uuidv7({ msecs: CATALOGUE_MADE_AT + index, seq: 0, random });
}

/** UUIDv7s that follow a clock, as a till's do, and are the same each time. */
export function idsAfter(clock: Clock): Ids {
  let made = 0;
  return {
    next: () => {
      made += 1;
      const random = createHash('sha256').update(`id ${made}`).digest().subarray(0, 16);
      // The counter keeps ids of one millisecond in order.
      return uuidv7({ msecs: clock.now(), seq: made % 2 ** 31, random });
    },
  };
}
