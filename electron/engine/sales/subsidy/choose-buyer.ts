import type { ConsumerCategory } from '../../../../shared/domain/programmes/rules.ts';
import type { Ctx } from '../../context.ts';
import { categoryOf, registrationsOfMember, requireRegistration } from '../../subsidy/index.ts';
import { keepSubsidy, keptSubsidy } from './kept-subsidy.ts';

/** Who buys subsidised goods, as what, and who fetches them. */
export interface ChosenBuyer {
  readonly registrationId: string | null;
  readonly category: ConsumerCategory | null;
  readonly proxyRegistrationId: string | null;
}

/**
 * Makes somebody the buyer of the open ticket's subsidised goods. Whoever is registered as one thing
 * only buys as that, and nobody as what they are not registered as: each category has a quota of its
 * own, and a household whose quota is used up is no food stall. There must be a ticket.
 * @throws DomainError where the buyer or who fetches is not registered any more, `registration.category`
 */
export function chooseBuyer(ctx: Ctx, chosen: ChosenBuyer): void {
  const { registrationId, proxyRegistrationId } = chosen;
  const registered = registrationId === null ? undefined : requireRegistration(ctx, registrationId);
  if (proxyRegistrationId !== null) requireRegistration(ctx, proxyRegistrationId);
  const kept = keptSubsidy(ctx.db);
  const isSame = kept.registrationId === registrationId;
  // What the ticket kept of them, and their registration has lost since, was nobody's wish.
  const category =
    isSame && chosen.category === kept.category ? stillTheirs(registered, chosen.category) : chosen.category;
  const as = registered === undefined ? chosen.category : categoryOf(registered, category);
  keepSubsidy(ctx.db, {
    registrationId,
    category: as,
    // Nobody fetches for themselves.
    proxyRegistrationId: proxyRegistrationId === registrationId ? null : proxyRegistrationId,
    // Each category has a quota of its own: a word over one is none over another.
    allowed: isSame && as === kept.category ? kept.allowed : [],
    // Whoever else is named: of what was rung up from the list, only the buyer's own leaves it.
    waitingEntryIds: kept.waitingEntryIds,
    askedFor: isSame ? kept.askedFor : [],
    chosenBy: ctx.person().staffId,
  });
}

/** As what somebody was named, as long as they are registered as that. */
function stillTheirs(
  registered: ReturnType<typeof requireRegistration> | undefined,
  category: ConsumerCategory | null,
): ConsumerCategory | null {
  const categories = registered?.categories ?? [];
  return category === null || categories.length === 0 || categories.includes(category) ? category : null;
}

/**
 * A member's card is as good as their NIK where they are registered: the quota is theirs. Where
 * several people are registered with one membership nobody can tell whose it is, so somebody has to say.
 */
export function chooseMember(ctx: Ctx, memberId: string): void {
  const [only, ...others] = registrationsOfMember(ctx.db, memberId).filter(({ erased }) => !erased);
  if (only === undefined || others.length > 0) return;
  if (keptSubsidy(ctx.db).registrationId === only.registrationId) return;
  chooseBuyer(ctx, { registrationId: only.registrationId, category: null, proxyRegistrationId: null });
}
