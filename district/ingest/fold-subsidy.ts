import { stockMovesOf } from '../../shared/domain/ledger.ts';
import type { JournalRecord } from '../../shared/journal/record.ts';
import type { Queries } from '../store/db.ts';
import {
  saveCylinderGoods,
  savePlace,
  saveProgramme,
  saveQuotaRule,
  saveZone,
} from '../store/programme-store.ts';
import {
  addCylinderTotals,
  addReturned,
  countRefusal,
  insertPurchases,
  markKeyed,
} from '../store/purchase-store.ts';
import { addStockMoves } from '../store/stock-store.ts';

/**
 * Adds verified records to what the district knows of subsidised goods: who bought what (by keyed
 * hash), refusals, cylinders, what was keyed elsewhere, and the rules each till goes by. Runs in the
 * transaction that stores the records; what a till changes of a rule later does not judge anew here.
 */
export async function foldSubsidy(
  tx: Queries,
  tillId: string,
  records: readonly JournalRecord[],
): Promise<void> {
  await addStockMoves(tx, tillId, records.flatMap(stockMovesOf));
  for (const record of records) await foldOne(tx, tillId, record);
}

async function foldOne(tx: Queries, tillId: string, record: JournalRecord): Promise<void> {
  switch (record.type) {
    case 'subsidy-sold/1':
    case 'sale-returned/1':
    case 'subsidy-refused/1':
    case 'external-keyed/1':
    case 'cylinders-moved/1':
      return foldTrade(tx, tillId, record);
    case 'programme-saved/1':
      return saveProgramme(tx, tillId, record.body);
    case 'programme-rule-saved/1':
      if (record.body.kind === 'quota') await saveQuotaRule(tx, tillId, record.body);
      return;
    case 'programme-goods-set/1':
      return saveCylinderGoods(tx, tillId, record.body);
    case 'programme-place-set/1':
      return savePlace(tx, tillId, record.body);
    case 'till-initialised/1':
    case 'store-profile-changed/1':
      return saveZone(tx, tillId, record.body.profile.priceZone);
    default:
  }
}

type Trade = Extract<
  JournalRecord,
  {
    type:
      | 'subsidy-sold/1'
      | 'sale-returned/1'
      | 'subsidy-refused/1'
      | 'external-keyed/1'
      | 'cylinders-moved/1';
  }
>;

async function foldTrade(tx: Queries, tillId: string, record: Trade): Promise<void> {
  const { type, body, businessDate } = record;
  switch (type) {
    case 'subsidy-sold/1':
      // A sale is of a business day; a record that says otherwise still counts, on the date it names.
      return insertPurchases(tx, tillId, businessDate ?? body.date, body);
    case 'sale-returned/1':
      return addReturned(tx, tillId, body.sale.saleId, body.lines);
    case 'subsidy-refused/1':
      if (businessDate !== null) await countRefusal(tx, tillId, businessDate, body.code);
      return;
    case 'external-keyed/1':
      return markKeyed(tx, tillId, body);
    case 'cylinders-moved/1':
      return addCylinderTotals(tx, tillId, body);
  }
}
