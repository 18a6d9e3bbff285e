import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { programmesContract } from '../../../shared/contract/programmes.ts';
import type { Ctx } from '../context.ts';
import { claims, settleClaim } from './claims.ts';
import { programmesReply } from './programmes-reply.ts';
import { saveProgramme } from './save-programme.ts';
import { endRule, saveRule } from './save-rule.ts';
import { setGoods } from './set-goods.ts';
import { setPlace } from './set-place.ts';
import { supplied, takeSupplied } from './supplied.ts';

/** What the `programmes` area of the contract does. */
export const programmesHandlers: AreaHandlers<typeof programmesContract, Ctx> = {
  list: programmesReply,
  saveProgramme,
  saveRule,
  endRule,
  setGoods,
  setPlace,
  supplied,
  takeSupplied,
  claims,
  settleClaim,
};
