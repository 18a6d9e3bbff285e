import type { Ticket, TicketLine } from '../../../shared/contract/till.ts';
import type { VoidReason } from '../../../shared/journal/parts.ts';
import { id } from '../../../shared/i18n/id.ts';
import { say } from '../../ui/messages.ts';
import { ChangeEntry } from './change-entry.tsx';
import { ParkEntry } from './park-entry.tsx';
import { QuantityEntry } from './quantity-entry.tsx';
import { ReasonEntry } from './reason-entry.tsx';
import type { Basket } from './use-basket.ts';

/** What stands where the scan box is: the box itself, or what is being asked about a line or the ticket. */
export type EntryName = 'scan' | 'quantity' | 'change' | 'remove' | 'park' | 'abandon';

/** Why goods are taken off, the commonest first: it is what Enter means. */
const LINE_REASONS = reasons('mistake', 'changed-mind', 'price', 'no-money', 'other');
export const TICKET_REASONS = reasons('changed-mind', 'no-money', 'mistake', 'price', 'other');

interface LineEntryProps {
  readonly entry: Exclude<EntryName, 'scan'>;
  readonly ticket: Ticket;
  /** The line that was chosen when the entry was opened: a scan meanwhile chooses another. */
  readonly line: TicketLine;
  readonly basket: Basket;
  readonly onDone: () => void;
}

/** Takes the place of the scan box until its question is answered; Esc leaves it. */
export function LineEntry({ entry, ticket, line, basket, onDone }: LineEntryProps) {
  switch (entry) {
    case 'park':
      return <ParkEntry basket={basket} onDone={onDone} />;
    case 'change':
      return <ChangeEntry ticketId={ticket.ticketId} line={line} basket={basket} onDone={onDone} />;
    case 'quantity':
      return (
        <QuantityEntry
          label={id.till.quantity.title(line.name, line.unit)}
          now={line.quantityThousandths}
          fractional={line.fractional}
          backLabel={id.till.action.basket}
          onBack={onDone}
          onSet={(quantity) => {
            basket.setQuantity(line, quantity);
            onDone();
          }}
        />
      );
    case 'remove':
      return (
        <ReasonEntry
          ask={id.till.reason.line(line.name)}
          icon="trash"
          reasons={LINE_REASONS}
          open="other"
          onBack={onDone}
          onReason={(reason, note) => {
            onDone();
            basket.remove(line, { reason, note });
          }}
        />
      );
    case 'abandon':
      return <AbandonEntry ticket={ticket} basket={basket} onDone={onDone} />;
  }
}

/** Emptying a basket is no slip of the finger: it takes a second key, and nothing covers the screen. */
function AbandonEntry({ ticket, basket, onDone }: Pick<LineEntryProps, 'ticket' | 'basket' | 'onDone'>) {
  return (
    <ReasonEntry
      ask={id.till.reason.ticket(ticket.lines.length)}
      icon="x"
      reasons={TICKET_REASONS}
      open="other"
      onBack={onDone}
      onReason={(reason, note) => {
        onDone();
        void basket.abandon(ticket.ticketId, { reason, note }).then((done) => {
          if (done) say({ tone: 'done', title: id.till.abandon.done, text: id.till.abandon.doneText });
        });
      }}
    />
  );
}

/** Reasons in the order of their keys, with their words. */
function reasons(...values: VoidReason[]) {
  return values.map((value) => ({ value, label: id.till.reason[value] }));
}
