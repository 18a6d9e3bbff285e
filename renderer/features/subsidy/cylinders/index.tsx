import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CylinderState } from '../../../../shared/contract/cylinders.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { hush } from '../../../ui/messages.ts';
import { Screen } from '../../../ui/screen.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { sayStillFilling, useRows } from '../../../ui/use-rows.ts';
import { AdjustForm } from './adjust-form.tsx';
import { AgenPanel } from './agen-panel.tsx';
import { LoanList } from './loan-list.tsx';
import { MovementList } from './movement-list.tsx';
import { ReceiveForm } from './receive-form.tsx';
import { StateTable } from './state-table.tsx';
import styles from './cylinders.module.css';

const words = id.subsidyOffice.cylinders;

/** The form beside the list, and of which kind of cylinder it is. */
type Opened = { readonly form: 'receive' | 'adjust'; readonly kind: string } | null;

/** Full, empty, damaged and lent cylinders, and who owes whom. */
export function CylindersSection({ onSection }: SectionProps) {
  const { data: state, error } = useQuery(ask.cylinders());
  const kinds = state?.kinds ?? [];
  const [opened, setOpened] = useState<Opened>(null);
  const [history, setHistory] = useState(false);
  const { row, open } = useRows(kinds.length, { filling: opened !== null });
  const mayManage = useMay('subsidy.manage');
  // A form stays with the cylinders it was opened for.
  const kind = kinds.find((each) => each.kind === opened?.kind) ?? kinds[row];
  const show = (form: 'receive' | 'adjust') => {
    if (kind === undefined) return;
    if (opened !== null) return sayStillFilling();
    hush();
    setOpened({ form, kind: kind.kind });
  };
  const tools = useTools({
    mayManage,
    ready: kind !== undefined,
    history,
    onOpen: show,
    onHistory: () => setHistory(!history),
  });
  return (
    <SectionFrame section="cylinders" onSection={onSection} digitsTaken={opened !== null}>
      <Screen
        title={words.title}
        tools={tools.map((action) => (
          <ActionButton key={action.id} action={action} withIcon />
        ))}
        rail={kind !== undefined && <Side kind={kind} opened={opened} onClose={() => setOpened(null)} />}
      >
        {error !== null && <Fault error={error} />}
        {error === null && state === undefined && <Waiting />}
        {state !== undefined && kinds.length === 0 && (
          <Sheet>
            <Empty title={words.empty}>
              <p>{words.emptyText}</p>
            </Empty>
          </Sheet>
        )}
        {kind !== undefined && (
          <div className={styles.page}>
            <StateTable kinds={kinds} row={kinds.indexOf(kind)} onRow={open} />
            {history ? <MovementList kind={kind.kind} /> : <LoanList kind={kind.kind} />}
          </div>
        )}
      </Screen>
    </SectionFrame>
  );
}

interface SideProps {
  readonly kind: CylinderState;
  readonly opened: Opened;
  readonly onClose: () => void;
}

function Side({ kind, opened, onClose }: SideProps) {
  if (opened?.form === 'receive') return <ReceiveForm key={kind.kind} kind={kind} onClose={onClose} />;
  if (opened?.form === 'adjust') return <AdjustForm key={kind.kind} kind={kind} onClose={onClose} />;
  return <AgenPanel kind={kind} />;
}

interface ToolWishes {
  readonly mayManage: boolean;
  /** There is a kind of cylinder to do it with. */
  readonly ready: boolean;
  readonly history: boolean;
  readonly onOpen: (form: 'receive' | 'adjust') => void;
  readonly onHistory: () => void;
}

function useTools({ mayManage, ready, history, onOpen, onHistory }: ToolWishes): readonly Action[] {
  const managing: Action[] = [
    {
      id: 'subsidy.cylinders-receive',
      label: words.receive,
      help: words.receiveHelp,
      key: 'F6',
      icon: 'plus',
      enabled: ready,
      perform: () => onOpen('receive'),
    },
    {
      id: 'subsidy.cylinders-adjust',
      label: words.adjust,
      help: words.adjustHelp,
      key: 'F7',
      enabled: ready,
      perform: () => onOpen('adjust'),
    },
    {
      id: 'subsidy.cylinders-history',
      label: history ? words.loans : words.history,
      help: words.historyHelp,
      key: 'F8',
      enabled: ready,
      perform: onHistory,
    },
  ];
  return useActions(mayManage ? managing : []);
}
