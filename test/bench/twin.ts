import Database from 'better-sqlite3';
import { databasePath, openDatabase, openReadOnly } from '../../electron/engine/db/open.ts';
import type { Db } from '../../electron/engine/db/sql.ts';
import { decodeStored } from '../../electron/engine/journal/index.ts';
import { FloorWriter, type ReplyRow, type SaleRows } from './floor.ts';

/** Tables that only grow, and by what they do: years of old rows need no second look. */
const GROWING: Readonly<Record<string, string>> = {
  journal: 'seq',
  sale: 'number',
};

/** Workbench rows that stand before a sale is paid. */
const OPEN_TICKET = ['work_ticket', 'work_ticket_line'] as const;

/**
 * A till's database and its twin, in which each sale is written a second time by hand. The twin
 * starts as an exact copy and must be equal, row for row, when all is done: otherwise the floor
 * would have written something else than the till.
 */
export class Twin {
  readonly #till: Db;
  readonly #tillPath: string;
  readonly #copy: Db;
  readonly #floor: FloorWriter;
  readonly #first: Readonly<Record<string, number>>;

  private constructor(dataDir: string, till: Db, copyDir: string) {
    this.#till = till;
    this.#tillPath = databasePath(dataDir);
    this.#copy = openDatabase(copyDir);
    this.#floor = new FloorWriter(this.#copy);
    this.#first = lastOf(till);
  }

  /**
   * @param dataDir a till that is open and idle
   * @param copyDir an empty directory for its twin
   */
  static async of(dataDir: string, copyDir: string): Promise<Twin> {
    const till = openReadOnly(dataDir);
    await till.backup(databasePath(copyDir));
    return new Twin(dataDir, till, copyDir);
  }

  /** Gives the twin the till's open ticket, and the replies of the commands that rang it up. */
  copyTicket(): void {
    const copy = this.#copy;
    copy.transaction(() => {
      for (const table of OPEN_TICKET.toReversed()) copy.prepare(`DELETE FROM ${table}`).run();
      for (const table of OPEN_TICKET) insertRows(copy, table, this.#rows(`SELECT * FROM ${table}`));
      const last = copy.prepare('SELECT coalesce(max(rowid), 0) FROM work_command_reply').pluck().get();
      for (const reply of this.#repliesAfter(last)) {
        insertRows(copy, 'work_command_reply', [reply]);
        copy
          .prepare(
            "UPDATE work_command_reply SET reply = '', sealed = NULL WHERE rowid = last_insert_rowid() - 1000",
          )
          .run();
      }
    })();
  }

  /** Writes the till's newest sale by hand; returns how many milliseconds that took. */
  writeLastSale(): number {
    const steps = this.#floor.stepsOf(this.#lastSale());
    const started = performance.now();
    this.#floor.write(steps);
    return performance.now() - started;
  }

  /** Compares both, table by table, once the till is closed; throws where they differ. */
  compare(): void {
    this.#till.close();
    this.#copy.close();
    // The till closed while the twin still read it, and left its log behind. Whoever closes last carries
    // it over, if it may write: the starts measured later would else begin with one after a power cut.
    const db = new Database(this.#tillPath);
    db.prepare('ATTACH ? AS twin').run(this.#copy.name);
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'work_search*' AND name NOT GLOB 'sqlite_*'",
      )
      .pluck()
      .all();
    const different = tables.map(String).filter((table) => !this.#equal(db, table));
    db.close();
    if (different.length > 0)
      throw new Error(`the floor wrote other rows than the till in: ${different.join(', ')}`);
  }

  #equal(db: Db, table: string): boolean {
    const growing = GROWING[table];
    const rows = growing === undefined ? '' : `WHERE ${growing} > ${this.#first[table]}`;
    const only = (here: string, there: string) =>
      db
        .prepare(
          `SELECT count(*) FROM (SELECT * FROM ${here}.${table} ${rows} EXCEPT SELECT * FROM ${there}.${table} ${rows})`,
        )
        .pluck()
        .get();
    return only('main', 'twin') === 0 && only('twin', 'main') === 0;
  }

  #lastSale(): SaleRows {
    const stored = this.#till
      .prepare<[], { hash: Uint8Array; bytes: Uint8Array }>(
        'SELECT hash, bytes FROM journal ORDER BY seq DESC LIMIT 1',
      )
      .get();
    const reply = this.#till
      .prepare<[], ReplyRow>(
        `SELECT command_id, procedure, input_hash, sealed, answered_at FROM work_command_reply
         ORDER BY rowid DESC LIMIT 1`,
      )
      .get();
    if (stored === undefined || reply === undefined) throw new Error('the till has sold nothing');
    const record = decodeStored(stored.bytes);
    if (record.type !== 'sale-completed/2') throw new Error(`record ${record.seq} is no sale`);
    const key = this.#till.prepare('SELECT key FROM product WHERE product_id = ?').pluck();
    return {
      record,
      ...stored,
      productKeys: record.body.lines.map((line) => Number(key.get(line.productId))),
      nextTicketId: String(this.#till.prepare('SELECT ticket_id FROM work_ticket').pluck().get()),
      reply,
    };
  }

  #repliesAfter(rowid: unknown): object[] {
    return this.#rows(
      `SELECT command_id, procedure, input_hash, reply, sealed, answered_at FROM work_command_reply
       WHERE rowid > ? ORDER BY rowid`,
      rowid,
    );
  }

  #rows(sql: string, ...values: unknown[]): object[] {
    return this.#till.prepare<unknown[], object>(sql).all(...values);
  }
}

function lastOf(db: Db): Record<string, number> {
  const last = Object.entries(GROWING).map(([table, column]) => [
    table,
    Number(db.prepare(`SELECT coalesce(max(${column}), 0) FROM ${table}`).pluck().get()),
  ]);
  return Object.fromEntries(last);
}

function insertRows(db: Db, table: string, rows: readonly object[]): void {
  for (const row of rows) {
    const names = Object.keys(row);
    const insert = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    db.prepare(insert).run(...Object.values(row));
  }
}
