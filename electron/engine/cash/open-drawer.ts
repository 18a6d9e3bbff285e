import type { cashContract } from '../../../shared/contract/cash.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { enqueueDrawer } from '../printing/index.ts';
import { openShift } from './cash-store.ts';

/**
 * Opens the drawer without a sale. The record and the job are one transaction, and the pulse leaves
 * after it: where the power goes in between, the record tells of an order and never hides an opening.
 * A drawer that hangs on no printer is opened with its key, and that is recorded too.
 */
export const openDrawer: AreaHandlers<typeof cashContract, Ctx>['openDrawer'] = (ctx, { reason, note }) => {
  const shift = openShift(ctx.db);
  if (shift === undefined) throw new DomainError('shift.closed');
  if (reason === 'other' && note === '') throw new DomainError('drawer.note-required');
  const printJobId = enqueueDrawer(ctx, documents.drawer);
  ctx.append('drawer-opened/1', { shiftId: shift.shift_id, reason, note });
  ctx.changed('cash');
  return { printJobId };
};
