import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Ticket, TicketSubsidy } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import type { Action } from '../../keyboard/action.ts';
import { goHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { say, sayMissing } from '../../ui/messages.ts';
import type { EntryName } from './line-entry.tsx';
import type { Basket } from './use-basket.ts';
import { asksForBuyer } from './subsidy/standing.ts';
import { useUnitAction } from './use-unit.ts';

/** Where the selling screen can lead to. */
export interface Ways {
  readonly toBuyer: () => void;
  /** Who buys the goods of a programme, and where that leads; with a number that was scanned. */
  readonly toSubsidy: (leads: 'sell' | 'pay', number?: string) => void;
  /** Those who wait on the day of delivery. */
  readonly toWaiting: () => void;
  readonly toRecall: () => void;
  readonly toPay: () => void;
  readonly toReprint: () => void;
}

/** The selling screen's actions, by the names its buttons use. */
export interface SellActions {
  readonly search: Action;
  readonly quantity: Action;
  readonly buyer: Action;
  readonly park: Action;
  readonly recall: Action;
  readonly unit: Action;
  readonly change: Action;
  readonly remove: Action;
  readonly abandon: Action;
  readonly reprint: Action;
  /** Goods come back; while some are set against the basket, the way to take that back. */
  readonly returns: Action;
  readonly waiting: Action;
  readonly pay: Action;
}

const words = id.till.action;

/**
 * Registers the keys of the selling screen and returns them for its buttons.
 * @param open puts a question about the chosen line in the place of the scan box
 */
export function useSellActions(basket: Basket, ways: Ways, open: (entry: EntryName) => void): SellActions {
  const { current } = basket;
  const parked = useQuery(ask.parkedTickets()).data?.length ?? 0;
  const subsidy = basket.ticket?.subsidy ?? null;
  const hasLine = current !== undefined;
  const emptyBasket = () => sayMissing('ticket.empty');
  const needsLine = { enabled: hasLine, whyNot: sayNoLine };
  const actions: SellActions = {
    search: action('search', 'F2', words.search, words.searchHelp, 'search', goHome),
    quantity: {
      ...action('quantity', 'F3', words.quantity, words.quantityHelp, 'hash', () => open('quantity')),
      ...needsLine,
    },
    buyer: useBuyerAction(basket, ways),
    park: {
      ...action('park', 'F6', words.park, words.parkHelp, 'bookmark', () => open('park')),
      enabled: hasLine,
      whyNot: emptyBasket,
    },
    recall: {
      ...action('recall', 'F7', words.recall, words.recallHelp, 'recall', ways.toRecall),
      count: parked,
      enabled: parked > 0,
      whyNot: () =>
        say({ tone: 'attention', passing: true, title: id.parking.none, text: id.parking.noneText }),
    },
    unit: useUnitAction(basket, sayNoLine),
    change: {
      ...action('change', 'F10', words.change, words.changeHelp, 'hash', () => open('change')),
      ...needsLine,
    },
    remove: {
      ...action('remove', 'Delete', words.remove, words.removeHelp, 'trash', () => open('remove')),
      ...needsLine,
    },
    reprint: action('reprint', 'F11', words.reprint, words.reprintHelp, 'printer', ways.toReprint),
    returns: returnsAction(basket, ways.toReprint),
    waiting: useWaitingAction(ways),
    pay: { ...payAction(subsidy, ways), enabled: hasLine, whyNot: emptyBasket },
    abandon: {
      ...action('abandon', 'Escape', words.abandon, words.abandonHelp, 'x', () => open('abandon')),
      enabled: hasLine,
    },
  };
  useActions([
    ...Object.values({ ...actions }),
    { ...action('up', 'ArrowUp', words.up, '', 'search', () => choose(basket, -1)), silent: true },
    { ...action('down', 'ArrowDown', words.down, '', 'search', () => choose(basket, 1)), silent: true },
  ]);
  return actions;
}

/**
 * F4: while goods ask who buys them, it means that; else members, institutions and prices by hand. Goods
 * that were scanned just before it have their say: the key waits for the reply under way.
 */
function useBuyerAction(basket: Basket, ways: Ways): Action {
  const onScreen = useOnScreen();
  const lead = (ticket: Ticket | undefined) => {
    if (asksForBuyer(ticket?.subsidy ?? null)) ways.toSubsidy('sell');
    else ways.toBuyer();
  };
  return action('buyer', 'F4', words.buyer, words.buyerHelp, 'user', () => {
    if (!basket.busy()) lead(basket.ticket);
    else {
      void basket.settled().then((ticket) => {
        // Whoever has gone on to something else meanwhile is not called back.
        if (onScreen.current) lead(ticket);
      });
    }
  });
}

function useOnScreen() {
  const onScreen = useRef(false);
  useEffect(() => {
    onScreen.current = true;
    return () => {
      onScreen.current = false;
    };
  }, []);
  return onScreen;
}

/** F9: whoever buys is asked on the way to the money, and nothing else is held up by it. */
function payAction(subsidy: TicketSubsidy | null, ways: Ways): Action {
  return action('pay', 'F9', words.pay, words.payHelp, 'cash', () => {
    if (subsidy?.verdict.effect === 'refuse') ways.toSubsidy('pay');
    else ways.toPay();
  });
}

/** On the day of delivery: the line of those who wait. Nobody waiting, no key. */
function useWaitingAction({ toWaiting }: Ways): Action {
  const count = useQuery(ask.waiting()).data?.entries.length ?? 0;
  const { open, openHelp } = id.subsidyTill.waiting;
  return { ...action('waiting', 'ArrowLeft', open, openHelp, 'user', toWaiting), count, enabled: count > 0 };
}

/** F8: from a list of receipts, or by a scan of one; else the exchange that is under way ends. */
function returnsAction(basket: Basket, toReceipts: () => void): Action {
  if ((basket.ticket?.exchange ?? null) === null) {
    return action('returns', 'F8', words.returns, words.returnsHelp, 'return', toReceipts);
  }
  return action('exchange-off', 'F8', id.till.exchangeOff, id.till.exchangeOffHelp, 'return', () => {
    void basket.cancelExchange();
  });
}

function action(
  name: string,
  key: string,
  label: string,
  help: string,
  icon: NonNullable<Action['icon']>,
  perform: () => void,
): Action {
  return { id: `till.${name}`, key, label, help, icon, perform };
}

function sayNoLine(): void {
  say({ tone: 'attention', passing: true, title: id.till.noLine, text: id.till.noLineText });
}

function choose(basket: Basket, step: 1 | -1): void {
  const lines = basket.ticket?.lines ?? [];
  const at = lines.findIndex((line) => line.lineId === basket.current?.lineId);
  const next = lines[Math.min(Math.max(0, at + step), lines.length - 1)];
  if (next !== undefined) basket.choose(next.lineId);
}
