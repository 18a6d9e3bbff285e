import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { programmesContract } from '../../../shared/contract/programmes.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { afterChange } from './after-change.ts';
import { allGoods, allRules, readProgramme } from './programme-store.ts';
import { programmesReply } from './programmes-reply.ts';

type ProgrammesHandlers = AreaHandlers<typeof programmesContract, Ctx>;

/** Adds a programme or changes one. Saving what is already there writes no record. */
export const saveProgramme: ProgrammesHandlers['saveProgramme'] = (ctx, input) => {
  const before = readProgramme(ctx.db, input.programme);
  // An amount per tabung would silently become one per kilogram.
  if (before !== undefined && before.unit !== input.unit && isCountedIn(ctx.db, input.programme)) {
    throw new DomainError('programme.unit-fixed', { name: before.name, unit: before.unit });
  }
  if (before === undefined || canonicalText(before) !== canonicalText(input)) {
    ctx.append('programme-saved/1', input);
    afterChange(ctx);
  }
  return programmesReply(ctx);
};

function isCountedIn(db: Db, programme: string): boolean {
  return [...allRules(db), ...allGoods(db)].some((each) => each.programme === programme);
}
