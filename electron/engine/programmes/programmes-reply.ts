import type { ProgrammeGoodsReply, ProgrammesReply, RuleReply } from '../../../shared/contract/programmes.ts';
import { businessDateSchema } from '../../../shared/domain/business-date.ts';
import type { Here } from '../../../shared/domain/programmes/judged.ts';
import type { ProgrammeGoods, ProgrammeRule } from '../../../shared/domain/programmes/rules.ts';
import {
  amountFor,
  binds,
  judgingDate,
  priceRuleInForce,
  type RuleBook,
} from '../../../shared/domain/programmes/rules-in-force.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { productById } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { onHandOf } from '../stock/index.ts';
import { hereOf } from './here.ts';
import { allGoods, allProgrammes, allRules, readPlace, rulesUsed } from './programme-store.ts';
import { rulesOf } from './rules-of.ts';
import { standingOf } from './standing.ts';

/** One base unit, in thousandths. */
const WHOLE = 1000;

/** Everything of programmes as the contract shows it. */
export function programmesReply(ctx: Ctx): ProgrammesReply {
  const here = hereOf(ctx);
  const book = rulesOf(ctx.db);
  const rules = Map.groupBy(
    allRules(ctx.db)
      .toSorted(newestFirst)
      .map(ruleReplies(ctx, book, here)),
    ({ rule }) => rule.programme,
  );
  const goods = goodsReplies(ctx, book, here);
  return {
    date: judgingDate(here),
    place: { ...readPlace(ctx.db), zone: ctx.store().priceZone },
    programmes: allProgrammes(ctx.db).map((programme) => ({
      programme,
      rules: rules.get(programme.programme) ?? [],
      goods: goods.filter((each) => each.programme === programme.programme),
    })),
    cylinderGoods: goods.filter((each) => each.programme === null),
  };
}

/** By the date they begin, and rules of one date in a fixed order. */
function newestFirst(a: ProgrammeRule, b: ProgrammeRule): number {
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? 1 : -1;
  return a.ruleId < b.ruleId ? 1 : -1;
}

function ruleReplies(ctx: Ctx, book: RuleBook, here: Here): (rule: ProgrammeRule) => RuleReply {
  const used = rulesUsed(ctx.db);
  return (rule) => {
    const lastUsed = used.get(rule.ruleId);
    return {
      rule,
      standing: standingOf(book, rule, here),
      lastUsedOn: lastUsed === undefined ? null : businessDateSchema.parse(lastUsed),
    };
  };
}

function goodsReplies(ctx: Ctx, book: RuleBook, here: Here): ProgrammeGoodsReply[] {
  const goods = allGoods(ctx.db);
  const onHand = onHandOf(
    ctx.db,
    goods.map(({ productId }) => productId),
  );
  return goods
    .map((each) => {
      const { name, unit, active, priceRp } = productById(ctx.db, each.productId);
      const shown = { ...each, name, unit, active, priceRp, ...limitsOf(book, each, here) };
      return { ...shown, onHandThousandths: onHand.get(each.productId) ?? thousandths(0) };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

function limitsOf(
  book: RuleBook,
  { programme, measureThousandths }: ProgrammeGoods,
  here: Here,
): Pick<ProgrammeGoodsReply, 'ceilingRp' | 'referenceRp'> {
  const rule = programme === null ? undefined : priceRuleInForce(book, programme, here);
  if (rule === undefined) return { ceilingRp: null, referenceRp: null };
  const amountRp = amountFor(rule, measureThousandths, WHOLE);
  return binds(rule)
    ? { ceilingRp: amountRp, referenceRp: null }
    : { ceilingRp: null, referenceRp: amountRp };
}
