import type { RecordOf } from '../../../../shared/journal/record.ts';
import type { Db } from '../../db/sql.ts';
import { savePromotion } from './promotion-store.ts';

/** A promotion as it is from now on. */
export function applyPromotionSaved(db: Db, record: RecordOf<'promotion-saved/1'>): void {
  savePromotion(db, record.body);
}
