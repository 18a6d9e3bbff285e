import { useRef, useState } from 'react';
import type { DebtorDetail } from '../../../shared/contract/debts.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { saveFile } from '../../data/save-file.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { daysOf } from '../../ui/periods.ts';
import panel from '../../ui/rail-panel.module.css';
import type { DebtorRef } from './index.tsx';
import { shownName } from './who.ts';

const words = id.debts.statement;

/** Spans that a statement is asked for, in the order of their keys. */
const PERIODS = ['this-month', 'last-month', 'this-year', 'last-year'] as const;

interface StatementPanelProps {
  readonly debtor: DebtorRef;
  readonly detail: DebtorDetail;
  readonly onBack: () => void;
}

/** Which span the statement of a debtor is for. */
export function StatementPanel({ debtor, detail, onBack }: StatementPanelProps) {
  const place = useRef<HTMLDivElement>(null);
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('this-month');
  const { pending, run } = useCommand(engine.debts.statementPdf);
  const { from, to } = daysOf(period, detail.today);
  const save = async () => {
    const reply = await run({ ...debtor, from, to });
    if (!reply.ok) return sayRefusal(reply.error);
    saveFile(reply.value);
    say({ tone: 'done', title: id.debts.saved(reply.value.fileName), text: id.debts.savedText });
    onBack();
  };
  const back: Action = {
    id: 'debts.statement-back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: onBack,
  };
  const main: Action = {
    id: 'debts.statement-save',
    label: words.save,
    help: words.saveHelp,
    key: 'F9',
    enabled: !pending,
    perform: () => void save(),
  };
  // Nothing is typed here: the digits choose, and the list's field has them again afterwards.
  useHome(place);
  useActions([back, main]);
  return (
    <div ref={place} tabIndex={-1} className={panel.panel}>
      <Sheet padded className={panel.sheet} label={words.title}>
        <h2>
          {words.title}
          <span>{shownName(detail)}</span>
        </h2>
        <OptionKeys
          labelHidden
          label={words.period}
          hint={words.days(formatDate(from), formatDate(to))}
          value={period}
          options={optionsOf(PERIODS, words.periods)}
          onChange={setPeriod}
        />
      </Sheet>
      <NextStep back={back} main={main} />
    </div>
  );
}
