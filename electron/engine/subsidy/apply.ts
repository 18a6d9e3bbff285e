import { businessDateSchema, calendarDate, daysBetween } from '../../../shared/domain/business-date.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { receiptOfSale } from '../sales/index.ts';
import { insertAccess } from './access-store.ts';
import { markBought, markErased, upsertRegistration } from './registration-store.ts';
import { insertUse, takeBack } from './use-store.ts';

/** Somebody was registered, or what is known of them changed. Whoever was erased is back by it. */
export function applySubsidyRegistered(db: Db, record: RecordOf<'subsidy-registered/1'>): void {
  const { body } = record;
  const today = record.businessDate ?? calendarDate(record.at, record.offset);
  // How long after a purchase the number is kept follows from how long it is kept now.
  const retentionDays = Math.max(0, daysBetween(businessDateSchema.parse(today), body.expiresOn));
  upsertRegistration(db, body, retentionDays, record.seq);
}

/** Number and name were taken out of the vault. The keys stay, so that quotas go on counting. */
export function applySubsidyErased(db: Db, record: RecordOf<'subsidy-erased/1'>): void {
  markErased(db, record.body.registrationId, record.seq);
}

/** Somebody took a whole number out of the vault. */
export function applyIdentityOpened(db: Db, record: RecordOf<'identity-opened/1'>): void {
  const { seq, at, actor, body } = record;
  insertAccess(db, { seq, at, actor, ...body });
}

/** Goods of programmes were sold: each line uses up its quota, and the buyer's number is kept on. */
export function applySubsidySold(db: Db, record: RecordOf<'subsidy-sold/1'>): void {
  const { body } = record;
  const sale = { seq: record.seq, at: record.at, receipt: receiptOfSale(db, body.saleId) ?? '' };
  for (const line of body.lines) insertUse(db, sale, body, line);
  if (body.registrationId !== null) markBought(db, body.registrationId, body.date);
}

/** What comes back is no longer used up, in the window in which it was bought. */
export function applySubsidyReturned(db: Db, record: RecordOf<'sale-returned/1'>): void {
  const { sale, lines } = record.body;
  for (const line of lines) takeBack(db, sale.saleId, line);
}
