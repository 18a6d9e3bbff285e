import type { Identified, Registration } from '../../../../shared/contract/subsidy.ts';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ConsumerCategory } from '../../../../shared/domain/programmes/rules.ts';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';

/** Whose number is being asked for. */
export type Who = 'buyer' | 'proxy';

/** What is typed of somebody who is not on the ticket yet. */
export interface BuyerDraft {
  readonly who: Who;
  readonly digits: string;
  /** What the engine says of these digits, null before it has. */
  readonly found: Identified | null;
  /** People to choose from: a family card or a member's card names several. */
  readonly choices: readonly Registration[];
  readonly name: string;
  readonly kk: string;
  readonly category: ConsumerCategory | null;
  /** The list of those registered is open. */
  readonly finding: boolean;
  /** What was found to be missing when going on; every time anew, so that the focus goes there each time. */
  readonly missing: { readonly what: Missing } | null;
}

/** What may still have to be said of a new buyer. */
export type Missing = 'name' | 'kk' | 'category';

export const EMPTY_DRAFT: BuyerDraft = {
  who: 'buyer',
  digits: '',
  found: null,
  choices: [],
  name: '',
  kk: '',
  category: null,
  finding: false,
  missing: null,
};

/**
 * Where the naming of the buyer stands: a number is asked for, one of several people, a new buyer's
 * name, a search; or it is known who buys, or no rule asks for it.
 */
export type Stage = 'number' | 'choose' | 'register' | 'find' | 'known' | 'unasked';

/** Whether nobody has to be named any more: what the rules say now is their last word. */
export function isAnswered(stage: Stage): boolean {
  return stage === 'known' || stage === 'unasked';
}

/** Reads the stage off what is typed and what is on the ticket. */
export function stageOf(draft: BuyerDraft, subsidy: TicketSubsidy): Stage {
  if (draft.finding) return 'find';
  if (draft.choices.length > 0) return 'choose';
  if (isNew(draft)) return 'register';
  if (draft.who === 'buyer' && subsidy.registrationId !== null) return 'known';
  return isUnasked(draft, subsidy) ? 'unasked' : 'number';
}

/** Whether the number is right and nobody here has it. */
function isNew({ digits, found }: BuyerDraft): boolean {
  return digits.length === NIK_LENGTH && found?.kind === 'nik' && stillRegistered(found).length === 0;
}

/** Whether the goods are sold to whoever comes; a whole number that was scanned all the same is looked up. */
function isUnasked({ who, digits }: BuyerDraft, { verdict }: TicketSubsidy): boolean {
  return who === 'buyer' && digits.length < NIK_LENGTH && verdict.asks.identities.length === 0;
}

/** Those whom a number or card names. Whoever was erased since is named again only by registering anew. */
export function stillRegistered({ registrations }: Pick<Identified, 'registrations'>): Registration[] {
  return registrations.filter(({ erased }) => !erased);
}

/**
 * As what somebody buys where nothing was chosen: what they are registered as, if only one of that is
 * allowed; else nothing, for the cashier to ask.
 */
export function likelyCategory(
  registered: readonly ConsumerCategory[],
  { verdict }: TicketSubsidy,
): ConsumerCategory | null {
  const asked = verdict.asks.categories;
  // Nobody buys as what they are not registered as; of somebody new nothing is known yet.
  const open = registered.length === 0 ? asked : asked.filter((category) => registered.includes(category));
  const [only, ...others] = open;
  return only !== undefined && others.length === 0 ? only : null;
}

/** As what somebody buys who is put on the ticket: what was said, where they are registered as that. */
export function categoryFor(
  said: ConsumerCategory | null,
  registered: readonly ConsumerCategory[],
  subsidy: TicketSubsidy,
): ConsumerCategory | null {
  const theirs = said !== null && (registered.length === 0 || registered.includes(said));
  return theirs && asksCategory(subsidy) ? said : likelyCategory(registered, subsidy);
}

/** The ticket's category where its goods ask for one. Goods that ask for none are sold to anybody. */
export function keptCategory(subsidy: TicketSubsidy): ConsumerCategory | null {
  return asksCategory(subsidy) ? subsidy.category : null;
}

function asksCategory({ verdict }: TicketSubsidy): boolean {
  return verdict.asks.categories.length > 0;
}

/** The programme for whose purpose a new buyer is registered: the first that asks for a number. */
export function programmeAsking({ subsidy }: Ticket): string | null {
  const asking = subsidy?.verdict.findings.find(({ code }) => code === 'identity-required');
  return asking?.programme ?? subsidy?.verdict.lines[0]?.programme ?? null;
}
