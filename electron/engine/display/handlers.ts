import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { displayContract } from '../../../shared/contract/display.ts';
import type { Ctx } from '../context.ts';
import { justPaid, readTicket } from '../sales/index.ts';
import { giveScan } from '../scanning/index.ts';
import { displayOf } from './display-of.ts';

/** What the `display` area of the contract does. */
export const displayHandlers: AreaHandlers<typeof displayContract, Ctx> = {
  state: (ctx) => {
    const store = ctx.storeOrNone();
    if (store === undefined) return { kind: 'idle', gerai: '', koperasi: '' };
    return displayOf({ store, ticket: readTicket(ctx), paid: justPaid(ctx) });
  },
  // Only once it is stored that this command came: a repeat of it must not be a second scan.
  handOver: (ctx, { code }) => {
    ctx.afterCommit(() => giveScan(ctx.db, code));
    return {};
  },
};
