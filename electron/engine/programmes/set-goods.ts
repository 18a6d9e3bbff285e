import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { mayDo } from '../../../shared/contract/permissions.ts';
import type { programmesContract } from '../../../shared/contract/programmes.ts';
import type { ProgrammeGoods } from '../../../shared/domain/programmes/rules.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { productById } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { onLoan } from '../cylinders/index.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { afterChange } from './after-change.ts';
import { allGoods, cylinderProduct, readProgramme } from './programme-store.ts';
import { programmesReply } from './programmes-reply.ts';

type ProgrammesHandlers = AreaHandlers<typeof programmesContract, Ctx>;

/**
 * What a product is from now on. A price above the ceiling does not stand in the way of the link: the
 * till asks for the ceiling all the same, and `list` shows both. Who keeps the catalogue links new
 * goods; a link that stands is a rule like the others, so only who answers for the rules changes it.
 * @throws DomainError `programme.goods-linked`, `programme.cylinder-out` and what is wrong with the link
 */
export const setGoods: ProgrammesHandlers['setGoods'] = (ctx, input) => {
  const { name } = productById(ctx.db, input.productId);
  for (const code of [input.programme, input.cylinder?.kind ?? null]) {
    if (code !== null && readProgramme(ctx.db, code) === undefined) {
      throw new DomainError('programme.unknown', { programme: code });
    }
  }
  requireCylinderPart(ctx.db, input);
  const before = allGoods(ctx.db).find(({ productId }) => productId === input.productId);
  const isNew = before === undefined && (input.programme !== null || input.cylinder !== null);
  const isChanged = before !== undefined && canonicalText(before) !== canonicalText(input);
  if (isChanged) {
    if (!mayDo(ctx.person().role, 'programme.edit'))
      throw new DomainError('programme.goods-linked', { name });
    requireNoneOut(ctx.db, before, input);
  }
  if (isNew || isChanged) {
    ctx.append('programme-goods-set/1', input);
    afterChange(ctx);
  }
  return programmesReply(ctx);
};

/**
 * A cylinder that is lent comes back as what it went out as: without its part the deposit would be
 * sold goods, and the loan would stand for ever.
 */
function requireNoneOut(db: Db, before: ProgrammeGoods, wanted: ProgrammeGoods): void {
  const { cylinder } = before;
  if (cylinder === null) return;
  if (cylinder.kind === wanted.cylinder?.kind && cylinder.role === wanted.cylinder.role) return;
  const out = onLoan(db, cylinder.kind);
  if (out > 0) {
    const name = readProgramme(db, cylinder.kind)?.name ?? cylinder.kind;
    throw new DomainError('programme.cylinder-out', { name, out: Math.ceil(out / 1000) });
  }
}

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
