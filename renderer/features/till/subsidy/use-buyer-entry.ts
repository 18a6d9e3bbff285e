import { useEffect, useRef, useState } from 'react';
import type { Identified, Registration } from '../../../../shared/contract/subsidy.ts';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
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
  /** Which wish stands now; each number, card, choice or step back takes the place of the one before. */
  readonly wish: () => number;
  /**
   * Puts somebody who is registered on the ticket; answers the ticket, or null where it was refused or
   * another wish has come.
   * @param wish under which they were asked for; left out where that is only now
   */
  readonly choose: (person: Registration, wish?: number) => Promise<Ticket | null>;
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
  const wishes = useWishes();
  const { attach, takeOff, isNamed } = useTicketBuyer({ basket, subsidy, draft, replace, wishes });
  const take = (digits: string, found: Identified, wish: number) => {
    const people = stillRegistered(found);
    const [only] = people;
    if (found.kind === 'nik' && only !== undefined) void attach(only, digits, wish);
    else if (people.length > 0) change({ digits: '', choices: people });
    else if (found.kind === 'nik' || found.kind === 'invalid') {
      change({ found, category: draft.who === 'buyer' ? likelyCategory([], subsidy) : null });
    } else {
      change({ digits: '' });
      sayNobody(found.kind);
    }
  };
  /** The wish whose number is being looked up; 0 for none. */
  const looking = useRef(0);
  const look = async (digits: string, wish: number) => {
    if (looking.current === wish) return;
    looking.current = wish;
    const reply = await engine.subsidy.identify({ number: digits, wanted: 'any' });
    if (looking.current === wish) looking.current = 0;
    // What came since then is somebody else.
    if (wishes.now() !== wish) return;
    if (reply.ok) take(digits, reply.value, wish);
    else sayRefusal(reply.error);
  };
  const type = (digits: string) => {
    if (digits === newest.current) return;
    hushStep();
    const wish = wishes.begin();
    // Whoever was named by other digits does not buy.
    if (isNamed(draft.who)) takeOff(draft.who);
    // As what somebody else was going to buy says nothing of whoever these digits are.
    change({ digits, found: null, choices: [], category: null, finding: false, missing: null });
    if (digits.length === NIK_LENGTH) void look(digits, wish);
  };
  useOnce(number, type);

  return {
    draft,
    stage: stageOf(draft, subsidy),
    change,
    type,
    lookAgain: () => {
      if (draft.digits.length === NIK_LENGTH && draft.found === null) void look(draft.digits, wishes.now());
    },
    wish: wishes.now,
    choose: (person, wish = wishes.begin()) => attach(person, draft.found === null ? '' : draft.digits, wish),
    begin: (who) => {
      hushStep();
      wishes.begin();
      replace({ ...EMPTY_DRAFT, who });
      if (isNamed(who)) takeOff(who);
    },
    takeCard: async (code) => {
      const before = wishes.now();
      const reply = await engine.subsidy.identify({ number: code, wanted: 'any' });
      if (!reply.ok || reply.value.kind !== 'card') return false;
      // The buyer's card makes the basket theirs as well, with a member's prices; who fetches it buys nothing.
      if (draft.who === 'buyer') basket.scan(code, null);
      // The number of somebody who came since then is the later wish.
      if (wishes.now() !== before) return true;
      const wish = wishes.begin();
      const [only, ...others] = stillRegistered(reply.value);
      if (only === undefined) sayNobody('card');
      else if (others.length > 0) change({ choices: [only, ...others], finding: false });
      else await attach(only, '', wish);
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

/** Counts the wishes of this screen, so that a reply that comes late is known for one. */
interface Wishes {
  readonly begin: () => number;
  readonly now: () => number;
}

function useWishes(): Wishes {
  const last = useRef(0);
  return {
    begin: () => {
      last.current += 1;
      return last.current;
    },
    now: () => last.current,
  };
}

interface TicketBuyerPorts extends Omit<EntryPorts, 'number'> {
  readonly draft: BuyerDraft;
  readonly replace: (next: BuyerDraft) => void;
  readonly wishes: Wishes;
}

/** Who is on the ticket, as its buyer or as whoever fetches the goods, and who is on the way there. */
function useTicketBuyer({ basket, subsidy, draft, replace, wishes }: TicketBuyerPorts) {
  const onItsWay = useRef<{ readonly who: Who }>(null);
  return {
    isNamed: (who: Who): boolean =>
      (who === 'buyer' ? subsidy.registrationId : subsidy.proxyRegistrationId) !== null ||
      onItsWay.current?.who === who,
    /** Takes the buyer off the ticket, or whoever fetches the goods; commands to it are done in their order. */
    takeOff: (who: Who): void => {
      const { registrationId } = subsidy;
      void basket.setSubsidyBuyer(
        who === 'buyer' ? { registrationId: null } : { registrationId, category: keptCategory(subsidy) },
      );
    },
    /**
     * Puts somebody on the ticket, unless another wish has come. `kept` are the digits that stay in sight
     * a while: they were typed, and may have to be compared with the card.
     */
    attach: async (
      { registrationId, categories }: Registration,
      kept: string,
      wish: number,
    ): Promise<Ticket | null> => {
      if (wishes.now() !== wish) return null;
      const mine = { who: draft.who };
      onItsWay.current = mine;
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
      if (onItsWay.current === mine) onItsWay.current = null;
      if (!reply.ok || wishes.now() !== wish) return null;
      replace({ ...EMPTY_DRAFT, digits: draft.who === 'buyer' ? kept : '' });
      return reply.value;
    },
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

/** A family card or a member's card that names nobody who is registered, or not any more. */
function sayNobody(kind: 'kk' | 'card'): void {
  const { memberNone, memberNoneText, familyNone, familyNoneText } = words.nik;
  const said =
    kind === 'kk' ? { title: familyNone, text: familyNoneText } : { title: memberNone, text: memberNoneText };
  say({ tone: 'attention', passing: true, ...said });
}
