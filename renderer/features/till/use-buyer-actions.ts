import type { Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import type { BuyerChoice } from './buyer-choice.ts';
import { hasBuyer } from './buyer-panel.tsx';
import { useApproved } from './use-approved.ts';
import type { Basket } from './use-basket.ts';
import { nameOf } from './use-ticket-buyer.ts';

const words = id.ticketBuyer;

interface BuyerState {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly text: string;
  readonly chosen: BuyerChoice | undefined;
  readonly onBack: () => void;
}

interface BuyerActions {
  readonly attach: Action;
  readonly detach: Action;
  readonly add: Action;
  readonly back: Action;
}

/** What can be done on the buyer's page, ready to be registered. */
export function useBuyerActions(state: BuyerState): BuyerActions {
  const { basket, ticket, chosen, onBack } = state;
  const attach = useAttach(state);
  const add = useAdd(state);
  return {
    attach: {
      id: 'till.attach',
      label: words.attach,
      help: words.attachHelp,
      key: 'F9',
      enabled: chosen !== undefined,
      perform: () => {
        if (chosen !== undefined) void attach(chosen);
      },
    },
    detach: {
      id: 'till.detach',
      label: words.detach,
      help: words.detachHelp,
      key: 'Delete',
      icon: 'minus',
      enabled: hasBuyer(ticket.buyer),
      perform: () => {
        onBack();
        void basket.setBuyer({ memberId: null, buyerId: null }).then(({ ok }) => {
          if (ok) say({ tone: 'done', icon: 'user', title: words.detached });
        });
      },
    },
    add: {
      id: 'till.add-member',
      label: words.add,
      help: words.addHelp,
      key: 'F6',
      icon: 'plus',
      perform: add,
    },
    back: {
      id: 'till.buyer-back',
      label: id.till.action.basket,
      help: id.till.action.basketHelp,
      key: 'Escape',
      icon: 'back',
      perform: onBack,
    },
  };
}

/** Makes the ticket somebody's; prices chosen by hand need the word of whoever may allow it. */
function useAttach({ basket, ticket, onBack }: BuyerState): (choice: BuyerChoice) => Promise<void> {
  const approved = useApproved();
  const attachOne = async (choice: BuyerChoice): Promise<boolean> => {
    if (choice.kind === 'tier') {
      const { memberId, buyerId } = ticket.buyer;
      const { tier } = choice;
      const reply = await approved({ action: 'tier', ticketId: ticket.ticketId, tier }, (approvalId) =>
        basket.setBuyer({ memberId, buyerId, tier, approvalId }),
      );
      return reply?.ok === true;
    }
    const memberId = choice.kind === 'member' ? choice.member.memberId : null;
    const buyerId = choice.kind === 'buyer' ? choice.buyer.buyerId : null;
    return (await basket.setBuyer({ memberId, buyerId })).ok;
  };
  return async (choice) => {
    if (!(await attachOne(choice))) return;
    onBack();
    say({ tone: 'done', icon: 'user', title: words.attached(wordsFor(choice)) });
  };
}

function wordsFor(choice: BuyerChoice): string {
  if (choice.kind === 'member') return nameOf(choice.member);
  return choice.kind === 'buyer' ? nameOf(choice.buyer) : words.byHandName(words.tiers[choice.tier]);
}

/** A new member at the counter: the name that was typed is enough. */
function useAdd({ basket, text, onBack }: BuyerState): () => void {
  const quickAdd = useCommand(engine.members.quickAdd);
  const add = async (name: string) => {
    const reply = await quickAdd.run({ name });
    if (!reply.ok) {
      sayRefusal(reply.error);
      return;
    }
    const { memberId, number } = reply.value;
    const attached = await basket.setBuyer({ memberId, buyerId: null });
    if (!attached.ok) return;
    onBack();
    say({ tone: 'done', icon: 'user', title: words.added(name, number) });
  };
  return () => {
    const name = text.trim();
    // A number is what is searched for, never what somebody is called.
    if (/\p{L}/u.test(name)) void add(name);
    else say({ tone: 'attention', passing: true, title: words.addMissing, text: words.addMissingText });
  };
}
