import { useQuery } from '@tanstack/react-query';
import type { PrinterSettings } from '../../../shared/contract/printing.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useMay } from '../../data/use-shop.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import { NotMineNote } from './not-mine-note.tsx';
import { PrintJobs } from './print-jobs.tsx';
import { draftOf } from './printer-draft.ts';
import { PrinterForm } from './printer-form.tsx';
import { SettingsFrame, type SectionProps } from './sections.tsx';
import styles from './settings.module.css';
import { usePrinterActions } from './use-printer-actions.ts';

const words = id.settings.printer;

/** The receipt printer: how it is reached, whether it prints, and what became of the last papers. */
export function PrinterSection(props: SectionProps) {
  const settings = useQuery(ask.printer());
  const may = useMay('device.manage');
  if (settings.isError) {
    return (
      <SettingsFrame {...props}>
        <Fault error={settings.error} onRetry={() => void settings.refetch()} />
      </SettingsFrame>
    );
  }
  if (settings.isPending) {
    return (
      <SettingsFrame {...props}>
        <Waiting />
      </SettingsFrame>
    );
  }
  if (may) return <ChangePrinter {...props} settings={settings.data} />;
  return (
    <SettingsFrame {...props} rail={<PrintJobs />}>
      <Sheet padded className={styles.work}>
        <h2>{words.transport}</h2>
        <p>{words[settings.data.transport.kind]}</p>
        <NotMineNote permission="device.manage" />
      </Sheet>
    </SettingsFrame>
  );
}

function ChangePrinter({ settings, ...props }: SectionProps & { readonly settings: PrinterSettings }) {
  const entry = useEntry(draftOf(settings));
  const { save, test } = usePrinterActions(entry);
  const printable = settings.transport.kind !== 'none';
  useActions(printable ? [test, save] : [save]);
  return (
    <SettingsFrame
      {...props}
      rail={<PrintJobs />}
      next={
        <>
          {printable && <ActionButton action={test} size="tall" withIcon />}
          <NextStep main={save} />
        </>
      }
    >
      <Sheet padded className={styles.work}>
        <PrinterForm entry={entry} onSubmit={save.perform} />
      </Sheet>
    </SettingsFrame>
  );
}
