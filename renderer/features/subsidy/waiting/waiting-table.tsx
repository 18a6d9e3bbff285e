import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import type { Programme } from '../../../../shared/domain/programmes/rules.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { categoryNames } from '../../../../shared/i18n/id/subsidy-findings.ts';
import { useProgrammes } from '../../../data/use-programmes.ts';
import ledger from '../../../ui/ledger.module.css';
import { ListRow, ListTable, RowName } from '../../../ui/list-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { reasonWords } from '../finding-words.ts';
import { masked } from '../who.ts';
import styles from './waiting.module.css';

const words = id.subsidyOffice.waiting;

interface WaitingTableProps {
  readonly entries: readonly WaitingEntry[];
  /** Those for whom the goods won't suffice. */
  readonly without: ReadonlySet<string>;
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (at: number) => void;
}

/** The line, one row for each who waits, with what the rules say of them. */
export function WaitingTable({ entries, without, row, openId, onOpen }: WaitingTableProps) {
  const programmes = useProgrammes();
  return (
    <ListTable
      label={words.title}
      head={
        <>
          <th className={`${ledger.num} ${styles.position}`}>{words.columns.position}</th>
          <th>{words.columns.who}</th>
          <th className={`${ledger.num} ${styles.quantity}`}>{words.columns.quantity}</th>
          <th className={styles.state}>{words.columns.state}</th>
        </>
      }
    >
      {entries.map((entry, at) => (
        <WaitingRow
          key={entry.entryId}
          entry={entry}
          programme={entry.programme === null ? undefined : programmes.get(entry.programme)?.programme}
          short={without.has(entry.entryId)}
          current={at === row}
          open={entry.entryId === openId}
          onOpen={() => onOpen(at)}
        />
      ))}
    </ListTable>
  );
}

interface WaitingRowProps {
  readonly entry: WaitingEntry;
  readonly programme: Programme | undefined;
  readonly short: boolean;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function WaitingRow({ entry, programme, short, current, open, onOpen }: WaitingRowProps) {
  return (
    <ListRow current={current} open={open}>
      <td className={ledger.num}>{entry.position}</td>
      <td>
        <RowName onOpen={onOpen} second={<span className={styles.whole}>{reasonOf(entry, programme)}</span>}>
          {entry.maskedName === '' ? id.subsidyOffice.who.erased : entry.maskedName}
          {entry.maskedNik !== '' && <span className={ledger.soft}> {masked(entry.maskedNik)}</span>}
        </RowName>
      </td>
      <td className={ledger.num}>
        <b>{formatQuantity(entry.quantityThousandths)}</b> <span className={ledger.soft}>{entry.unit}</span>
      </td>
      <td>{short ? <Tag kind="wait">{words.short}</Tag> : <StateTag state={entry.state} />}</td>
    </ListRow>
  );
}

function reasonOf(entry: WaitingEntry, programme: Programme | undefined): string {
  const [first] = entry.findings;
  if (first !== undefined) {
    const { title, text } = reasonWords(first, programme, entry.quotas);
    return `${title}. ${text}`;
  }
  if (entry.afterPosition !== null) return words.after(entry.afterPosition);
  const category = entry.category === null ? [] : [categoryNames[entry.category]];
  return [entry.productName, ...category].join(', ');
}

/** Whether somebody may buy, by form before colour. */
export function StateTag({ state }: Pick<WaitingEntry, 'state'>) {
  if (state === 'refuse') return <Tag kind="stop">{words.states.refuse}</Tag>;
  return <Tag kind={state === 'warn' ? 'wait' : 'plain'}>{words.states[state]}</Tag>;
}
