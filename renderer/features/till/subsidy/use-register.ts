import { useQuery } from '@tanstack/react-query';
import type { Registration } from '../../../../shared/contract/subsidy.ts';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { findingWords } from '../../../../shared/i18n/id/subsidy-till.ts';
import { ask } from '../../../data/ask.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import { programmeAsking, type BuyerDraft, type Missing } from './buyer-draft.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';
import { useKkNeed, type KkNeed } from './use-programmes.ts';

const words = id.subsidyTill.register;

/** Registering whoever stands at the counter. Both answer null where it was not done, and have said why. */
export interface Registering {
  readonly register: () => Promise<Registration | null>;
  /** Writes the number of the family card to the buyer who is on the ticket. */
  readonly addKk: () => Promise<Registration | null>;
}

/** Registers a new buyer, or adds a family card, in the middle of a sale. */
export function useRegister(
  ticket: Ticket,
  subsidy: TicketSubsidy,
  { draft, change }: Pick<BuyerEntry, 'draft' | 'change'>,
): Registering {
  const command = useCommand(engine.subsidy.register);
  const names = useProgrammeNames();
  const kkNeed = useKkNeed(subsidy, draft.category);
  const { registrationId } = subsidy;
  const known = useQuery({
    ...ask.registration(registrationId ?? ''),
    enabled: registrationId !== null,
  }).data;
  const run = async (input: Parameters<typeof command.run>[0]) => {
    const reply = await command.run(input);
    if (reply.ok) return reply.value;
    sayRefusal(reply.error);
    return null;
  };
  const programme = programmeAsking(ticket);
  return {
    register: async () => {
      const [missing] = missingOf(draft, subsidy, kkNeed);
      if (missing !== undefined) {
        if (missing === 'category') sayCategory();
        else sayMissing(missing);
        change({ missing: { what: missing } });
        return null;
      }
      const { digits: nik, kk, category, who } = draft;
      return run({
        nik,
        kk: kk === '' ? null : kk,
        name: draft.name.trim(),
        // What the buyer has to be says nothing of whoever fetches it for them.
        categories: category === null || who === 'proxy' ? [] : [category],
        memberId: who === 'buyer' ? ticket.buyer.memberId : null,
        programme,
        consent: true,
      });
    },
    addKk: async () => {
      const { digits: nik, kk } = draft;
      if (kk.length < NIK_LENGTH) {
        sayMissing('kk');
        change({ missing: { what: 'kk' } });
      }
      // Only the number itself says whose registration it is that the family card belongs to.
      else if (nik.length < NIK_LENGTH || known === undefined) sayMissing('nik');
      else {
        const { name, categories, memberId } = known;
        return run({ nik, kk, name, categories, memberId, programme, consent: true });
      }
      return null;
    },
  };

  function sayCategory(): void {
    const { name } = names(programme ?? '');
    const { title, text } = findingWords('category-required', { name });
    say({ tone: 'refused', passing: true, title: `${title}.`, text });
  }
}

/** What is still to be said before somebody can be registered, in the order in which it is asked for. */
export function missingOf(draft: BuyerDraft, subsidy: TicketSubsidy, kkNeed: KkNeed): Missing[] {
  const kkOk = draft.kk.length === NIK_LENGTH || (draft.kk === '' && kkNeed !== 'needed');
  const categoryOk = subsidy.verdict.asks.categories.length === 0 || draft.category !== null;
  const forBuyer = draft.who === 'buyer';
  return [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(forBuyer && !kkOk ? (['kk'] as const) : []),
    ...(forBuyer && !categoryOk ? (['category'] as const) : []),
  ];
}

function sayMissing(what: 'name' | 'kk' | 'nik'): void {
  const said = {
    name: { title: words.nameMissing, text: words.nameMissingText },
    kk: { title: words.kkMissing, text: words.kkMissingText },
    nik: { title: words.needNik, text: words.needNikText },
  }[what];
  say({ tone: 'refused', passing: true, ...said });
}
