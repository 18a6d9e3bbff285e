import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import { id } from '../../../../shared/i18n/id.ts';
import ledger from '../../../ui/ledger.module.css';
import { Empty } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import screen from '../recall.module.css';
import { saidOf } from './standing.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';

const words = id.subsidyTill.waiting;

interface WaitingListProps {
  readonly entries: readonly WaitingEntry[];
  readonly chosen: WaitingEntry | undefined;
  readonly onChoose: (entryId: string) => void;
}

/** The line of people as a ledger. */
export function WaitingList({ entries, chosen, onChoose }: WaitingListProps) {
  if (entries.length === 0) {
    return (
      <Empty title={words.none}>
        <p>{words.noneText}</p>
      </Empty>
    );
  }
  return (
    <table className={ledger.ledger} aria-label={words.list}>
      <thead>
        <tr>
          <th className={ledger.num}>{words.column.number}</th>
          <th>{words.column.name}</th>
          <th>{words.column.digits}</th>
          <th>{words.column.goods}</th>
          <th>{words.column.state}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr
            key={entry.entryId}
            ref={entry === chosen ? intoView : null}
            className={screen.row}
            aria-current={entry === chosen ? 'true' : undefined}
            onClick={() => onChoose(entry.entryId)}
          >
            <Cells entry={entry} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ entry }: { readonly entry: WaitingEntry }) {
  const names = useProgrammeNames();
  const { position, maskedName, maskedNik, quantityThousandths, unit, productName, state, findings } = entry;
  const [first] = findings;
  return (
    <>
      <td className={ledger.num}>{position}</td>
      <td className={screen.name} data-unnamed={maskedName === '' ? '' : undefined}>
        {maskedName === '' ? words.noName : maskedName}
      </td>
      <td className={screen.kind}>{maskedNik === '' ? '' : words.lastFour(maskedNik)}</td>
      <td className={screen.kind}>{words.goods(quantityThousandths, unit, productName)}</td>
      <td className={screen.kind}>
        <Tag kind={TAG_OF[state]}>
          {first === undefined ? words.state[state] : saidOf(first, names).title}
        </Tag>
      </td>
    </>
  );
}

const TAG_OF = { ok: 'plain', warn: 'wait', refuse: 'stop' } as const;

function intoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
