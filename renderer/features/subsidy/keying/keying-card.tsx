import { useRef } from 'react';
import type { KeyingRow } from '../../../../shared/contract/keying.ts';
import { formatDate, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { useSettled } from '../../../keyboard/use-settled.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { Note } from '../../../ui/note.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { RailEmpty, RailPanel } from '../../../ui/rail-panel.tsx';
import { shownName } from '../who.ts';
import styles from './keying.module.css';
import { StatusTag } from './keying-table.tsx';
import { useCopying } from './use-copying.ts';

const words = id.subsidyOffice.keying;

interface KeyingCardProps {
  /** The line the arrows stand on. */
  readonly row: KeyingRow | undefined;
  readonly onDiffer: (row: KeyingRow) => void;
}

/** One line as it has to be keyed elsewhere, with a key to copy each part of it. */
export function KeyingCard({ row, onDiffer }: KeyingCardProps) {
  if (row === undefined) {
    return (
      <RailEmpty title={words.nothing}>
        <p>{words.limits}</p>
      </RailEmpty>
    );
  }
  return <OneLine key={row.lineId} row={row} onDiffer={onDiffer} />;
}

function OneLine({
  row,
  onDiffer,
}: {
  readonly row: KeyingRow;
  readonly onDiffer: KeyingCardProps['onDiffer'];
}) {
  const copying = useCopying(row);
  const { main, differ } = useMarking(row, () => onDiffer(row));
  useActions([...copying, differ, main]);
  const system = id.subsidyOffice.systems[row.system];
  return (
    <RailPanel
      title={words.card(system)}
      aside={<StatusTag status={row.status} />}
      foot={
        <>
          <div className={styles.copies}>
            {copying.map((action) => (
              <ActionButton key={action.id} action={action} />
            ))}
          </div>
          <NextStep back={differ} main={main} />
        </>
      }
    >
      <p className={styles.digits}>
        {row.buyer.lastFour === '' ? words.noNumber : `•••• ${row.buyer.lastFour}`}
      </p>
      <p className={panel.quiet}>{row.registrationId === null ? words.nobody : shownName(row.buyer)}</p>
      <p className={styles.amount}>
        {formatQuantity(row.quantityThousandths)} <small>{row.unit}</small>
      </p>
      <Facts
        tight
        rows={[
          { name: words.goods, value: row.programmeName },
          { name: words.date, value: formatDate(row.date) },
          { name: words.receipt, value: row.receipt },
          ...(row.keyedThousandths === null
            ? []
            : [{ name: words.keyed(system), value: formatQuantity(row.keyedThousandths) }]),
          ...(row.reference === '' ? [] : [{ name: words.reference, value: row.reference }]),
          ...(row.note === '' ? [] : [{ name: words.note, value: row.note }]),
        ]}
      />
      <Note apart>{words.limits}</Note>
    </RailPanel>
  );
}

/** Says of the line that it stands in the other system, or does not; the next one takes its place. */
function useMarking(
  row: KeyingRow,
  onDiffer: () => void,
): { readonly main: Action; readonly differ: Action } {
  const { pending, run } = useCommand(engine.keying.mark);
  const isSettled = useSettled();
  const marked = useRef<KeyingRow>(null);
  // Until the list shows it as marked, what is pressed is meant for the next line.
  const isBehind = () => marked.current === row;
  const { saleId, lineId } = row;
  const mark = async (status: 'sudah' | 'belum') => {
    // The line behind has taken the place of one that was marked: a double press means only the first.
    if (!isSettled() || isBehind()) return;
    marked.current = row;
    const reply = await run({ lines: [{ saleId, lineId }], status });
    if (!reply.ok) {
      marked.current = null;
      return sayRefusal(reply.error);
    }
    return say({ tone: 'done', title: words.marked[status](row.receipt) });
  };
  const main: Action =
    row.status === 'sudah'
      ? {
          id: 'subsidy.keying-undo',
          label: words.undo,
          help: words.undoHelp,
          key: 'F9',
          enabled: !pending,
          perform: () => void mark('belum'),
        }
      : {
          id: 'subsidy.keying-done',
          label: words.done,
          help: words.doneHelp,
          key: 'F9',
          enabled: !pending,
          perform: () => void mark('sudah'),
        };
  return {
    main,
    differ: {
      id: 'subsidy.keying-differ',
      label: words.differ,
      help: words.differHelp,
      key: 'F6',
      perform: () => {
        if (!isBehind()) onDiffer();
      },
    },
  };
}
