import { offsetMinutesOf, type TimeZone } from '../../../shared/domain/business-date.ts';
import { hashRecord, recordBytes } from '../../../shared/journal/chain.ts';
import type { RecordBodies, RecordType } from '../../../shared/journal/bodies.ts';
import { parseRecord, RECORD_VERSION, type JournalRecord } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import type { Ports } from '../ports.ts';
import { headRecordedAt, insertRecord, journalHead } from './journal-store.ts';

/** How far the wall clock may differ from what was expected before it is worth a record. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Who the chain belongs to, as every record says. */
export interface ChainIdentity {
  readonly store: string;
  readonly till: string;
  readonly epoch: number;
  readonly timeZone: TimeZone;
}

/** A record as it was written. */
export interface Appended {
  readonly record: JournalRecord;
  readonly hash: string;
}

/** Brings every table up to date with a record. */
export type ApplyRecord = (db: Db, record: JournalRecord, hash: string) => void;

/** The last clock reading of this start, to notice a leap between two records. */
interface ClockReading {
  readonly wall: number;
  readonly mono: number;
}

/**
 * The one way into the journal. `append` writes the record and applies it to the fold tables; it
 * must be called inside an open transaction, so that both happen or neither.
 */
export class JournalWriter {
  readonly #db: Db;
  readonly #ports: Ports;
  readonly #apply: ApplyRecord;
  readonly #boot: string;
  #last: ClockReading | undefined;

  /** @param apply turns a record into rows: `applyRecord` */
  constructor(db: Db, ports: Ports, apply: ApplyRecord) {
    this.#db = db;
    this.#ports = ports;
    this.#apply = apply;
    this.#boot = ports.ids.next();
  }

  /**
   * Appends a record and applies it.
   * @param businessDate the open business day, or null
   * @param actor staff id, or `system`
   * @throws RecordError where the body is not what its type demands: a bug
   */
  append<T extends RecordType>(
    identity: ChainIdentity,
    type: T,
    body: RecordBodies[T],
    businessDate: string | null,
    actor: string,
  ): Appended {
    if (!this.#db.inTransaction) throw new Error('a record is appended inside a transaction only');
    return this.#write(identity, type, body, businessDate, actor);
  }

  /**
   * Runs a transaction and forgets what it noted of the clock where it fails: its records are gone,
   * and with them the one that told of a jump.
   */
  allOrNothing<T>(transaction: () => T): T {
    const before = this.#last;
    try {
      return transaction();
    } catch (error) {
      this.#last = before;
      throw error;
    }
  }

  /**
   * A clock that went back since the last record, or leapt against the monotonic clock, is itself a
   * record: sales keep their order by `seq`, but whoever reads the day must know its times are off.
   * To be called before every record.
   */
  settleClock(identity: ChainIdentity, businessDate: string | null): void {
    const wall = this.#ports.clock.now();
    const expected = this.#expectedWall(wall);
    if (expected === undefined) return;
    this.#write(identity, 'clock-jumped/1', { fromAt: expected, toAt: wall }, businessDate, 'system');
  }

  #write(
    identity: ChainIdentity,
    type: RecordType,
    body: unknown,
    businessDate: string | null,
    actor: string,
  ): Appended {
    const head = journalHead(this.#db);
    const reading = { wall: this.#ports.clock.now(), mono: this.#ports.clock.mono() };
    const record = parseRecord({
      v: RECORD_VERSION,
      store: identity.store,
      till: identity.till,
      epoch: identity.epoch,
      seq: head.seq + 1,
      type,
      at: reading.wall,
      offset: offsetMinutesOf(identity.timeZone),
      mono: reading.mono,
      boot: this.#boot,
      businessDate,
      actor,
      prev: head.hash,
      body,
    });
    const bytes = recordBytes(record);
    const hash = hashRecord(this.#ports.crypto, bytes);
    insertRecord(this.#db, record.seq, record.type, hash, bytes);
    this.#apply(this.#db, record, hash);
    this.#last = reading;
    return { record, hash };
  }

  #expectedWall(wall: number): number | undefined {
    if (this.#last !== undefined) {
      const expected = this.#last.wall + (this.#ports.clock.mono() - this.#last.mono);
      return Math.abs(wall - expected) > CLOCK_TOLERANCE_MS ? expected : undefined;
    }
    const before = headRecordedAt(this.#db);
    return before !== undefined && wall < before - CLOCK_TOLERANCE_MS ? before : undefined;
  }
}
