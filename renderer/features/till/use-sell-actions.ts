import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import type { Action } from '../../keyboard/action.ts';
import { goHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { say, sayMissing } from '../../ui/messages.ts';
import type { Basket } from './use-basket.ts';

/** What the selling screen can lead to. */
export interface SellExits {
  readonly onQuantity: () => void;
  readonly onPark: () => void;
  readonly onRecall: () => void;
  readonly onPay: () => void;
  readonly onReprint: () => void;
}

/** The selling screen's actions, by the names its buttons use. */
export interface SellActions {
  readonly search: Action;
  readonly quantity: Action;
  readonly park: Action;
  readonly recall: Action;
  readonly remove: Action;
  readonly abandon: Action;
  readonly reprint: Action;
  readonly pay: Action;
}

/** The second half of a double click comes within this time, in milliseconds. */
const DOUBLE_PRESS = 250;

/** Registers the keys of the selling screen and returns them for its buttons. */
export function useSellActions(basket: Basket, exits: SellExits): SellActions {
  const words = id.till.action;
  const { current } = basket;
  const hasLine = current !== undefined;
  const mayRemove = useSpacing();
  const parked = useQuery(ask.parkedTickets()).data?.length ?? 0;
  const emptyBasket = () => sayMissing('ticket.empty');
  const whyNot = () =>
    say({ tone: 'attention', passing: true, title: id.till.noLine, text: id.till.noLineText });
  const actions: SellActions = {
    search: action('search', 'F2', words.search, words.searchHelp, 'search', goHome),
    quantity: {
      ...action('quantity', 'F3', words.quantity, words.quantityHelp, 'hash', exits.onQuantity),
      enabled: hasLine,
      whyNot,
    },
    park: {
      ...action('park', 'F6', words.park, words.parkHelp, 'bookmark', exits.onPark),
      enabled: hasLine,
      whyNot: emptyBasket,
    },
    recall: {
      ...action('recall', 'F7', words.recall, words.recallHelp, 'recall', exits.onRecall),
      count: parked,
      enabled: parked > 0,
      whyNot: () =>
        say({ tone: 'attention', passing: true, title: id.parking.none, text: id.parking.noneText }),
    },
    remove: {
      ...action('remove', 'Delete', words.remove, words.removeHelp, 'trash', () => {
        if (current !== undefined && mayRemove()) basket.remove(current);
      }),
      enabled: hasLine,
      whyNot,
    },
    reprint: action('reprint', 'F11', words.reprint, words.reprintHelp, 'printer', exits.onReprint),
    pay: {
      ...action('pay', 'F9', words.pay, words.payHelp, 'cash', exits.onPay),
      enabled: hasLine,
      whyNot: emptyBasket,
    },
    abandon: {
      ...action('abandon', 'Escape', words.abandon, words.abandonHelp, 'x', () => askToAbandon(basket)),
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

/** Tells whether the last time lies far enough back for this to be a new wish and no double click. */
function useSpacing(): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const now = performance.now();
    const apart = now - last.current > DOUBLE_PRESS;
    last.current = now;
    return apart;
  };
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

function choose(basket: Basket, step: 1 | -1): void {
  const lines = basket.ticket?.lines ?? [];
  const at = lines.findIndex((line) => line.lineId === basket.current?.lineId);
  const next = lines[Math.min(Math.max(0, at + step), lines.length - 1)];
  if (next !== undefined) basket.choose(next.lineId);
}

/** Emptying a basket is no slip of the finger: it takes a second key, and nothing covers the screen. */
function askToAbandon(basket: Basket): void {
  const { ticket } = basket;
  if (ticket === undefined) return;
  const words = id.till.abandon;
  say({
    tone: 'attention',
    passing: true,
    title: words.ask,
    text: words.askText(ticket.lines.length),
    action: {
      label: words.yes,
      keyName: 'F10',
      perform: () => {
        void basket.abandon(ticket.ticketId).then((done) => {
          if (done) say({ tone: 'done', title: words.done, text: words.doneText });
        });
      },
    },
  });
}
