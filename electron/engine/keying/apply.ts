import { canonicalText } from '../../../shared/journal/canonical.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { receiptOfSale } from '../sales/index.ts';
import { insertComparison, insertLine, markLine, takeBackLine } from './keying-store.ts';

/** Lines whose programme has a system of record beside the till have to be keyed there. */
export function applyLinesToKey(db: Db, record: RecordOf<'subsidy-sold/1'>): void {
  const { body } = record;
  const lines = body.lines.filter(({ system }) => system !== null);
  if (lines.length === 0) return;
  const sale = { at: record.at, receipt: receiptOfSale(db, body.saleId) ?? '' };
  for (const line of lines) insertLine(db, sale, body, line);
}

/** What came back is not to be keyed, or stands there differently from now on. */
export function applyKeyedReturned(db: Db, record: RecordOf<'sale-returned/1'>): void {
  const { sale, lines } = record.body;
  for (const line of lines) takeBackLine(db, sale.saleId, line);
}

/** Somebody said how a line stands there. */
export function applyExternalKeyed(db: Db, record: RecordOf<'external-keyed/1'>): void {
  markLine(db, record.body);
}

/** A comparison was written down. */
export function applyExternalCompared(db: Db, record: RecordOf<'external-compared/1'>): void {
  const { seq, at, actor, body } = record;
  // In canonical form, so that a rebuild from the stored bytes arrives at the very same row.
  insertComparison(db, seq, at, actor, canonicalText(body), body.comparisonId);
}
