import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { programmesContract } from '../../../shared/contract/programmes.ts';
import type { ProgrammeGoods } from '../../../shared/domain/programmes/rules.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { productById } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { afterChange } from './after-change.ts';
import { allGoods, cylinderProduct, readProgramme } from './programme-store.ts';
import { programmesReply } from './programmes-reply.ts';

type ProgrammesHandlers = AreaHandlers<typeof programmesContract, Ctx>;

/**
 * What a product is from now on. A price above the ceiling does not stand in the way of the link: the
 * till asks for the ceiling all the same, and `list` shows both.
 */
export const setGoods: ProgrammesHandlers['setGoods'] = (ctx, input) => {
  productById(ctx.db, input.productId);
  for (const code of [input.programme, input.cylinder?.kind ?? null]) {
    if (code !== null && readProgramme(ctx.db, code) === undefined) {
      throw new DomainError('programme.unknown', { programme: code });
    }
  }
  requireCylinderPart(ctx.db, input);
  const before = allGoods(ctx.db).find(({ productId }) => productId === input.productId);
  const isNew = before === undefined && (input.programme !== null || input.cylinder !== null);
  if (isNew || (before !== undefined && canonicalText(before) !== canonicalText(input))) {
    ctx.append('programme-goods-set/1', input);
    afterChange(ctx);
  }
  return programmesReply(ctx);
};

function requireCylinderPart(db: Db, { productId, programme, cylinder }: ProgrammeGoods): void {
  if (cylinder === null) return;
  // Rules are about what is in it: an empty cylinder or a deposit has no HET and uses nobody's quota.
  if (programme !== (cylinder.role === 'refill' ? cylinder.kind : null)) {
    throw new DomainError('programme.cylinder-part');
  }
  const other = cylinderProduct(db, cylinder.kind, cylinder.role);
  if (other !== undefined && other !== productId) {
    throw new DomainError('programme.cylinder-taken', { name: productById(db, other).name });
  }
}
