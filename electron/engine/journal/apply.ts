import type { RecordType } from '../../../shared/journal/bodies.ts';
import type { JournalRecord, RecordOf } from '../../../shared/journal/record.ts';
import {
  applyCashCounted,
  applyDayClosed,
  applyDayOpened,
  applyShiftClosed,
  applyShiftOpened,
} from '../cash/index.ts';
import {
  applyProductSaved,
  applyProductsImported,
  applyPromotionSaved,
  applyTermsSet,
  linesSold,
} from '../catalog/index.ts';
import { applyCylinderGoods, applyCylindersMoved } from '../cylinders/index.ts';
import type { Db } from '../db/sql.ts';
import { applyDebtOfReturn, applyDebtOfSale, applyDebtPaid } from '../debts/index.ts';
import {
  applyExternalCompared,
  applyExternalKeyed,
  applyKeyedReturned,
  applyLinesToKey,
} from '../keying/index.ts';
import { accountDays } from '../ledger/index.ts';
import {
  applyBuyerSaved,
  applyMemberSaved,
  applyMemberSavingsSet,
  applyMembersImported,
  applySavingsOfDebt,
  applySavingsOfReturn,
  applySavingsOfSale,
  memberYears,
} from '../members/index.ts';
import { applyTaxStatusSet, applyTillPolicySet } from '../policy/index.ts';
import {
  applyClaimRaised,
  applyClaimSettled,
  applyGoodsSet,
  applyPlaceSet,
  applyProgrammeSaved,
  applyRuleRefused,
  applyRuleSaved,
  applyRulesUsed,
  applyTillBegun,
} from '../programmes/index.ts';
import { goodsReceived } from '../registers/index.ts';
import { applyDayEvent, dayTotalSums } from '../reports/index.ts';
import {
  applyCylindersOfSale,
  applyReceiptReprinted,
  applySaleCompleted,
  applySaleReturned,
  applySubsidyOfSale,
  categoryDays,
  perpetualTotal,
  shiftMoney,
} from '../sales/index.ts';
import { applyStoreProfileChanged, applyTillInitialised } from '../setup/index.ts';
import { applyStaffActiveSet, applyStaffAdded } from '../staff/index.ts';
import { applyDeliveredLots, applyOpeningStock, lotsOnHand } from '../stock/index.ts';
import {
  applyIdentityOpened,
  applySubsidyErased,
  applySubsidyRegistered,
  applySubsidyReturned,
  applySubsidySold,
} from '../subsidy/index.ts';
import { applyTillEnrolled } from '../upload/index.ts';
import { PendingSums, type SumTable } from './sums.ts';

/** Turns one record into rows. Must depend on nothing but the record and the tables. */
export type Apply<T extends RecordType = RecordType> = (db: Db, record: RecordOf<T>, hash: string) => void;

/** What a record does to one table: it makes or changes rows of its own, or it is added to sums. */
type Step<T extends RecordType = RecordType> = Apply<T> | SumTable;

type ApplyTable = { readonly [T in RecordType]: readonly Step<T>[] };

/**
 * What each record type does to the tables. Exhaustive: a new type does not compile until somebody
 * has decided what it means, even if that is nothing.
 */
