import { openReadOnly } from '../../electron/engine/db/open.ts';
import { decodeStored, recordsAfter } from '../../electron/engine/journal/journal-store.ts';
import type { RecordType } from '../../shared/journal/bodies.ts';
import type { JournalRecord, RecordOf } from '../../shared/journal/record.ts';
import type { SmallShop } from './small-shop.ts';

/** Every record of a till's journal, read from outside. */
export function recordsOf(dataDir: string): JournalRecord[] {
  const db = openReadOnly(dataDir);
  try {
    return recordsAfter(db, 0, Number.MAX_SAFE_INTEGER).map((stored) => decodeStored(stored.bytes));
  } finally {
    db.close();
  }
}

/** A shop's records of one type, oldest first. */
export function recordsOfType<T extends RecordType>(shop: SmallShop, type: T): RecordOf<T>[] {
  const isWanted = (record: JournalRecord): record is RecordOf<T> => record.type === type;
  return recordsOf(shop.till.dir.path).filter(isWanted);
}
