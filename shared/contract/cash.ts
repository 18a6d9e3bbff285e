import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahAmountSchema, rupiahSchema } from '../domain/money.ts';
import { command, nothing, query } from './define.ts';
import { idSchema, textSchema } from './values.ts';

/** Why a counted drawer differs from the books. */
export const varianceReasonSchema = z.enum(['wrong-change', 'unrecorded-cash', 'miscount', 'unknown']);
export type VarianceReason = z.output<typeof varianceReasonSchema>;

/** Why the drawer is opened without a sale. */
export const drawerReasonSchema = z.enum(['small-change', 'count', 'other']);
export type DrawerReason = z.output<typeof drawerReasonSchema>;

export const countRowSchema = z.strictObject({
  kind: z.enum(['note', 'coin']),
  valueRp: z.int().min(1),
  count: z.int().min(0).max(100_000),
});

/** The count once it is locked: only now are the books shown beside it. */
export const lockedCountSchema = z.strictObject({
  countedRp: rupiahSchema,
  floatRp: rupiahSchema,
  cashSalesRp: rupiahSchema,
  cashSaleCount: z.int(),
  /** Cash given back for goods, and cash that paid off kasbon and invoices. */
  cashRefundsRp: rupiahSchema,
  cashDebtsRp: rupiahSchema,
  expectedRp: rupiahSchema,
  varianceRp: rupiahSchema,
  lockedAt: z.int(),
});
export type LockedCount = z.output<typeof lockedCountSchema>;

export const shiftSchema = z.strictObject({
  shiftId: idSchema,
  /** First shift of the business day is 1. */
  number: z.int(),
  cashierId: idSchema,
  cashier: z.string(),
  openedAt: z.int(),
  floatRp: rupiahSchema,
  count: lockedCountSchema.nullable(),
});
export type Shift = z.output<typeof shiftSchema>;

const zSummarySchema = z.strictObject({
  zNumber: z.int(),
  businessDate: z.string(),
  closedAt: z.int(),
  netRp: rupiahSchema,
  saleCount: z.int(),
});

export const cashContract = {
  /** Where the shop stands: the open day, the open shift, the last Z. Never the expected cash. */
  state: query({
    permission: 'signed-in',
    input: nothing,
    output: z.strictObject({
      day: z
        .strictObject({
          businessDate: z.string(),
          openedAt: z.int(),
          shiftsClosed: z.int(),
          saleCount: z.int(),
        })
        .nullable(),
      shift: shiftSchema.nullable(),
      /** The date a new day would get: today's, or the day after the last Z where the clock is behind it. */
      proposedDate: z.string(),
      lastZ: zSummarySchema.nullable(),
    }),
  }),
  /** Opens a shift, and the business day with it where none is open. */
  openShift: command({
    permission: 'shift.open',
    input: z.strictObject({
      floatRp: rupiahAmountSchema,
      businessDate: businessDateSchema.nullable().default(null),
    }),
    output: shiftSchema,
  }),
  /**
   * Opens the drawer without a sale. Recorded with the order, before the pulse leaves: a till can't
   * feel whether a drawer sprang open, but none opens without a trace. The job tells what became of it.
   */
  openDrawer: command({
    permission: 'drawer.open',
    input: z.strictObject({ reason: drawerReasonSchema, note: textSchema(80).default('') }),
    /** `null` where no drawer is set to open through a printer: it is opened with its key. */
    output: z.strictObject({ printJobId: idSchema.nullable() }),
  }),
  /** Blind count: locks what was counted, then shows the books. A record; can't be changed. */
  lockCount: command({
    permission: 'shift.close',
    input: z.strictObject({ counts: z.array(countRowSchema).max(20) }),
    output: shiftSchema,
  }),
  /** Closes the shift. A difference never prevents it, but needs a reason. */
  closeShift: command({
    permission: 'shift.close',
    input: z.strictObject({
      reason: varianceReasonSchema.nullable(),
      note: textSchema(200).default(''),
    }),
    output: z.strictObject({ shiftId: idSchema, varianceRp: rupiahSchema }),
  }),
  /** Closes the business day: the Z, numbered and signed. Needs every shift closed. */
  closeDay: command({
    permission: 'day.close',
    input: nothing,
    output: z.strictObject({ zNumber: z.int(), businessDate: z.string(), printJobId: idSchema.nullable() }),
  }),
};
