import { buyerKindSchema } from '../../../shared/journal/member-bodies.ts';
import { tierSchema } from '../../../shared/domain/tier.ts';
import { id } from '../../../shared/i18n/id.ts';
import { optionsOf } from '../../ui/options.ts';

/** Whose prices somebody gets, to choose from. */
export const TIERS = optionsOf(tierSchema.options, id.members.tiers);

/** What an institution is, to choose from. */
export const KINDS = optionsOf(buyerKindSchema.options, id.members.kinds);
