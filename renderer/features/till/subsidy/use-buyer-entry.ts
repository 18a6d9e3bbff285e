import { useEffect, useRef, useState } from 'react';
import type { Identified, Registration } from '../../../../shared/contract/subsidy.ts';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { Reply } from '../../../../shared/contract/wire.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { hushPassing, hushStep, say, sayRefusal } from '../../../ui/messages.ts';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import type { Basket } from '../use-basket.ts';
import {
  categoryFor,
  EMPTY_DRAFT,
  keptCategory,
  likelyCategory,
  stageOf,
  stillRegistered,
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
  /** Looks up a whole number of which nothing has been said yet: the engine may not have answered. */
  readonly lookAgain: () => void;
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
  const { draft, newest, change, replace } = useDraft();
  const attach = attachTo(basket, subsidy, draft, { newest, replace });
  const take = (digits: string, found: Identified) => {
    const people = stillRegistered(found);
    const [only] = people;
    if (found.kind === 'nik' && only !== undefined) void attach(only, digits);
    else if (people.length > 0) change({ digits: '', choices: people });
    else if (found.kind === 'nik' || found.kind === 'invalid') {
      change({ found, category: draft.who === 'buyer' ? likelyCategory([], subsidy) : null });
    } else {
      change({ digits: '' });
      sayNobody(found.kind);
    }
  };
  const looking = useRef('');
  const look = async (digits: string) => {
    if (looking.current === digits) return;
    looking.current = digits;
    const reply = await engine.subsidy.identify({ number: digits, wanted: 'any' });
    if (looking.current === digits) looking.current = '';
    // Digits typed since then are somebody else's.
    if (newest.current !== digits) return;
    if (reply.ok) take(digits, reply.value);
    else sayRefusal(reply.error);
  };
  const type = (digits: string) => {
    if (digits === newest.current) return;
    hushStep();
    // Whoever was named by other digits does not buy.
    if (draft.who === 'buyer' && subsidy.registrationId !== null) {
      void takeOff(basket, subsidy, 'buyer');
    }
    // As what somebody else was going to buy says nothing of whoever these digits are.
    change({ digits, found: null, choices: [], category: null, finding: false, missing: null });
    if (digits.length === NIK_LENGTH) void look(digits);
  };
  useOnce(number, type);

  return {
    draft,
    stage: stageOf(draft, subsidy),
    change,
    type,
    lookAgain: () => {
      if (draft.digits.length === NIK_LENGTH && draft.found === null) void look(draft.digits);
    },
    choose: (person) => attach(person, draft.found === null ? '' : draft.digits),
    begin: (who) => {
      hushStep();
      replace({ ...EMPTY_DRAFT, who });
      const named = who === 'buyer' ? subsidy.registrationId : subsidy.proxyRegistrationId;
      if (named !== null) void takeOff(basket, subsidy, who);
    },
    takeCard: async (code) => {
      const reply = await engine.subsidy.identify({ number: code, wanted: 'any' });
      if (!reply.ok || reply.value.kind !== 'card') return false;
      // The buyer's card makes the basket theirs as well, with a member's prices; who fetches it buys nothing.
      if (draft.who === 'buyer') basket.scan(code, null);
      const [only, ...others] = stillRegistered(reply.value);
      if (only === undefined) sayNobody('card');
      else if (others.length > 0) change({ choices: [only, ...others], finding: false });
      else await attach(only, '');
      return true;
    },
  };
}

/** What is typed, and the digits that stand in the field by now, for replies that come late. */
function useDraft() {
  const [draft, setDraft] = useState<BuyerDraft>(EMPTY_DRAFT);
  const newest = useRef(EMPTY_DRAFT.digits);
  return {
    draft,
    newest,
    change: (part: Partial<BuyerDraft>) => {
      // What was said to be missing is being mended.
      if (part.missing === undefined) hushPassing();
      if (part.digits !== undefined) newest.current = part.digits;
      setDraft((before) => ({ ...before, ...part }));
    },
    replace: (next: BuyerDraft) => {
      newest.current = next.digits;
      setDraft(next);
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
  { newest, replace }: Pick<ReturnType<typeof useDraft>, 'newest' | 'replace'>,
): (person: Registration, kept: string) => Promise<Ticket | null> {
  return async ({ registrationId, categories }, kept) => {
    const digits = newest.current;
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
    // Another number came meanwhile: it stays in its field, and whoever it is not does not buy.
    if (newest.current !== digits) {
      void takeOff(basket, subsidy, draft.who);
      return null;
    }
    replace({ ...EMPTY_DRAFT, digits: draft.who === 'buyer' ? kept : '' });
    return reply.value;
  };
}

/** Takes the buyer off the ticket, or whoever fetches the goods for them. */
function takeOff(basket: Basket, subsidy: TicketSubsidy, who: Who): Promise<Reply<Ticket>> {
  const { registrationId } = subsidy;
  return basket.setSubsidyBuyer(
    who === 'buyer' ? { registrationId: null } : { registrationId, category: keptCategory(subsidy) },
  );
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

/** A family card or a member's card that names nobody who is registered, or not any more. */
function sayNobody(kind: 'kk' | 'card'): void {
  const { memberNone, memberNoneText, familyNone, familyNoneText } = words.nik;
  const said =
    kind === 'kk' ? { title: familyNone, text: familyNoneText } : { title: memberNone, text: memberNoneText };
  say({ tone: 'attention', passing: true, ...said });
}
