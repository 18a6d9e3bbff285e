import type { cashContract, LockedCount, Shift } from '../../../shared/contract/cash.ts';
import type { AreaHandlers, InputOf } from '../../../shared/contract/define.ts';
import {
  calendarDate,
  nextDate,
  businessDateSchema,
  offsetMinutesOf,
} from '../../../shared/domain/business-date.ts';
import { COINS_RP, countedTotal, NOTES_RP } from '../../../shared/domain/denominations.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import type { Ctx, Person } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { raiseDueClaims } from '../programmes/index.ts';
import { cashMoved, requireNothingUnfinished, salesOfDay } from '../sales/index.ts';
import { eraseExpired } from '../subsidy/index.ts';
import { lastZ, openDay, openShift, shiftsOf, type ShiftRow } from './cash-store.ts';

type CashHandlers = AreaHandlers<typeof cashContract, Ctx>;

/** A day may be dated at most this far ahead of the PC's clock. */
const MAX_DAYS_AHEAD = 1;

/** Where the shop stands. Says nothing of expected cash: the count must stay blind. */
export const state: CashHandlers['state'] = (ctx) => {
  const day = openDay(ctx.db);
  const shift = openShift(ctx.db);
  const z = lastZ(ctx.db);
  return {
    day:
      day === undefined
        ? null
        : {
            businessDate: day.business_date,
            openedAt: day.opened_at,
            shiftsClosed: shiftsOf(ctx.db, day.business_date).filter((row) => row.closed_at !== null).length,
            saleCount: salesOfDay(ctx.db, day.business_date).count,
          },
    shift: shift === undefined ? null : shiftReply(shift),
    proposedDate: proposedDate(ctx),
    lastZ:
      z === undefined
        ? null
        : {
            zNumber: z.number,
            businessDate: z.business_date,
            closedAt: z.closed_at,
            netRp: z.net_rp,
            saleCount: z.sale_count,
          },
  };
};

/**
 * Opens a shift, and the business day with it where none is open. A day that is still open goes on,
 * past midnight too.
 */
export const openShiftHandler: CashHandlers['openShift'] = (ctx, input) => {
  const person = ctx.person();
  const running = openShift(ctx.db);
  if (running !== undefined) throw new DomainError('shift.already-open', { cashier: running.cashier });
  const businessDate = openDay(ctx.db)?.business_date ?? beginDay(ctx, input.businessDate);
  const shiftNumber = shiftsOf(ctx.db, businessDate).length + 1;
  ctx.append('shift-opened/1', {
    shiftId: ctx.ports.ids.next(),
    number: shiftNumber,
    cashierId: person.staffId,
    cashier: person.name,
    floatRp: input.floatRp,
  });
  ctx.changed('cash', 'ticket');
  return shiftReply(requireShift(ctx));
};

function beginDay(ctx: Ctx, wanted: string | null): string {
  const date = businessDateSchema.parse(wanted ?? proposedDate(ctx));
  const last = lastZ(ctx.db)?.business_date;
  if (last !== undefined && date <= last) throw new DomainError('day.date-not-after-last', { last });
  const today = calendarDate(ctx.ports.clock.now(), offsetMinutesOf(ctx.store().timeZone));
  const latest = Array.from({ length: MAX_DAYS_AHEAD }).reduce<typeof today>((day) => nextDate(day), today);
  // The date the till itself proposes is always allowed, however wrong the clock is.
  if (date > latest && date !== proposedDate(ctx)) throw new DomainError('day.date-far', { date });
  ctx.append('day-opened/1', { businessDate: date });
  // A decree that took effect since the last day lowers what stands in the store from here on.
  raiseDueClaims(ctx);
  eraseExpired(ctx);
  return date;
}

/** Today by the PC's clock, or the day after the last Z where the clock is behind it. */
function proposedDate(ctx: Ctx): string {
  const store = ctx.storeOrNone();
  const today = calendarDate(ctx.ports.clock.now(), offsetMinutesOf(store?.timeZone ?? 'Asia/Jakarta'));
  const last = lastZ(ctx.db)?.business_date;
  if (last === undefined || today > last) return today;
  return nextDate(businessDateSchema.parse(last));
}

