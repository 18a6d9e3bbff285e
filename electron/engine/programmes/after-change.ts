import type { Ctx } from '../context.ts';
import { raiseDueClaims } from './raise-claims.ts';

/** What follows whenever rules, goods or the place have changed: prices may have fallen just now. */
export function afterChange(ctx: Ctx): void {
  raiseDueClaims(ctx);
  ctx.changed('subsidy', 'catalog', 'ticket');
}
