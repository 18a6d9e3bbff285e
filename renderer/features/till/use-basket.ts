import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Scanned, Ticket, TicketLine } from '../../../shared/contract/till.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import type { VoidReason } from '../../../shared/journal/parts.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { play } from '../../ui/sounds.ts';
import { useTicketChanges, type TicketChanges } from './use-ticket-changes.ts';
import { isDone, useTicketCommands } from './use-ticket-commands.ts';

/** What happened last, for the answer beside the scan box. */
export type Heard =
  | { readonly kind: 'added' | 'changed' | 'removed'; readonly line: TicketLine }
  /** A member's card: the ticket is theirs now. */
  | { readonly kind: 'member'; readonly memberId: string };

/** Why something is given up, with a note where the reason needs one. */
export interface GivenUp {
  readonly reason: VoidReason;
  readonly note: string;
}

/** The open ticket and everything that can be done to it. */
export interface Basket extends TicketChanges {
  readonly ticket: Ticket | undefined;
  /** The line that F3 and Del mean: the one chosen, or the last. */
  readonly current: TicketLine | undefined;
  readonly heard: Heard | null;
  /** Commands whose reply is still awaited, where it is more than one: for showing. */
  readonly waiting: number;
  /** Whether any reply is still awaited. */
  readonly busy: () => boolean;
  /** Waits for the replies still awaited; answers the ticket as it is then. */
  readonly settled: () => Promise<Ticket | undefined>;
  readonly scan: (code: string, quantity: number | null) => void;
  readonly add: (productId: string, quantity: number | null) => void;
  readonly setQuantity: (line: TicketLine, quantity: number) => void;
  readonly remove: (line: TicketLine, why: GivenUp) => void;
  readonly abandon: (ticketId: string, why: GivenUp) => Promise<boolean>;
  /** Puts the ticket aside under a label, which may be empty; tells whether it was done. */
  readonly park: (label: string) => Promise<boolean>;
  readonly recall: (ticketId: string) => Promise<boolean>;
  readonly choose: (lineId: string) => void;
  /** Clears the answer beside the scan box: a new buyer stands at the counter. */
  readonly startAfresh: () => void;
}

/**
 * Keeps the till's basket: commands go to the engine in order, one by one, and their replies on screen.
 * @param onReceipt a receipt was scanned: something is to be returned
 */
export function useBasket(onReceipt: (saleId: string) => void): Basket {
  const ticket = useQuery(ask.ticket()).data;
  const { heard, setHeard, chosen, setChosen, hear, showAdded, showScanned } = useHearing(onReceipt);
  const { send, waiting, busy, settled } = useTicketCommands();
  const showEmpty = (next: Ticket): Ticket => {
    setHeard(null);
    return next;
  };

  return {
    ...useTicketChanges(send, hear),
    ticket,
    current: ticket?.lines.find((line) => line.lineId === chosen) ?? ticket?.lines.at(-1),
    heard,
    waiting,
    busy,
    settled,
    scan: (code, quantity) => {
      const input = { code, quantityThousandths: quantity ?? ONE };
      void send((options) => engine.till.scan(input, options), showScanned);
    },
    add: (productId, quantity) => {
      const input = { productId, quantityThousandths: quantity ?? ONE };
      void send((options) => engine.till.addProduct(input, options), showAdded);
    },
    setQuantity: ({ lineId }, quantityThousandths) => {
      const input = { lineId, quantityThousandths };
      void send(
        (options) => engine.till.setQuantity(input, options),
        (next) => hear('changed', next, lineId),
      );
    },
    remove: (line, why) => {
      void send(
        (options) => engine.till.removeLine({ lineId: line.lineId, ...why }, options),
        (next) => {
          setHeard({ kind: 'removed', line });
          return next;
        },
      );
    },
    abandon: (ticketId, why) =>
      isDone(send((options) => engine.till.abandon({ ticketId, ...why }, options), showEmpty)),
    park: async (label) => {
      if (ticket === undefined) return false;
      const parked = send(
        (options, { ticketId, revision } = ticket) =>
          engine.till.park({ ticketId, revision, label }, options),
        showEmpty,
      );
      return isDone(parked);
    },
    recall: (ticketId) => isDone(send((options) => engine.till.recall({ ticketId }, options), showEmpty)),
    choose: setChosen,
    startAfresh: () => {
      setChosen(null);
      setHeard(null);
    },
  };
}

/** What was heard last and which line is chosen, as the replies to scans change them. */
function useHearing(onReceipt: (saleId: string) => void) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [heard, setHeard] = useState<Heard | null>(null);
  const hear = (kind: 'added' | 'changed', next: Ticket, lineId: string): Ticket => {
    const line = next.lines.find((candidate) => candidate.lineId === lineId);
    if (line !== undefined) setHeard({ kind, line });
    return next;
  };
  const showAdded = ({ ticket: next, lineId }: { ticket: Ticket; lineId: string }): Ticket => {
    setChosen(lineId);
    play('accepted');
    return hear('added', next, lineId);
  };
  const showScanned = (scanned: Scanned): Ticket => {
    if (scanned.what === 'line') return showAdded(scanned);
    play('accepted');
    if (scanned.what === 'member') setHeard({ kind: 'member', memberId: scanned.memberId });
    else onReceipt(scanned.saleId);
    return scanned.ticket;
  };
  return { heard, setHeard, chosen, setChosen, hear, showAdded, showScanned };
}

/** How many things are in the basket: weighed goods count as one. */
export function itemCount(lines: readonly TicketLine[]): number {
  return lines.reduce((sum, line) => sum + (line.fractional ? 1 : line.quantityThousandths / 1000), 0);
}
