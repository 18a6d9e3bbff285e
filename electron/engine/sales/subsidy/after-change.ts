import type { Ticket } from '../../../../shared/contract/till.ts';
import { addDays, businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { MAX_SEASON_DAYS } from '../../../../shared/domain/programmes/windows.ts';
import type { Ctx } from '../../context.ts';
import { districtKeysOf } from '../../subsidy/index.ts';
import { askElsewhere } from '../../upload/index.ts';
import { allowedNow } from './allowed-verdict.ts';
import { keepSubsidy, keptSubsidy } from './kept-subsidy.ts';

/**
 * What follows from every change of the open ticket for its subsidised goods. What was allowed over
 * another quantity or another buyer is forgotten: such a word doesn't come back when the old quantity
 * does. And the district is asked once for each buyer and programme what was bought at its other
 * stores; nobody waits for the answer.
 * @param ticket as it is after the change
 */
export function settleSubsidy(ctx: Ctx, { subsidy }: Ticket): void {
  if (subsidy === null) {
    const kept = keptSubsidy(ctx.db);
    if (kept.allowed.length > 0) keepSubsidy(ctx.db, { ...kept, allowed: [] });
    return;
  }
  const kept = keptSubsidy(ctx.db);
  const { verdict, registrationId } = subsidy;
  const allowed = allowedNow(verdict, kept);
  const onTicket = new Set(verdict.lines.map(({ programme }) => programme));
  const unasked =
    registrationId === null ? [] : [...onTicket].filter((each) => !kept.askedFor.includes(each));
  if (allowed.length === kept.allowed.length && unasked.length === 0) return;
  keepSubsidy(ctx.db, { ...kept, allowed, askedFor: [...kept.askedFor, ...unasked] });
  if (unasked.length === 0) return;
  askElsewhere(ctx, {
    keys: districtKeysOf(ctx, registrationId),
    programmes: [...onTicket],
    from: addDays(businessDateSchema.parse(verdict.date), -MAX_SEASON_DAYS),
  });
}
