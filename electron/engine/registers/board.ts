import type { ProgrammeGoodsReply } from '../../../shared/contract/programmes.ts';
import { amountFor, binds, priceRuleOn } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { BoardData, BoardEntry } from '../../../shared/documents/registers/price-board.ts';
import type { Ctx } from '../context.ts';
import { hereOf, programmesReply, rulesOf } from '../programmes/index.ts';
import type { Asked } from './asked.ts';

/** One base unit, in thousandths. */
const WHOLE = 1_000;

/** Goods of programmes with a price that is ruled on a date, and what the store asks for them. */
export function boardOf(ctx: Ctx, { to }: Asked): BoardData {
  const replies = programmesReply(ctx).programmes.filter(({ programme }) => programme.active);
  return {
    profile: ctx.store(),
    on: to,
    entries: replies.flatMap(({ goods }) =>
      goods.filter(({ active }) => active).flatMap((each) => entryOf(ctx, each, to)),
    ),
  };
}

function entryOf(ctx: Ctx, goods: ProgrammeGoodsReply, on: string): BoardEntry[] {
  const { programme, measureThousandths, name, unit, priceRp } = goods;
  const rule = programme === null ? undefined : priceRuleOn(rulesOf(ctx.db), programme, hereOf(ctx), on);
  if (rule === undefined) return [];
  const limitRp = amountFor(rule, measureThousandths, WHOLE);
  return [
    {
      goods: name,
      unit,
      priceRp: priceRp !== null && binds(rule) ? Math.min(priceRp, limitRp) : priceRp,
      kind: rule.priceKind,
      limitRp,
      decree: rule.decree,
      since: rule.validFrom,
    },
  ];
}
