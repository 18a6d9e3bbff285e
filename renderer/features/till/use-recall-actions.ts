import { useRef } from 'react';
import type { ParkedTicket, Ticket } from '../../../shared/contract/till.ts';
import { formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { say, sayMissing } from '../../ui/messages.ts';
import type { Basket } from './use-basket.ts';

const words = id.parking;

/** What the list of tickets put aside shows and can do. */
interface RecallState {
  readonly basket: Basket;
  /** The open ticket: another can be called back only while it is empty. */
  readonly ticket: Ticket;
  readonly tickets: readonly ParkedTicket[];
  readonly chosen: ParkedTicket | undefined;
  readonly choose: (ticketId: string) => void;
  /** Asks why a ticket is given up. */
  readonly onDrop: (ticket: ParkedTicket) => void;
  readonly onBack: () => void;
}

interface RecallActions {
  readonly call: Action;
  readonly drop: Action;
  readonly back: Action;
  /** Arrows, digits and Enter. */
  readonly silent: readonly Action[];
}

/** The actions of the list, ready to be registered. */
export function useRecallActions(state: RecallState): RecallActions {
  const { ticket, tickets, chosen, choose, onDrop, onBack } = state;
  const nameOf = useParkedName();
  const callBack = useCallBack(state);
  const call: Action = {
    id: 'till.call',
    label: words.call,
    help: words.callHelp,
    key: 'F9',
    enabled: chosen !== undefined && ticket.lines.length === 0,
    whyNot: () => sayMissing(chosen === undefined ? 'ticket.not-parked' : 'ticket.recall-blocked'),
    perform: () => {
      if (chosen !== undefined) callBack(chosen, nameOf(chosen));
    },
  };
  return {
    call,
    drop: {
      id: 'till.drop-parked',
      label: words.drop,
      help: words.dropHelp,
      key: 'Delete',
      icon: 'trash',
      enabled: chosen !== undefined,
      perform: () => {
        if (chosen !== undefined) onDrop(chosen);
      },
    },
    back: {
      id: 'till.recall-back',
      label: id.till.action.basket,
      help: id.till.action.basketHelp,
      key: 'Escape',
      icon: 'back',
      perform: onBack,
    },
    silent: [
      { ...call, id: 'till.call-enter', key: 'Enter', silent: true },
      ...movingActions(tickets, chosen, choose),
    ],
  };
}

/** Calls a ticket back and leaves the list. A second press while the first is on its way is the same wish. */
function useCallBack({ basket, onBack }: RecallState): (ticket: ParkedTicket, name: string) => void {
  const calling = useRef(false);
  return ({ ticketId }, name) => {
    if (calling.current) return;
    calling.current = true;
    void basket.recall(ticketId).then((done) => {
      calling.current = false;
      if (!done) return;
      onBack();
      say({ tone: 'done', icon: 'recall', title: words.called(name) });
    });
  };
}

/** How a ticket put aside is spoken of: by its label, or by its time. */
export function useParkedName(): (ticket: ParkedTicket) => string {
  const offset = useShopOffset();
  return ({ label, parkedAt }) => (label === '' ? words.at(formatTime(parkedAt, offset)) : label);
}

/** Arrows move, digits jump to one of the first nine. */
function movingActions(
  tickets: readonly ParkedTicket[],
  chosen: ParkedTicket | undefined,
  choose: (ticketId: string) => void,
): Action[] {
  const to = (index: number) => {
    const ticket = tickets[Math.min(Math.max(0, index), tickets.length - 1)];
    if (ticket !== undefined) choose(ticket.ticketId);
  };
  const at = tickets.findIndex(({ ticketId }) => ticketId === chosen?.ticketId);
  const digits = tickets.slice(0, 9).map((_, index) => ({
    id: `till.parked-${index + 1}`,
    label: words.pick(index + 1),
    key: String(index + 1),
    silent: true,
    perform: () => to(index),
  }));
  return [
    { id: 'till.parked-up', label: words.up, key: 'ArrowUp', silent: true, perform: () => to(at - 1) },
    { id: 'till.parked-down', label: words.down, key: 'ArrowDown', silent: true, perform: () => to(at + 1) },
    ...digits,
  ];
}
