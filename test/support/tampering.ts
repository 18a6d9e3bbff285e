import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { canonicalText, type JournalJson } from '../../shared/journal/canonical.ts';
import { EMPTY_HEAD, hashRecord, utf8 } from '../../shared/journal/chain.ts';

/** A stored record as somebody with the file in his hands sees it. */
export interface Row {
  seq: number;
  type: string;
  hash: Uint8Array;
  bytes: Uint8Array;
}

/** A record's JSON, to be changed at will. */
export type LooseRecord = { body: Record<string, JournalJson>; prev: string } & Record<string, JournalJson>;

/** A copy of a till's data in the hands of somebody who wants the books to say something else. */
export class TamperedTill {
  readonly dataDir: string;
  readonly #db: Database.Database;

  /** @param original a closed till's folder, left as it is */
  constructor(original: string, dataDir: string) {
    cpSync(original, dataDir, { recursive: true });
    this.dataDir = dataDir;
    this.#db = new Database(join(dataDir, 'gerai.db'));
    this.#db.pragma('foreign_keys = OFF');
    for (const trigger of ['is_gapless', 'has_no_update', 'has_no_delete']) {
      this.#db.exec(`DROP TRIGGER journal_${trigger}`);
    }
  }

  /** Exchanges one byte of a stored record. */
  flip(seq: number, column: 'bytes' | 'hash', at: number, change: number): this {
    const bytes = this.#db.prepare(`SELECT ${column} FROM journal WHERE seq = ?`).pluck().get(seq) as Buffer;
    bytes[at % bytes.length]! ^= change;
    this.#db.prepare(`UPDATE journal SET ${column} = ? WHERE seq = ?`).run(bytes, seq);
    return this;
  }

  sql(text: string): this {
    this.#db.exec(text);
    return this;
  }

  /** Exchanges a record with the one after it. */
  swap(seq: number): this {
    return this.sql(`UPDATE journal SET seq = 1000000 WHERE seq = ${seq};
      UPDATE journal SET seq = ${seq} WHERE seq = ${seq + 1};
      UPDATE journal SET seq = ${seq + 1} WHERE seq = 1000000`);
  }

  /** Cuts off all records behind one. */
  cutAfter(seq: number): this {
    return this.sql(`DELETE FROM journal WHERE seq > ${seq}`);
  }

  /** Lets the head noted in the database agree with the journal as it is now. */
  forgeHead(): this {
    return this.sql(`DELETE FROM work_head;
      INSERT INTO work_head SELECT 1, seq, hash FROM journal ORDER BY seq DESC LIMIT 1`);
  }

  /** Lets the closed days in the tables agree with the journal as it is now. */
  forgeClosings(): this {
    return this.sql(`DELETE FROM z_closing WHERE seq NOT IN (SELECT seq FROM journal);
      UPDATE z_closing SET hash = (SELECT lower(hex(hash)) FROM journal WHERE journal.seq = z_closing.seq)`);
  }

  /** Lets the anchors file agree with the closed days in the tables. */
  forgeAnchors(): this {
    const anchors = this.#db
      .prepare('SELECT number AS zNumber, seq, hash FROM z_closing ORDER BY number')
      .all();
    writeFileSync(
      join(this.dataDir, 'anchors.jsonl'),
      anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join(''),
    );
    return this;
  }

  /** Has the district acknowledge the journal up to a record, as it was in the original. */
  acknowledge({ seq, hash }: Pick<Row, 'seq' | 'hash'>): this {
    this.#db.prepare('UPDATE work_upload SET acked_seq = ?, acked_hash = ?, acked_at = 1').run(seq, hash);
    return this;
  }

  /**
   * Rewrites records and makes the chain whole again behind them: numbers, predecessors, hashes, the
   * heads that a Z names, and everything on this PC that remembers them.
   */
  rewrite(change: (record: LooseRecord) => void): this {
    let head: { seq: number; hash: string } = EMPTY_HEAD;
    let lastZ: string | null = null;
    const rows = this.#db.prepare('SELECT seq, type, bytes FROM journal ORDER BY seq').all() as Row[];
    for (const row of rows) {
      const record = JSON.parse(Buffer.from(row.bytes).toString()) as LooseRecord;
      record['prev'] = head.hash;
      if (row.type.startsWith('day-closed/')) {
        record.body['headHash'] = head.hash;
        record.body['previousZHash'] = lastZ;
      }
      change(record);
      const bytes = utf8(canonicalText(record));
      const hash = hashRecord(nodeCrypto, bytes);
      this.#db
        .prepare('UPDATE journal SET bytes = ?, hash = ? WHERE seq = ?')
        .run(bytes, Buffer.from(hash, 'hex'), row.seq);
      head = { seq: row.seq, hash };
      if (row.type.startsWith('day-closed/')) lastZ = hash;
    }
    return this.forgeHead().forgeClosings().forgeAnchors();
  }

  /** Puts the file down again. */
  close(): void {
    this.#db.close();
  }
}

/** Every stored record of a till that is closed. */
export function readRows(dataDir: string): Row[] {
  const db = new Database(join(dataDir, 'gerai.db'), { readonly: true });
  const rows = db.prepare('SELECT seq, type, hash, bytes FROM journal ORDER BY seq').all() as Row[];
  db.close();
  return rows;
}
