import { buyerKindSchema, type BuyerKind } from '../../../shared/journal/member-bodies.ts';
import { tierSchema, type Tier } from '../../../shared/domain/tier.ts';
import { id } from '../../../shared/i18n/id.ts';

/** Whose prices somebody gets, to choose from. */
export const TIERS: readonly { readonly value: Tier; readonly label: string }[] = tierSchema.options.map(
  (value) => ({ value, label: id.members.tiers[value] }),
);

/** What an institution is, to choose from. */
export const KINDS: readonly { readonly value: BuyerKind; readonly label: string }[] =
  buyerKindSchema.options.map((value) => ({ value, label: id.members.kinds[value] }));
