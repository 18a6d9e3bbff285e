import { all, number, type Db } from '../db/sql.ts';

/** Which products a page of the catalogue shows. */
export interface ListFilter {
  /** An FTS5 expression, or `null` for every name. */
  readonly match: string | null;
  /** Products found by their PLU or barcode, besides those the expression finds. */
  readonly codeKeys: readonly number[];
  readonly category: string | null;
  readonly onlyWithoutPrice: boolean;
}

const FILTER = `
  (? IS NULL OR category = ?)
  AND (? = 0 OR price_rp IS NULL)`;

const TEXT = `
  AND key IN (SELECT rowid & 16777215 FROM work_search WHERE work_search MATCH ?
              UNION ALL SELECT value FROM json_each(?))`;

/** How many products the filter lets through, active or not. */
export function countListed(db: Db, filter: ListFilter): number {
  const { category, match, codeKeys } = filter;
  const priceless = filter.onlyWithoutPrice ? 1 : 0;
  if (match === null) {
    return number(db, `SELECT count(*) FROM product WHERE ${FILTER}`, category, category, priceless);
  }
  return number(
    db,
    `SELECT count(*) FROM product WHERE ${FILTER} ${TEXT}`,
    category,
    category,
    priceless,
    match,
    JSON.stringify(codeKeys),
  );
}

/** Keys of one page in the order of names. */
export function listKeys(db: Db, filter: ListFilter, offset: number, limit: number): number[] {
  const { category, match, codeKeys } = filter;
  const priceless = filter.onlyWithoutPrice ? 1 : 0;
  const rows =
    match === null
      ? all<{ key: number }>(
          db,
          `SELECT key FROM product WHERE ${FILTER} ORDER BY folded_name, key LIMIT ? OFFSET ?`,
          category,
          category,
          priceless,
          limit,
          offset,
        )
      : all<{ key: number }>(
          db,
          `SELECT key FROM product WHERE ${FILTER} ${TEXT} ORDER BY folded_name, key LIMIT ? OFFSET ?`,
          category,
          category,
          priceless,
          match,
          JSON.stringify(codeKeys),
          limit,
          offset,
        );
  return rows.map((row) => row.key);
}
