import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyingRow, KeyingStatus } from '../../../../shared/contract/keying.ts';
import { externalSystemSchema, type ExternalSystem } from '../../../../shared/domain/programmes/rules.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ListSheet } from '../../../ui/list-table.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Empty, Fault } from '../../../ui/states.tsx';
import { SectionFrame, SECTIONS, type SectionProps } from '../sections.tsx';
import { sayStillFilling, useRows } from '../../../ui/use-rows.ts';
import { KeyingCard } from './keying-card.tsx';
import { KeyingCounts } from './keying-counts.tsx';
import { KeyingTable } from './keying-table.tsx';
import { MarkDifferent } from './mark-different.tsx';

const words = id.subsidyOffice.keying;

/** Which lines are shown. */
interface Filter {
  readonly system: ExternalSystem | null;
  readonly status: KeyingStatus | null;
}

const SYSTEMS: readonly (ExternalSystem | null)[] = [null, ...externalSystemSchema.options];
const STATUSES: readonly (KeyingStatus | null)[] = ['belum', 'beda', 'sudah', null];

function after<T>(choices: readonly T[], chosen: T): T {
  const next = choices[(choices.indexOf(chosen) + 1) % choices.length];
  return next === undefined ? chosen : next;
}

interface QueueScreenProps extends SectionProps {
  readonly onCompare: () => void;
}

/** Line after line: read it, copy it, key it elsewhere, say that it stands there. */
export function QueueScreen({ onSection, onCompare }: QueueScreenProps) {
  const [filter, setFilter] = useState<Filter>({ system: null, status: 'belum' });
  const [differing, setDiffering] = useState<KeyingRow | null>(null);
  const { data: queue, error } = useQuery({
    ...ask.keyingQueue({ ...filter }),
    placeholderData: keepPreviousData,
  });
  const rows = queue?.rows ?? [];
  const differs = differing !== null;
  const { row, open } = useRows(rows.length, { filling: differs });
  const tools = useTools({
    filter,
    onFilter: setFilter,
    onCompare: differs ? sayStillFilling : onCompare,
  });
  const current = rows[row];
  return (
    <SectionFrame section="keying" onSection={onSection} digitsTaken={differs}>
      <Screen
        title={words.title}
        aside={
          queue !== undefined && <span className="when-wide">{words.aside(formatAmount(queue.total))}</span>
        }
        tools={tools.map((action) => (
          <ActionButton key={action.id} action={action} />
        ))}
        rail={
          differing === null ? (
            <KeyingCard row={current} onDiffer={setDiffering} />
          ) : (
            <MarkDifferent row={differing} onClose={() => setDiffering(null)} />
          )
        }
      >
        <ListSheet>
          {queue !== undefined && <KeyingCounts counts={queue.counts} />}
          {error !== null && <Fault error={error} />}
          {queue?.total === 0 && <Nothing status={filter.status} />}
          {rows.length > 0 && (
            <KeyingTable rows={rows} row={row} more={(queue?.total ?? 0) - rows.length} onRow={open} />
          )}
        </ListSheet>
      </Screen>
    </SectionFrame>
  );
}

function Nothing({ status }: { readonly status: KeyingStatus | null }) {
  return (
    <Empty title={status === 'belum' ? words.allKeyed : words.none}>
      <p>{status === 'belum' ? words.allKeyedText : words.noneText}</p>
    </Empty>
  );
}

interface ToolWishes {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onCompare: () => void;
}

/** The digits behind those of the sections turn the filters over. */
function useTools({ filter, onFilter, onCompare }: ToolWishes): readonly Action[] {
  const mayCompare = useMay('subsidy.manage');
  const compare: Action[] = mayCompare
    ? [
        {
          id: 'subsidy.keying-compare',
          label: words.compare,
          help: words.compareHelp,
          key: 'F7',
          perform: onCompare,
        },
      ]
    : [];
  return useActions([
    {
      id: 'subsidy.keying-system',
      label: filter.system === null ? words.allSystems : id.subsidyOffice.systems[filter.system],
      help: words.systemHelp,
      key: String(SECTIONS.length + 1),
      perform: () => onFilter({ ...filter, system: after(SYSTEMS, filter.system) }),
    },
    {
      id: 'subsidy.keying-status',
      label: filter.status === null ? words.allStatuses : words.statuses[filter.status],
      help: words.statusHelp,
      key: String(SECTIONS.length + 2),
      perform: () => onFilter({ ...filter, status: after(STATUSES, filter.status) }),
    },
    ...compare,
  ]);
}
