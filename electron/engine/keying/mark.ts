import type { keyingContract } from '../../../shared/contract/keying.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { readLine } from './keying-store.ts';

type Handlers = AreaHandlers<typeof keyingContract, Ctx>;

/**
 * Says of lines how they stand in the other system. What is `sudah` stands there with the quantity
 * that is left of it now.
 * @throws DomainError `keying.line-unknown`, `keying.note-required`
 */
export const mark: Handlers['mark'] = (ctx, { lines, status, reference, note }) => {
  if (status === 'beda' && note === '') throw new DomainError('keying.note-required');
  for (const { saleId, lineId } of lines) {
    const line = readLine(ctx.db, saleId, lineId);
    if (line === undefined) throw new DomainError('keying.line-unknown');
    ctx.append('external-keyed/1', {
      saleId,
      lineId,
      system: line.system,
      status,
      quantityThousandths: status === 'belum' ? thousandths(0) : line.quantityThousandths,
      reference,
      note,
    });
  }
  ctx.changed('subsidy');
  return { marked: lines.length };
};
