import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useMay, useMe } from '../../data/use-shop.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { NotMine } from '../../ui/not-mine.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Fault, Waiting } from '../../ui/states.tsx';
import { DayList, type ReportedDay } from './day-list.tsx';
import { ReportPaper } from './report-paper.tsx';
import styles from './report.module.css';
import { useReportActions } from './use-report-actions.ts';

const words = id.reports;

/** Every business day and its closing report. */
export function ReportsScreen() {
  const me = useMe();
  const may = useMay('report.read');
  if (me === null) return <Waiting />;
  if (!may) {
    return (
      <Screen title={words.title}>
        <Sheet className={styles.nothing}>
          <NotMine permission="report.read" title={words.notMine} text={words.notMineText} />
        </Sheet>
      </Screen>
    );
  }
  return <Days />;
}

function Days() {
  const days = useQuery(ask.days());
  const [wanted, setWanted] = useState<string | null>(null);
  if (days.isError) return <Fault error={days.error} onRetry={() => void days.refetch()} />;
  if (days.isPending) return <Waiting />;
  const shown = days.data.find((day) => day.businessDate === wanted) ?? days.data[0];
  if (shown === undefined) {
    return (
      <Screen title={words.title}>
        <Sheet className={styles.nothing}>
          <Empty title={words.noDays}>
            <p>{words.noDaysText}</p>
          </Empty>
        </Sheet>
      </Screen>
    );
  }
  return <OneDay days={days.data} shown={shown.businessDate} onShow={setWanted} />;
}

interface OneDayProps {
  readonly days: readonly ReportedDay[];
  readonly shown: string;
  readonly onShow: (date: string) => void;
}

function OneDay({ days, shown, onShow }: OneDayProps) {
  const report = useQuery(ask.daily(shown));
  const { pdf, print, verify } = useReportActions(shown);
  useActions(verify === null ? [print, pdf] : [verify, print, pdf]);
  return (
    <Screen
      title={words.title}
      tools={verify && <ActionButton action={verify} withIcon />}
      rail={<DayList days={days} shown={shown} onShow={onShow} />}
      next={
        <>
          <ActionButton action={print} size="tall" withIcon />
          <NextStep main={pdf} />
        </>
      }
    >
      {report.isError && <Fault error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Waiting />}
      {report.data && <ReportPaper report={report.data} />}
    </Screen>
  );
}
