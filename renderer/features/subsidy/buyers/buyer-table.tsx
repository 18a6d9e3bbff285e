import type { Registration } from '../../../../shared/contract/subsidy.ts';
import { formatAmount, formatDateShort } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import ledger from '../../../ui/ledger.module.css';
import { ListRow, ListTable, RowName, TaggedName } from '../../../ui/list-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { maskedNumber, shownName } from '../who.ts';
import styles from './buyers.module.css';

const words = id.subsidyOffice.buyers;

interface BuyerTableProps {
  readonly people: readonly Registration[];
  readonly row: number;
  readonly openId: string | null;
  /** How many more there are than fit a list. */
  readonly more: number;
  readonly onOpen: (at: number) => void;
}

/** Who is registered, as a ledger. */
export function BuyerTable({ people, row, openId, more, onOpen }: BuyerTableProps) {
  return (
    <ListTable
      label={words.title}
      more={more > 0 ? words.more(formatAmount(more)) : undefined}
      head={
        <>
          <th>{words.columns.name}</th>
          <th className={styles.number}>{words.columns.number}</th>
          <th className={styles.last}>{words.columns.last}</th>
        </>
      }
    >
      {people.map((person, at) => (
        <BuyerRow
          key={person.registrationId}
          person={person}
          current={at === row}
          open={person.registrationId === openId}
          onOpen={() => onOpen(at)}
        />
      ))}
    </ListTable>
  );
}

interface BuyerRowProps {
  readonly person: Registration;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function BuyerRow({ person, current, open, onOpen }: BuyerRowProps) {
  return (
    <ListRow current={current} open={open}>
      <td>
        <TaggedName>
          <RowName onOpen={onOpen}>{shownName(person)}</RowName>
          {person.farmer && <Tag>{words.farmer}</Tag>}
        </TaggedName>
      </td>
      <td className={ledger.soft}>{maskedNumber(person)}</td>
      <td className={ledger.soft}>
        {person.lastBoughtOn === null ? words.never : formatDateShort(person.lastBoughtOn)}
      </td>
    </ListRow>
  );
}
