import { addDays, calendarDate } from '../../../shared/domain/business-date.ts';
import { judgingDate } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { insertClaim, settleClaimRow } from './claim-store.ts';
import {
  beginState,
  noteRuleUsed,
  saveGoodsRow,
  savePlaceRow,
  saveProgrammeRow,
  saveRuleRow,
  touchState,
} from './programme-store.ts';

/** The first record: prices that fell before it were never asked at this till. */
export function applyTillBegun(db: Db, record: RecordOf<'till-initialised/1'>, hash: string): void {
  beginState(db, calendarDate(record.at, record.offset), hash);
}

/** A programme added or changed. */
export function applyProgrammeSaved(db: Db, record: RecordOf<'programme-saved/1'>, hash: string): void {
  saveProgrammeRow(db, record.body);
  touchState(db, hash);
}

/** A rule added or changed. */
export function applyRuleSaved(db: Db, record: RecordOf<'programme-rule-saved/1'>, hash: string): void {
  saveRuleRow(db, record.body);
  touchState(db, hash);
}

/** What a product is, from now on. */
export function applyGoodsSet(db: Db, record: RecordOf<'programme-goods-set/1'>, hash: string): void {
  saveGoodsRow(db, record.body);
  touchState(db, hash);
}

/** Where the store stands, from now on. */
export function applyPlaceSet(db: Db, record: RecordOf<'programme-place-set/1'>, hash: string): void {
  savePlaceRow(db, record.body);
  touchState(db, hash);
}

/** Rules that judged a sale stay as they were. */
export function applyRulesUsed(db: Db, record: RecordOf<'subsidy-sold/1'>): void {
  const { date, lines } = record.body;
  const used = lines.flatMap(({ ruleIds, price }) => (price === null ? ruleIds : [...ruleIds, price.ruleId]));
  for (const ruleId of new Set(used)) noteRuleUsed(db, ruleId, date);
}

/** A rule that sent somebody away has judged as well. */
export function applyRuleRefused(db: Db, record: RecordOf<'subsidy-refused/1'>): void {
  const { ruleId } = record.body;
  const { at, offset: offsetMinutes, businessDate } = record;
  if (ruleId !== null) noteRuleUsed(db, ruleId, judgingDate({ at, offsetMinutes, businessDate }));
}

/** A price fell: both rules are a claim's grounds now. */
export function applyClaimRaised(db: Db, record: RecordOf<'price-claim-raised/1'>, hash: string): void {
  const { body } = record;
  insertClaim(db, body, record.seq, record.at);
  noteRuleUsed(db, body.ruleId, body.effectiveOn);
  noteRuleUsed(db, body.beforeRuleId, addDays(body.effectiveOn, -1));
  touchState(db, hash);
}

/** What became of a claim. */
export function applyClaimSettled(db: Db, record: RecordOf<'price-claim-settled/1'>): void {
  settleClaimRow(db, record.body);
}
