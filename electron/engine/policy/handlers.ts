import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { policyContract, TaxStatuses } from '../../../shared/contract/policy.ts';
import {
  businessDateSchema,
  calendarDate,
  nextDate,
  offsetMinutesOf,
  type BusinessDate,
} from '../../../shared/domain/business-date.ts';
import { isPattern } from '../../../shared/domain/in-store-code.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { dynamicPayload, QrisError } from '../../../shared/domain/qris.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { latestDays, openDay } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { salesOfDay } from '../sales/index.ts';
import { policy, taxStatusRows } from './policy-store.ts';
import { taxStatusOn } from './tax-status.ts';

type PolicyHandlers = AreaHandlers<typeof policyContract, Ctx>;

const get: PolicyHandlers['get'] = (ctx) => policy(ctx.db);

const save: PolicyHandlers['save'] = (ctx, input) => {
  const qrisPayload = input.qrisPayload === null ? null : checkedPayload(input.qrisPayload);
  const wrong = input.inStorePatterns.find((pattern) => !isPattern(pattern));
  if (wrong !== undefined) throw new DomainError('policy.pattern', { pattern: wrong });
  const wanted = { ...input, qrisPayload };
  if (canonicalText(wanted) !== canonicalText(policy(ctx.db))) {
    ctx.append('till-policy-set/2', wanted);
    ctx.changed('setup', 'ticket');
  }
  return policy(ctx.db);
};

/** A payload from which codes for an amount can be made: then a wallet will take them. */
function checkedPayload(typed: string): string {
  const payload = typed.trim();
  try {
    dynamicPayload(payload, rupiah(1));
  } catch (error) {
    if (error instanceof QrisError) throw new DomainError('policy.qris', { why: error.fault });
    throw error;
  }
  return payload;
}

const taxStatuses: PolicyHandlers['taxStatuses'] = (ctx) => statusesOf(ctx);

const setTaxStatus: PolicyHandlers['setTaxStatus'] = (ctx, input) => {
  if (input.pkp && input.npwp === null) throw new DomainError('tax.npwp-missing');
  const before = taxStatusOn(ctx, input.validFrom);
  const sold = lastDateSold(ctx);
  // Another NPWP changes no tax; another status would, on sales whose receipts are already out.
  if (before.pkp !== input.pkp && sold !== undefined && input.validFrom <= sold) {
    throw new DomainError('tax.date-used', { last: sold });
  }
  if (before.pkp !== input.pkp || before.npwp !== input.npwp) {
    ctx.append('tax-status-set/1', input);
    ctx.changed('setup', 'ticket');
  }
  return statusesOf(ctx);
};

function statusesOf(ctx: Ctx): TaxStatuses {
  const { pkp } = ctx.store();
  const sold = lastDateSold(ctx);
  const today = shopDate(ctx);
  return {
    now: taxStatusOn(ctx, today),
    before: { pkp, npwp: null },
    statuses: taxStatusRows(ctx.db).map((row) => ({
      validFrom: businessDateSchema.parse(row.valid_from),
      pkp: row.pkp === 1,
      npwp: row.npwp,
    })),
    firstFreeDate: sold !== undefined && sold >= today ? nextDate(sold) : today,
  };
}

/** The open business day, or the calendar's day at the store where none is open. */
function shopDate(ctx: Ctx): BusinessDate {
  const open = openDay(ctx.db);
  if (open !== undefined) return businessDateSchema.parse(open.business_date);
  return calendarDate(ctx.ports.clock.now(), offsetMinutesOf(ctx.store().timeZone));
}

/** The last business date on which anything was sold. */
function lastDateSold(ctx: Ctx): BusinessDate | undefined {
  const days = latestDays(ctx.db, 2).map((day) => businessDateSchema.parse(day.business_date));
  const [latest, earlier] = days;
  if (latest === undefined) return undefined;
  // A day is opened before its first sale, and the one before it has been closed with whatever it had.
  return salesOfDay(ctx.db, latest).count > 0 ? latest : earlier;
}

/** What the `policy` area of the contract does. */
export const policyHandlers: PolicyHandlers = { get, save, taxStatuses, setTaxStatus };
