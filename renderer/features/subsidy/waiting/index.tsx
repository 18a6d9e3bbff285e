import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { useSettled } from '../../../keyboard/use-settled.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ListSheet } from '../../../ui/list-table.tsx';
import { hush } from '../../../ui/messages.ts';
import { Screen } from '../../../ui/screen.tsx';
import { Empty, Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { sayStillFilling, useRows } from '../../../ui/use-rows.ts';
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
  const show = (next: OpenedWaiting) => {
    hush();
    setOpened(next);
  };
  const adding = opened?.kind === 'add';
  useScanner((code) => show({ kind: 'add', text: code }));
  const add: Action = {
    id: 'subsidy.waiting-add',
    label: words.add,
    help: words.addHelp,
    key: 'F2',
    icon: 'plus',
    perform: () => (adding ? sayStillFilling() : show({ kind: 'add', text: '' })),
  };
  useActions([add]);
  return (
    <SectionFrame section="waiting" onSection={onSection} digitsTaken={adding}>
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
            filling={adding}
            onOpen={(entryId) => show({ kind: 'entry', entryId })}
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
  const { row, open } = useRows(entries.length, {
    filling,
    onOpen: (at) => {
      const entry = entries[at];
      if (entry !== undefined) onOpen(entry.entryId);
    },
  });
  const { remove } = useRemoving();
  // Whoever was behind moves up a row: the second half of a double press must not take them off too.
  const isSettled = useSettled(entries.length);
  const removing: Action = {
    id: 'subsidy.waiting-remove',
    label: words.remove,
    help: words.removeHelp,
    key: 'Delete',
    enabled: entries.length > 0,
    perform: () => {
      const entry = entries[row];
      if (entry !== undefined && isSettled()) void remove(entry);
    },
  };
  // In a field that was emptied Del reaches the screen; it is meant for what is being typed.
  useActions(filling ? [] : [removing]);
  return (
    <ListSheet>
      {entries.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <WaitingTable entries={entries} without={stock.without} row={row} openId={openId} onOpen={open} />
      )}
    </ListSheet>
  );
}