const TABLE: ApplyTable = {
  'till-initialised/1': [applyTillInitialised, applyTillBegun],
  'store-profile-changed/1': [applyStoreProfileChanged],
  'till-enrolled/1': [applyTillEnrolled],
  'staff-added/1': [applyStaffAdded],
  'staff-active-set/1': [applyStaffActiveSet],
  'staff-pin-set/1': [],
  'signed-in/1': [],
  'signed-out/1': [],
  'sign-in-locked/1': [applyDayEvent],
  'product-saved/1': [applyProductSaved],
  'products-imported/1': [applyProductsImported],
  'product-terms-set/1': [applyTermsSet],
  'promotion-saved/1': [applyPromotionSaved],
  'till-policy-set/1': [applyTillPolicySet],
  'till-policy-set/2': [applyTillPolicySet],
  'tax-status-set/1': [applyTaxStatusSet],
  'opening-stock/1': [applyOpeningStock, lotsOnHand, accountDays, goodsReceived, applyCylinderGoods],
  'day-opened/1': [applyDayOpened],
  'shift-opened/1': [applyShiftOpened, accountDays],
  'cash-counted/1': [applyCashCounted, accountDays],
  'cash-counted/2': [applyCashCounted, accountDays],
  'shift-closed/1': [applyShiftClosed, accountDays, applyDayEvent],
  'day-closed/1': [applyDayClosed],
  'day-closed/2': [applyDayClosed],
  'sale-completed/1': [
    applySaleCompleted,
    categoryDays,
    shiftMoney,
    perpetualTotal,
    dayTotalSums,
    lotsOnHand,
    accountDays,
    linesSold,
    applyCylinderGoods,
  ],
  'sale-completed/2': [
    applySaleCompleted,
    categoryDays,
    shiftMoney,
    perpetualTotal,
    dayTotalSums,
    lotsOnHand,
    accountDays,
    linesSold,
    memberYears,
    applyDebtOfSale,
    applySavingsOfSale,
    applyCylinderGoods,
  ],
  'sale-returned/1': [
    applySaleReturned,
    memberYears,
    shiftMoney,
    perpetualTotal,
    dayTotalSums,
    lotsOnHand,
    accountDays,
    applyDayEvent,
    applyDebtOfReturn,
    applySavingsOfReturn,
    applySubsidyReturned,
    applyKeyedReturned,
    applyCylinderGoods,
  ],
  'debt-paid/1': [shiftMoney, dayTotalSums, accountDays, applyDebtPaid, applySavingsOfDebt],
  'member-saved/1': [applyMemberSaved],
  'members-imported/1': [applyMembersImported],
  'member-savings-set/1': [applyMemberSavingsSet],
  'buyer-saved/1': [applyBuyerSaved],
  'programme-saved/1': [applyProgrammeSaved],
  'programme-rule-saved/1': [applyRuleSaved],
  'programme-goods-set/1': [applyGoodsSet],
  'programme-place-set/1': [applyPlaceSet],
  'subsidy-registered/1': [applySubsidyRegistered],
  'subsidy-erased/1': [applySubsidyErased, applyDayEvent],
  'identity-opened/1': [applyIdentityOpened, applyDayEvent],
  'subsidy-sold/1': [applySubsidySold, applySubsidyOfSale, applyRulesUsed, applyLinesToKey],
  'subsidy-refused/1': [applyDayEvent, applyRuleRefused],
  'cylinders-moved/1': [
    applyDeliveredLots,
    applyCylindersOfSale,
    lotsOnHand,
    accountDays,
    applyCylindersMoved,
  ],
  'price-claim-raised/1': [accountDays, applyClaimRaised],
  'price-claim-settled/1': [accountDays, applyClaimSettled],
  'external-keyed/1': [applyExternalKeyed],
  'external-compared/1': [applyExternalCompared],
  'approval-given/1': [applyDayEvent],
  'line-voided/1': [perpetualTotal, dayTotalSums, applyDayEvent],
  'line-voided/2': [perpetualTotal, dayTotalSums, applyDayEvent],
  'ticket-abandoned/1': [dayTotalSums, applyDayEvent],
  'ticket-abandoned/2': [dayTotalSums, applyDayEvent],
  'receipt-reprinted/1': [applyReceiptReprinted, dayTotalSums, applyDayEvent],
  'drawer-opened/1': [applyDayEvent],
  'clock-jumped/1': [applyDayEvent],
};

/** Applies a record to every table it touches. */
export function applyRecord(db: Db, record: JournalRecord, hash: string): void {
  const sums = new PendingSums();
  applyGathering(db, record, hash, sums);
  sums.write(db);
}

/**
 * Applies a record to every table but those of sums: what it adds to them is gathered in `sums`, for
 * the caller to write.
 */
export function applyGathering(db: Db, record: JournalRecord, hash: string, sums: PendingSums): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TABLE pairs each type with its own steps
  const steps = TABLE[record.type] as readonly Step[];
  for (const step of steps) {
    if (typeof step === 'function') step(db, record, hash);
    else sums.add(step, record);
  }
}
