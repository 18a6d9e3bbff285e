import type { keyingContract, KeyingStatus } from '../../../shared/contract/keying.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { holdsNumber } from '../subsidy/index.ts';
import { readLine, type ExternalLine } from './keying-store.ts';

type Handlers = AreaHandlers<typeof keyingContract, Ctx>;

/**
 * Says of lines how they stand in the other system. What is `sudah` stands there with the quantity
 * that is left of it now; of what is `beda` nobody has said how much, so there is as much as before.
 * @throws DomainError `keying.line-unknown`, `keying.note-required`, `identity.in-note`
 */
export const mark: Handlers['mark'] = (ctx, { lines, status, reference, note }) => {
  if (status === 'beda' && note === '') throw new DomainError('keying.note-required');
  // Also a number that nobody is registered with: the other system refuses those, and that is noted.
  if (holdsNumber(note)) throw new DomainError('identity.in-note');
  for (const { saleId, lineId } of lines) {
    const line = readLine(ctx.db, saleId, lineId);
    if (line === undefined) throw new DomainError('keying.line-unknown');
    ctx.append('external-keyed/1', {
      saleId,
      lineId,
      system: line.system,
      status,
      quantityThousandths: standingThere(line, status),
      reference,
      note,
    });
  }
  ctx.changed('subsidy');
  return { marked: lines.length };
};

/** What stands in the other system of a line that somebody marks by hand. */
function standingThere(line: ExternalLine, status: KeyingStatus): Thousandths {
  if (status === 'sudah') return line.quantityThousandths;
  return status === 'belum' ? thousandths(0) : (line.keyedThousandths ?? thousandths(0));
}
