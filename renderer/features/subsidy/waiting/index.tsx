import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ListSheet } from '../../../ui/list-table.tsx';
import { hush } from '../../../ui/messages.ts';
import { Screen } from '../../../ui/screen.tsx';
import { Empty, Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { sayStillFilling, useRows } from '../use-rows.ts';
import { queueStock, type QueueStock } from './queue-stock.ts';
import { useRemoving } from './use-removing.ts';
import { WaitingSide, type OpenedWaiting } from './waiting-side.tsx';
import { WaitingTable } from './waiting-table.tsx';

const words = id.subsidyOffice.waiting;

/** The day of delivery: who waits, whether they may buy, and whether there is enough for them. */
export function WaitingSection({ onSection }: SectionProps) {
  const waiting = useQuery(ask.waiting());
  const programmes = useQuery(ask.programmes());
  const [opened, setOpened] = useState<OpenedWaiting>(null);
  const entries = waiting.data?.entries;
  const goods = programmes.data?.programmes.flatMap((each) => each.goods) ?? [];
  const stock = queueStock(entries ?? [], goods);
  const error = waiting.error ?? programmes.error;
  useScanner((code) => {
    hush();
    setOpened({ kind: 'add', text: code });
  });
  const add: Action = {
    id: 'subsidy.waiting-add',
    label: words.add,
    help: words.addHelp,
    key: 'F2',
    icon: 'plus',
    perform: () => {
      hush();
      setOpened({ kind: 'add', text: '' });
    },
  };
  useActions([add]);
  return (
    <SectionFrame section="waiting" onSection={onSection} digitsTaken={opened?.kind === 'add'}>
      <Screen
        title={words.title}
        aside={entries === undefined ? undefined : words.aside(formatAmount(entries.length))}
        tools={<ActionButton action={add} withIcon />}
        railWidth="wide"
        rail={
          waiting.data !== undefined && (
            <WaitingSide
              opened={opened}
              waiting={waiting.data}
              goods={goods}
              stock={stock}
              onOpen={setOpened}
              onClose={() => setOpened(null)}
            />
          )
        }
      >
        {error !== null && <Fault error={error} />}
        {error === null && entries === undefined && <Waiting />}
        {entries !== undefined && (
          <WaitingList
            entries={entries}
            stock={stock}
            openId={opened?.kind === 'entry' ? opened.entryId : null}
            filling={opened?.kind === 'add'}
            onOpen={(entryId) => {
              hush();
              setOpened({ kind: 'entry', entryId });
            }}
          />
        )}
      </Screen>
    </SectionFrame>
  );
}

interface WaitingListProps {
  readonly entries: readonly WaitingEntry[];
  readonly stock: QueueStock;
  readonly openId: string | null;
  /** Somebody is being added beside the line. */
  readonly filling: boolean;
  readonly onOpen: (entryId: string) => void;
}

function WaitingList({ entries, stock, openId, filling, onOpen }: WaitingListProps) {
  const open = (at: number) => {
    if (filling) return sayStillFilling();
    const entry = entries[at];
    if (entry !== undefined) onOpen(entry.entryId);
  };
  const { row, setRow } = useRows(entries.length, filling ? undefined : open);
  const { remove } = useRemoving();
  useActions([
    {
      id: 'subsidy.waiting-remove',
      label: words.remove,
      help: words.removeHelp,
      key: 'Delete',
      enabled: entries.length > 0,
      perform: () => {
        const entry = entries[row];
        if (entry !== undefined) void remove(entry);
      },
    },
  ]);
  return (
    <ListSheet>
      {entries.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <WaitingTable
          entries={entries}
          without={stock.without}
          row={row}
          openId={openId}
          onOpen={(at) => {
            setRow(at);
            open(at);
          }}
        />
      )}
    </ListSheet>
  );
}
