import type {
  Programme,
  ProgrammeGoods,
  ProgrammePlace,
  ProgrammeRule,
} from '../../../shared/domain/programmes/rules.ts';
import type { Ctx } from '../context.ts';
import { afterChange } from './after-change.ts';

/** Appends where a store stands and all of its programmes at once, in the open transaction. */
export function appendProgrammes(
  ctx: Ctx,
  all: {
    readonly programmes: readonly Programme[];
    readonly rules: readonly ProgrammeRule[];
    readonly goods: readonly ProgrammeGoods[];
    readonly place: ProgrammePlace;
  },
): void {
  ctx.append('programme-place-set/1', all.place);
  for (const programme of all.programmes) ctx.append('programme-saved/1', programme);
  for (const rule of all.rules) ctx.append('programme-rule-saved/1', rule);
  for (const goods of all.goods) ctx.append('programme-goods-set/1', goods);
  afterChange(ctx);
}
