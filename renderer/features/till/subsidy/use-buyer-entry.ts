import { useEffect, useRef, useState } from 'react';
import type { Identified, Registration } from '../../../../shared/contract/subsidy.ts';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { hush, hushPassing, say, sayRefusal } from '../../../ui/messages.ts';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import type { Basket } from '../use-basket.ts';
import {
  categoryFor,
  EMPTY_DRAFT,
  keptCategory,
  likelyCategory,
  stageOf,
  type BuyerDraft,
  type Stage,
  type Who,
} from './buyer-draft.ts';

const words = id.subsidyTill;

/** Naming who buys goods of a programme. */
export interface BuyerEntry {
  readonly draft: BuyerDraft;
  readonly stage: Stage;
  readonly change: (part: Partial<BuyerDraft>) => void;
  /** Digits of a NIK as they are typed; the sixteenth looks up whose it is. */
  readonly type: (digits: string) => void;
  /** Puts somebody who is registered on the ticket; answers the ticket, or null where it was refused. */
  readonly choose: (person: Registration) => Promise<Ticket | null>;
  /** Takes the buyer or the proxy off the ticket and asks for a number again. */
  readonly begin: (who: Who) => void;
  /** Looks whether a scanned code is the card of somebody; answers false where it is something else. */
  readonly takeCard: (code: string) => Promise<boolean>;
}

interface EntryPorts {
  readonly basket: Basket;
  readonly subsidy: TicketSubsidy;
  /** A number that was scanned before the screen opened. */
  readonly number: string | null;
}

/** The buyer's number, name and category while they are typed. Nothing of it outlives the screen. */
export function useBuyerEntry({ basket, subsidy, number }: EntryPorts): BuyerEntry {
  const [draft, setDraft] = useState<BuyerDraft>(EMPTY_DRAFT);
  const newest = useRef('');
  const change = (part: Partial<BuyerDraft>) => {
    // What was said to be missing is being mended.
    if (part.missing === undefined) hushPassing();
    setDraft((before) => ({ ...before, ...part }));
  };

  const attach = attachTo(basket, subsidy, draft, setDraft);
  const take = (digits: string, found: Identified) => {
    const [only] = found.registrations;
    if (found.kind === 'nik' && only !== undefined) void attach(only, digits);
    else if (found.registrations.length > 0) change({ digits: '', choices: found.registrations });
    else change({ found, category: likelyCategory([], subsidy) });
  };
  const look = async (digits: string) => {
    const reply = await engine.subsidy.identify({ number: digits, wanted: 'any' });
    // Digits typed since then are somebody else's.
    if (newest.current !== digits) return;
    if (reply.ok) take(digits, reply.value);
    else sayRefusal(reply.error);
  };
  const type = (digits: string) => {
    if (digits === newest.current) return;
    newest.current = digits;
    hush();
    // Whoever was named by other digits does not buy.
    if (draft.who === 'buyer' && subsidy.registrationId !== null) {
      void basket.setSubsidyBuyer({ registrationId: null });
    }
    // As what somebody else was going to buy says nothing of whoever these digits are.
    change({ digits, found: null, choices: [], category: null, missing: null });
    if (digits.length === NIK_LENGTH) void look(digits);
  };
  useOnce(number, type);

  return {
    draft,
    stage: stageOf(draft, subsidy),
    change,
    type,
    choose: (person) => attach(person, draft.found === null ? '' : draft.digits),
    begin: (who) => {
      newest.current = '';
      hush();
      setDraft({ ...EMPTY_DRAFT, who });
      const { registrationId, proxyRegistrationId } = subsidy;
      if (who === 'buyer' && registrationId !== null) void basket.setSubsidyBuyer({ registrationId: null });
      if (who === 'proxy' && proxyRegistrationId !== null) {
        void basket.setSubsidyBuyer({ registrationId, category: keptCategory(subsidy) });
      }
    },
    takeCard: async (code) => {
      const reply = await engine.subsidy.identify({ number: code, wanted: 'any' });
      if (!reply.ok || reply.value.kind !== 'card') return false;
      // The card makes the basket the member's as well, with the member's prices.
      basket.scan(code, null);
      const [only, ...others] = reply.value.registrations;
      if (only === undefined) sayNotRegistered();
      else if (others.length > 0) change({ choices: [only, ...others] });
      else await attach(only, '');
      return true;
    },
  };
}

/**
 * Puts somebody on the ticket, as its buyer or as whoever fetches the goods. `kept` are the digits that
 * stay in sight a while: they were typed, and may have to be compared with the card.
 */
function attachTo(
  basket: Basket,
  subsidy: TicketSubsidy,
  draft: BuyerDraft,
  setDraft: (next: BuyerDraft) => void,
): (person: Registration, kept: string) => Promise<Ticket | null> {
  return async ({ registrationId, categories }, kept) => {
    const category = categoryFor(draft.category, categories, subsidy);
    const reply = await basket.setSubsidyBuyer(
      draft.who === 'buyer'
        ? { registrationId, category }
        : {
            registrationId: subsidy.registrationId,
            category: keptCategory(subsidy),
            proxyRegistrationId: registrationId,
          },
    );
    if (!reply.ok) return null;
    setDraft({ ...EMPTY_DRAFT, digits: draft.who === 'buyer' ? kept : '' });
    return reply.value;
  };
}

/** Takes a number that was scanned on another screen, once. */
function useOnce(number: string | null, type: (digits: string) => void): void {
  const taken = useRef(false);
  useEffect(() => {
    if (number === null || taken.current) return;
    taken.current = true;
    type(number);
  }, [number, type]);
}

function sayNotRegistered(): void {
  const { memberNone, memberNoneText } = words.nik;
  say({ tone: 'attention', passing: true, title: memberNone, text: memberNoneText });
}
