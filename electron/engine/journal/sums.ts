import type { JournalRecord } from '../../../shared/journal/record.ts';
import { statement, type Db } from '../db/sql.ts';

/** What one record adds to one row of a table of sums. */
export interface Addition {
  /** The row's name, by which additions to the same row find each other; a table of one row has any. */
  readonly row: string;
  /** Which row that is: the leading values of the table's upsert. */
  readonly key: readonly string[];
  /** What is added to it: the values that follow, in rupiah, thousandths or counts. */
  readonly amounts: readonly number[];
}

/** A table whose rows are sums over records, such as what the shop holds of each lot. */
export interface SumTable {
  /** Adds amounts to the row of a key, or makes that row: `… ON CONFLICT DO UPDATE SET a = a + excluded.a`. */
  readonly upsert: string;
  /** What a record adds. Must depend on nothing but the record. */
  readonly additionsOf: (record: JournalRecord) => readonly Addition[];
}

interface Row {
  readonly key: readonly string[];
  readonly amounts: number[];
}

/**
 * Additions that are not written yet. Sums do not care in what order they are added up, so the
 * additions of many records may be gathered and each row written once: a rebuild over years of sales
 * then writes a product's row a few times instead of a few thousand times.
 */
export class PendingSums {
  readonly #tables = new Map<SumTable, Map<string, Row>>();
  #rows = 0;

  /** How many rows are waiting to be written. */
  get rows(): number {
    return this.#rows;
  }

  /** Gathers what a record adds to a table. */
  add(table: SumTable, record: JournalRecord): void {
    const rows = this.#rowsOf(table);
    for (const { row: name, key, amounts } of table.additionsOf(record)) {
      const row = rows.get(name);
      if (row === undefined) {
        rows.set(name, { key, amounts: amounts.slice() });
        this.#rows += 1;
      } else addUp(row.amounts, amounts);
    }
  }

  /** Writes every sum and forgets it. */
  write(db: Db): void {
    for (const [table, rows] of this.#tables) {
      const upsert = statement(db, table.upsert);
      for (const { key, amounts } of inOrder(rows)) upsert.run(...key, ...amounts);
    }
    this.#tables.clear();
    this.#rows = 0;
  }

  #rowsOf(table: SumTable): Map<string, Row> {
    let rows = this.#tables.get(table);
    if (rows === undefined) {
      rows = new Map();
      this.#tables.set(table, rows);
    }
    return rows;
  }
}

function addUp(sums: number[], amounts: readonly number[]): void {
  for (let index = 0; index < amounts.length; index += 1) {
    sums[index] = (sums[index] ?? 0) + (amounts[index] ?? 0);
  }
}

/** In the order of names, so that rows that lie side by side on disk are written one after the other. */
function inOrder(rows: ReadonlyMap<string, Row>): Iterable<Row> {
  if (rows.size === 1) return rows.values();
  const named = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return named.map(([, row]) => row);
}
