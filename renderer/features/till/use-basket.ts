import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { CallOptions } from '../../../shared/contract/define.ts';
import type { Ticket, TicketLine } from '../../../shared/contract/till.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import { ask, TICKET_KEY } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { createSerial, untilAnswered } from '../../data/serial.ts';
import { useStoreValue } from '../../data/store.ts';
import { hushPassing, sayRefusal } from '../../ui/messages.ts';
import { play } from '../../ui/sounds.ts';

/** What happened last, for the answer beside the scan box. */
export interface Heard {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly line: TicketLine;
}

/** The open ticket and everything that can be done to it. */
export interface Basket {
  readonly ticket: Ticket | undefined;
  /** The line that F3 and Del mean: the one chosen, or the last. */
  readonly current: TicketLine | undefined;
  readonly heard: Heard | null;
  /** Commands whose reply is still awaited. */
  readonly waiting: number;
  readonly scan: (code: string, quantity: number | null) => void;
  readonly add: (productId: string, quantity: number | null) => void;
  readonly setQuantity: (line: TicketLine, quantity: number) => void;
  readonly remove: (line: TicketLine) => void;
  readonly abandon: (ticketId: string) => Promise<boolean>;
  /** Puts the ticket aside under a label, which may be empty; tells whether it was done. */
  readonly park: (label: string) => Promise<boolean>;
  readonly recall: (ticketId: string) => Promise<boolean>;
  readonly choose: (lineId: string) => void;
  /** Clears the answer beside the scan box: a new buyer stands at the counter. */
  readonly startAfresh: () => void;
}

/** Keeps the till's basket: commands go to the engine in order, one by one, and their replies on screen. */
export function useBasket(): Basket {
  const ticket = useQuery(ask.ticket()).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const [heard, setHeard] = useState<Heard | null>(null);
  const { send, waiting } = useTicketCommands();

  const showAdded = useCallback(({ ticket: next, lineId }: { ticket: Ticket; lineId: string }) => {
    const line = next.lines.find((candidate) => candidate.lineId === lineId);
    setChosen(lineId);
    if (line !== undefined) setHeard({ kind: 'added', line });
    play('accepted');
    return next;
  }, []);

  return {
    ticket,
    current: ticket?.lines.find((line) => line.lineId === chosen) ?? ticket?.lines.at(-1),
    heard,
    waiting,
    scan: (code, quantity) => {
      const input = { code, quantityThousandths: quantity ?? ONE };
      void send((options) => engine.till.scan(input, options), showAdded);
    },
    add: (productId, quantity) => {
      const input = { productId, quantityThousandths: quantity ?? ONE };
      void send((options) => engine.till.addProduct(input, options), showAdded);
    },
    setQuantity: (line, quantityThousandths) => {
      const input = { lineId: line.lineId, quantityThousandths };
      void send(
        (options) => engine.till.setQuantity(input, options),
        (next) => {
          const changed = next.lines.find((candidate) => candidate.lineId === line.lineId);
          if (changed !== undefined) setHeard({ kind: 'changed', line: changed });
          return next;
        },
      );
    },
    remove: (line) => {
      void send(
        (options) => engine.till.removeLine({ lineId: line.lineId }, options),
        (next) => {
          setHeard({ kind: 'removed', line });
          return next;
        },
      );
    },
    abandon: (ticketId) => send((options) => engine.till.abandon({ ticketId }, options), showEmpty(setHeard)),
    park: async (label) => {
      if (ticket === undefined) return false;
      return send(
        (options, { ticketId, revision } = ticket) =>
          engine.till.park({ ticketId, revision, label }, options),
        showEmpty(setHeard),
      );
    },
    recall: (ticketId) => send((options) => engine.till.recall({ ticketId }, options), showEmpty(setHeard)),
    choose: setChosen,
    startAfresh: useCallback(() => {
      setChosen(null);
      setHeard(null);
    }, []),
  };
}

/**
 * Sends one command behind those already waiting and shows what became of the ticket. `seen` is the
 * ticket on screen when its turn has come: the scans before it have been answered by then.
 */
type Send = <O>(
  call: (options: CallOptions, seen: Ticket | undefined) => Promise<Reply<O>>,
  show: (value: O) => Ticket,
) => Promise<boolean>;

function useTicketCommands(): { readonly send: Send; readonly waiting: number } {
  const client = useQueryClient();
  const [serial] = useState(createSerial);
  const waiting = useStoreValue(serial.waiting);
  const send: Send = (call, show) => {
    const commandId = uuidv7();
    return serial.run(async () => {
      // Looked up once for all tries: a repeat must say the same as the first.
      const seen = client.getQueryData(TICKET_KEY);
      const reply = await untilAnswered(commandId, (options) => call(options, seen));
      if (!reply.ok) {
        sayRefusal(reply.error);
        return false;
      }
      client.setQueryData(TICKET_KEY, show(reply.value));
      hushPassing();
      return true;
    });
  };
  return { send, waiting };
}

function showEmpty(setHeard: (heard: Heard | null) => void): (ticket: Ticket) => Ticket {
  return (ticket) => {
    setHeard(null);
    return ticket;
  };
}

/** How many things are in the basket: weighed goods count as one. */
export function itemCount(lines: readonly TicketLine[]): number {
  return lines.reduce((sum, line) => sum + (line.fractional ? 1 : line.quantityThousandths / 1000), 0);
}