/** Locks the blind count and only then works out what the books expect. */
export const lockCount: CashHandlers['lockCount'] = (ctx, input) => {
  const shift = requireOwnShift(ctx);
  if (shift.locked_at !== null) throw new DomainError('shift.already-counted');
  requireNothingUnfinished(ctx);
  checkDenominations(input.counts);
  const moved = (flow: 'sale' | 'refund' | 'debt') =>
    cashMoved(ctx.db, shift.business_date, shift.shift_id, flow);
  const sales = moved('sale');
  const refunds = moved('refund');
  const debts = moved('debt');
  ctx.append('cash-counted/2', {
    shiftId: shift.shift_id,
    counts: input.counts,
    countedRp: countedTotal(input.counts),
    expectedRp: rupiah(shift.float_rp + sales.amountRp + debts.amountRp - refunds.amountRp),
    cashSalesRp: sales.amountRp,
    cashSaleCount: sales.count,
    cashRefundsRp: refunds.amountRp,
    cashRefundCount: refunds.count,
    cashDebtsRp: debts.amountRp,
    cashDebtCount: debts.count,
  });
  ctx.changed('cash');
  return shiftReply(requireShift(ctx));
};

function checkDenominations(counts: InputOf<typeof cashContract.lockCount>['counts']): void {
  const seen = new Set<string>();
  for (const row of counts) {
    const known = row.kind === 'note' ? NOTES_RP : COINS_RP;
    const key = `${row.kind} ${row.valueRp}`;
    // The screen offers only these, once each; anything else is a broken caller.
    if (!known.some((value) => value === row.valueRp) || seen.has(key))
      throw new DomainError('request.malformed');
    seen.add(key);
  }
}

/** Closes the shift. A difference never prevents it; it only needs a reason. */
export const closeShift: CashHandlers['closeShift'] = (ctx, input) => {
  const shift = requireOwnShift(ctx);
  if (shift.counted_rp === null || shift.expected_rp === null) throw new DomainError('shift.not-counted');
  requireNothingUnfinished(ctx);
  const variance = rupiah(shift.counted_rp - shift.expected_rp);
  if (variance !== 0 && input.reason === null) throw new DomainError('shift.reason-required');
  ctx.append('shift-closed/1', {
    shiftId: shift.shift_id,
    varianceRp: variance,
    reason: variance === 0 ? null : input.reason,
    note: input.note,
  });
  ctx.changed('cash', 'ticket');
  return { shiftId: shift.shift_id, varianceRp: variance };
};

function requireShift(ctx: Ctx): ShiftRow {
  const shift = openShift(ctx.db);
  if (shift === undefined) throw new DomainError('shift.closed');
  return shift;
}

/** A cashier closes their own shift; whoever manages the store may close anyone's. */
function requireOwnShift(ctx: Ctx): ShiftRow {
  const shift = requireShift(ctx);
  const person: Person = ctx.person();
  if (shift.cashier_id !== person.staffId && person.role === 'kasir') {
    throw new DomainError('shift.other-cashier', { cashier: shift.cashier });
  }
  return shift;
}

function shiftReply(row: ShiftRow): Shift {
  return {
    shiftId: row.shift_id,
    number: row.number,
    cashierId: row.cashier_id,
    cashier: row.cashier,
    openedAt: row.opened_at,
    floatRp: rupiah(row.float_rp),
    count: countReply(row),
  };
}

function countReply(row: ShiftRow): LockedCount | null {
  if (row.counted_rp === null || row.expected_rp === null || row.locked_at === null) return null;
  return {
    countedRp: rupiah(row.counted_rp),
    floatRp: rupiah(row.float_rp),
    cashSalesRp: rupiah(row.cash_sales_rp ?? 0),
    cashSaleCount: row.cash_sale_count ?? 0,
    cashRefundsRp: rupiah(row.cash_refunds_rp ?? 0),
    cashDebtsRp: rupiah(row.cash_debts_rp ?? 0),
    expectedRp: rupiah(row.expected_rp),
    varianceRp: rupiah(row.counted_rp - row.expected_rp),
    lockedAt: row.locked_at,
  };
}
