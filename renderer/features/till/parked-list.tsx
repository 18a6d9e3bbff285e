import type { ParkedTicket } from '../../../shared/contract/till.ts';
import { formatAmount, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import ledger from '../../ui/ledger.module.css';
import { Empty } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './recall.module.css';

const words = id.parking;

interface ParkedListProps {
  readonly tickets: readonly ParkedTicket[];
  readonly chosen: ParkedTicket | undefined;
  readonly onChoose: (ticketId: string) => void;
}

/** Tickets put aside as a ledger, the oldest first: whose, since when, how much. */
export function ParkedList({ tickets, chosen, onChoose }: ParkedListProps) {
  const offset = useShopOffset();
  if (tickets.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <table className={ledger.ledger} aria-label={words.list}>
      <thead>
        <tr>
          <th className={ledger.num}>{words.column.number}</th>
          <th>{words.column.name}</th>
          <th>{words.column.time}</th>
          <th>{words.column.cashier}</th>
          <th className={ledger.num}>{words.column.lines}</th>
          <th className={ledger.num}>{words.column.total}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket, index) => (
          <tr
            key={ticket.ticketId}
            ref={ticket === chosen ? intoView : null}
            className={styles.row}
            aria-current={ticket === chosen ? 'true' : undefined}
            onClick={() => onChoose(ticket.ticketId)}
          >
            <td className={ledger.num}>{index + 1}</td>
            <td className={styles.name} data-unnamed={ticket.label === '' ? '' : undefined}>
              {ticket.label === '' ? words.unnamed : ticket.label}{' '}
              {ticket.qrisWaiting && <Tag kind="wait">{words.pending}</Tag>}
            </td>
            <td>{formatTime(ticket.parkedAt, offset)}</td>
            <td>{ticket.parkedBy}</td>
            <td className={ledger.num}>{ticket.lines.length}</td>
            <td className={ledger.num}>{formatAmount(ticket.totalRp)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function intoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
