import type { JournalRecord } from '../../../shared/journal/record.ts';
import { statement, type Db } from '../db/sql.ts';

/** What one record adds to one row of a table of sums. */
export interface Addition {
  /** Which row that is: the leading values of the table's upsert. */
  readonly key: readonly string[];
  /** What is added to it: the values that follow, in rupiah, thousandths or counts. */
  readonly amounts: readonly number[];
}

/** A table whose rows are sums over records, such as what the shop holds of each lot. */
export interface SumTable {
  /** Adds amounts to the row of a key, or makes that row: `… ON CONFLICT DO UPDATE SET a = a + excluded.a`. */
  readonly upsert: string;
  /**
   * How many of a key's values tell its row from the others, those that many rows share before those
   * that few do; 0 in a table of one row.
   */
  readonly names: number;
  /** What a record adds. Must depend on nothing but the record. */
  readonly additionsOf: (record: JournalRecord) => readonly Addition[];
}

interface Row {
  readonly key: readonly string[];
  readonly amounts: number[];
}

/** Rows by the last value that names them, below the values that come before it. */
interface Rows {
  readonly rows: Map<string, Row>;
  readonly below: Map<string, Rows>;
}

function noRows(): Rows {
  return { rows: new Map(), below: new Map() };
}

/**
 * Adds to the row of a key; answers `true` where there was none yet. The key's values are walked down
 * one by one: to join them would cost more than to add the amounts.
 */
function addTo(all: Rows, { key, amounts }: Addition, names: number): boolean {
  let at = all;
  for (let value = 0; value < names - 1; value += 1) at = rowsBelow(at, key[value] ?? '');
  const name = key[names - 1] ?? '';
  const row = at.rows.get(name);
  if (row === undefined) at.rows.set(name, { key, amounts: amounts.slice() });
  else addUp(row.amounts, amounts);
  return row === undefined;
}

function rowsBelow({ below }: Rows, value: string): Rows {
  const known = below.get(value);
  if (known !== undefined) return known;
  const rows = noRows();
  below.set(value, rows);
  return rows;
}

/** In the order of names: in most tables rows that lie side by side on disk come one after the other. */
function* inOrder({ rows, below }: Rows): Iterable<Row> {
  for (const [, row] of sorted(rows)) yield row;
  for (const [, more] of sorted(below)) yield* inOrder(more);
}

/**
 * Additions that are not written yet. Sums do not care in what order they are added up, so the
 * additions of many records may be gathered and each row written once: a rebuild over years of sales
 * then writes a product's row a few times instead of a few thousand times.
 */
export class PendingSums {
  readonly #tables = new Map<SumTable, Rows>();
  #rows = 0;

  /** How many rows are waiting to be written. */
  get rows(): number {
    return this.#rows;
  }

  /** Gathers what a record adds to a table. */
  add(table: SumTable, record: JournalRecord): void {
    const rows = this.#rowsOf(table);
    for (const addition of table.additionsOf(record)) {
      if (addTo(rows, addition, table.names)) this.#rows += 1;
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

  #rowsOf(table: SumTable): Rows {
    let rows = this.#tables.get(table);
    if (rows === undefined) {
      rows = noRows();
      this.#tables.set(table, rows);
    }
    return rows;
  }
}

function sorted<T>(named: ReadonlyMap<string, T>): Iterable<readonly [string, T]> {
  return named.size <= 1 ? named : [...named].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function addUp(sums: number[], amounts: readonly number[]): void {
  for (let index = 0; index < amounts.length; index += 1) {
    sums[index] = (sums[index] ?? 0) + (amounts[index] ?? 0);
  }
}
