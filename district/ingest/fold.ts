import { addToDayTotals, EMPTY_DAY_TOTALS } from '../../shared/domain/day-totals.ts';
import { isZ } from '../../shared/domain/sale-view.ts';
import type { Queries } from '../store/db.ts';
import { insertClosing, type VerifiedRecord } from '../store/record-store.ts';
import { findDayTotals, saveDayTotals } from '../store/totals-store.ts';
import { foldSubsidy } from './fold-subsidy.ts';

/**
 * Adds verified records to what the office looks at: totals by business date, by the same function as
 * the till's own Z, the closings, and subsidised goods. Runs in the transaction that stores the records.
 */
export async function fold(tx: Queries, tillId: string, records: readonly VerifiedRecord[]): Promise<void> {
  for (const [date, ofDay] of Map.groupBy(records, ({ record }) => record.businessDate)) {
    // Records between two business days belong to no day's totals.
    if (date === null) continue;
    const before = (await findDayTotals(tx, tillId, date)) ?? EMPTY_DAY_TOTALS;
    const totals = ofDay.reduce((sum, { record }) => addToDayTotals(sum, record), before);
    await saveDayTotals(tx, tillId, date, totals);
  }
  for (const { record, hash } of records) {
    if (isZ(record)) await insertClosing(tx, tillId, { record, hash });
  }
  await foldSubsidy(
    tx,
    tillId,
    records.map(({ record }) => record),
  );
}
