import type { InputOf } from '../../../shared/contract/define.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { Ticket, TicketLine } from '../../../shared/contract/till.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { engine } from '../../data/engine.ts';
import { isDone, type Send } from './use-ticket-commands.ts';

type Till = typeof contract.till;

/** What can be changed about a ticket beside its goods; what may need somebody's word gives the reply. */
export interface TicketChanges {
  readonly setUnit: (line: TicketLine, unit: string) => Promise<boolean>;
  readonly setPrice: (change: InputOf<Till['setPrice']>) => Promise<Reply<Ticket>>;
  readonly setDiscount: (change: InputOf<Till['setDiscount']>) => Promise<Reply<Ticket>>;
  readonly setBuyer: (buyer: InputOf<Till['setBuyer']>) => Promise<Reply<Ticket>>;
  readonly showQris: (ticketId: string, amountRp: number) => Promise<boolean>;
  readonly confirmQris: (seen: InputOf<Till['confirmQris']>) => Promise<boolean>;
  readonly cancelQris: (paymentId: string) => Promise<boolean>;
  readonly cancelExchange: () => Promise<boolean>;
  readonly setSubsidyBuyer: (buyer: InputOf<Till['setSubsidyBuyer']>) => Promise<Reply<Ticket>>;
  readonly allowQuota: (allowed: InputOf<Till['allowQuota']>) => Promise<Reply<Ticket>>;
  /** Takes goods off that the programme rules refuse. */
  readonly dropRefused: (ticketId: string) => Promise<boolean>;
  /** Rings up what somebody on the waiting list asked for. */
  readonly serveWaiting: (entryId: string) => Promise<Reply<Ticket>>;
}

/**
 * Prices by hand, units, the buyer, QRIS: everything about the open ticket that is no scan.
 * @param hear shows a changed line beside the scan box
 */
export function useTicketChanges(
  send: Send,
  hear: (kind: 'changed', next: Ticket, lineId: string) => Ticket,
): TicketChanges {
  return {
    setUnit: ({ lineId }, unit) =>
      isDone(
        send(
          (options) => engine.till.setUnit({ lineId, unit }, options),
          (next) => hear('changed', next, lineId),
        ),
      ),
    setPrice: (change) =>
      send(
        (options) => engine.till.setPrice(change, options),
        (next) => hear('changed', next, change.lineId),
      ),
    setDiscount: (change) =>
      send(
        (options) => engine.till.setDiscount(change, options),
        (next) => hear('changed', next, change.lineId),
      ),
    setBuyer: (buyer) => send((options) => engine.till.setBuyer(buyer, options), asItIs),
    showQris: (ticketId, amountRp) =>
      isDone(
        send(
          // Nothing is shown over a ticket that nobody has seen: the engine refuses another revision.
          (options, seen) =>
            engine.till.showQris({ ticketId, revision: seen?.revision ?? -1, amountRp }, options),
          asItIs,
        ),
      ),
    confirmQris: (seen) => isDone(send((options) => engine.till.confirmQris(seen, options), asItIs)),
    cancelQris: (paymentId) =>
      isDone(send((options) => engine.till.cancelQris({ paymentId }, options), asItIs)),
    cancelExchange: () => isDone(send((options) => engine.till.cancelExchange({}, options), asItIs)),
    setSubsidyBuyer: (buyer) => send((options) => engine.till.setSubsidyBuyer(buyer, options), asItIs),
    allowQuota: (allowed) => send((options) => engine.till.allowQuota(allowed, options), asItIs),
    dropRefused: (ticketId) =>
      isDone(send((options) => engine.till.dropRefused({ ticketId }, options), asItIs)),
    serveWaiting: (entryId) => send((options) => engine.till.serveWaiting({ entryId }, options), asItIs),
  };
}

function asItIs(ticket: Ticket): Ticket {
  return ticket;
}
