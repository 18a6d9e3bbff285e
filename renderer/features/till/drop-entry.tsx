import type { ParkedTicket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { TICKET_REASONS } from './line-entry.tsx';
import { ReasonEntry } from './reason-entry.tsx';
import { useParkedName } from './use-recall-actions.ts';

interface DropEntryProps {
  readonly ticket: ParkedTicket;
  readonly onDone: () => void;
}

/** Giving up a ticket that was put aside: why, as with the open one. */
export function DropEntry({ ticket, onDone }: DropEntryProps) {
  const nameOf = useParkedName();
  const abandon = useCommand(engine.till.abandonParked);
  return (
    <ReasonEntry
      ask={id.parking.dropAsk(nameOf(ticket))}
      icon="trash"
      reasons={TICKET_REASONS}
      open="other"
      onBack={onDone}
      onReason={(reason, note) => {
        onDone();
        void abandon.run({ ticketId: ticket.ticketId, reason, note }).then((reply) => {
          if (reply.ok) say({ tone: 'done', title: id.parking.dropped, text: id.till.abandon.doneText });
          else sayRefusal(reply.error);
        });
      }}
    />
  );
}
