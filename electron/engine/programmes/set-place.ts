import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { programmesContract } from '../../../shared/contract/programmes.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import type { Ctx } from '../context.ts';
import { afterChange } from './after-change.ts';
import { readPlace } from './programme-store.ts';
import { programmesReply } from './programmes-reply.ts';
import { requireRegion } from './region.ts';

type ProgrammesHandlers = AreaHandlers<typeof programmesContract, Ctx>;

/** Where the store stands, from now on: rules of other places let go of it. */
export const setPlace: ProgrammesHandlers['setPlace'] = (ctx, input) => {
  requireRegion(input.region);
  if (canonicalText(readPlace(ctx.db)) !== canonicalText(input)) {
    ctx.append('programme-place-set/1', input);
    afterChange(ctx);
  }
  return programmesReply(ctx);
};
