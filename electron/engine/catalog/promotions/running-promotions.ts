import type { Promotion } from '../../../../shared/domain/promotions.ts';
import type { Db } from '../../db/sql.ts';
import { readPromotions } from './promotion-store.ts';

/** Every promotion that is switched on; whether it holds today is for pricing to say. */
export function promotions(db: Db): readonly Promotion[] {
  return readPromotions(db, true);
}
