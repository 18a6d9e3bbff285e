import { useNavigate } from '@tanstack/react-router';
import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { categoryNames } from '../../../../shared/i18n/id/subsidy-findings.ts';
import { useProgrammes } from '../../../data/use-programmes.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Note } from '../../../ui/note.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { RailPanel } from '../../../ui/rail-panel.tsx';
import { quotaWords, reasonWords } from '../finding-words.ts';
import { masked } from '../who.ts';
import { useRemoving } from './use-removing.ts';
import { StateTag } from './waiting-table.tsx';

const words = id.subsidyOffice.waiting;

interface EntryDetailProps {
  readonly entry: WaitingEntry;
  readonly knownBy: 'store' | 'district';
  readonly onClose: () => void;
}

/** Somebody who waits: what they ask for, what they had, and why they may or may not. */
export function EntryDetail({ entry, knownBy, onClose }: EntryDetailProps) {
  const foot = useFoot(entry, onClose);
  return (
    <RailPanel
      label={words.detail}
      title={entry.maskedName === '' ? id.subsidyOffice.who.erased : entry.maskedName}
      aside={<StateTag state={entry.state} />}
      foot={
        <>
          <ActionButton action={foot.remove} />
          <NextStep back={foot.back} main={foot.serve} />
        </>
      }
    >
      <Facts
        rows={[
          { name: id.subsidyOffice.who.number, value: masked(entry.maskedNik) },
          {
            name: entry.productName,
            value: `${formatQuantity(entry.quantityThousandths)} ${entry.unit}`,
          },
          ...(entry.category === null
            ? []
            : [{ name: words.category, value: categoryNames[entry.category] }]),
          ...entry.quotas.map(quotaWords),
        ]}
      />
      <Reasons entry={entry} />
      {entry.afterPosition !== null && <Note>{words.after(entry.afterPosition)}</Note>}
      <p className={panel.quiet}>{id.subsidyOffice.knownBy[knownBy]}</p>
    </RailPanel>
  );
}

/** Why they may not, or what to heed. */
function Reasons({ entry }: Pick<EntryDetailProps, 'entry'>) {
  const programmes = useProgrammes();
  return entry.findings.map((finding) => {
    const { title, text } = reasonWords(finding, programmes.get(finding.programme)?.programme, entry.quotas);
    return (
      <Note key={`${finding.code} ${finding.ruleId ?? ''}`}>
        <b>{title}.</b> {text}
      </Note>
    );
  });
}

function useFoot(entry: WaitingEntry, onClose: () => void) {
  const navigate = useNavigate();
  const removing = useRemoving();
  const back: Action = {
    id: 'subsidy.waiting-back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: onClose,
  };
  const remove: Action = {
    id: 'subsidy.waiting-remove-this',
    label: words.remove,
    help: words.removeHelp,
    key: 'Delete',
    enabled: !removing.pending,
    perform: () =>
      void removing.remove(entry).then((gone) => {
        if (gone) onClose();
      }),
  };
  const serve: Action = {
    id: 'subsidy.waiting-till',
    label: words.toTill,
    help: words.toTillHelp,
    key: 'F9',
    perform: () => void navigate({ to: '/kasir' }),
  };
  useActions([back, remove, serve]);
  return { back, remove, serve };
}
