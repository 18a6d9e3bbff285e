import type { SubsidyBuyer } from '../../../shared/domain/programmes/judged.ts';
import type { Ctx } from '../context.ts';
import { historyOf, type KnownUse } from './buyer.ts';
import { elsewhereOf } from './elsewhere.ts';

/** Earlier purchases that count for a buyer, and how far they are known. */
export interface KnownHistory {
  readonly history: readonly KnownUse[];
  /** `district` only where it has answered for every programme that is asked about. */
  readonly knownBy: 'store' | 'district';
}

/** What is known of a buyer's earlier purchases, here and as the district last said. Nothing waits for it. */
export function knownHistoryOf(ctx: Ctx, buyer: SubsidyBuyer, programmes: readonly string[]): KnownHistory {
  const { uses, programmes: answered } = elsewhereOf(ctx, buyer);
  const isAnswered = programmes.length > 0 && programmes.every((programme) => answered.has(programme));
  return { history: [...historyOf(ctx, buyer), ...uses], knownBy: isAnswered ? 'district' : 'store' };
}
