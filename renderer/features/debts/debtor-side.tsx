import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DebtorDetail } from '../../../shared/contract/debts.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { saveFile } from '../../data/save-file.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { DebtorPaper } from './debtor-paper.tsx';
import panel from '../../ui/rail-panel.module.css';
import { RailEmpty } from '../../ui/rail-panel.tsx';
import styles from './debts.module.css';
import type { DebtorRef } from './index.tsx';
import { StatementPanel } from './statement-panel.tsx';

const words = id.debts;

interface DebtorSideProps {
  readonly opened: DebtorRef | null;
  readonly onPay: (debtor: DebtorRef) => void;
  readonly onClose: () => void;
}

/** One debtor beside the list. */
export function DebtorSide({ opened, onPay, onClose }: DebtorSideProps) {
  if (opened === null) {
    return (
      <RailEmpty title={words.nothing}>
        <p>{words.nothingText}</p>
      </RailEmpty>
    );
  }
  return <OneDebtor key={opened.id} debtor={opened} onPay={() => onPay(opened)} onClose={onClose} />;
}

interface OneDebtorProps {
  readonly debtor: DebtorRef;
  readonly onPay: () => void;
  readonly onClose: () => void;
}

function OneDebtor({ debtor, onPay, onClose }: OneDebtorProps) {
  const { data: detail, error } = useQuery(ask.debtor(debtor));
  const [choosing, setChoosing] = useState(false);
  if (error !== null) return <Fault error={error} />;
  if (detail === undefined) return <Waiting />;
  if (choosing) {
    return <StatementPanel debtor={debtor} detail={detail} onBack={() => setChoosing(false)} />;
  }
  return (
    <div className={panel.panel}>
      <DebtorPaper detail={detail} />
      <DebtorFoot
        debtor={debtor}
        detail={detail}
        onPay={onPay}
        onStatement={() => setChoosing(true)}
        onClose={onClose}
      />
    </div>
  );
}

interface DebtorFootProps extends OneDebtorProps {
  readonly detail: DebtorDetail;
  readonly onStatement: () => void;
}

/** What can be done with a debt: take money for it, ask for it, account for it. */
function DebtorFoot({ debtor, detail, onPay, onStatement, onClose }: DebtorFootProps) {
  const owes = detail.owedRp > 0;
  const take = useTaking(onPay);
  const remind = useReminder(debtor);
  const back: Action = {
    id: 'debts.list',
    label: words.list,
    help: words.listHelp,
    key: 'Escape',
    perform: onClose,
  };
  const pay: Action = {
    id: 'debts.pay',
    label: words.detail.pay,
    help: words.detail.payHelp,
    key: 'F9',
    perform: take,
  };
  const reminder: Action = {
    id: 'debts.reminder',
    label: words.detail.reminder,
    help: words.detail.reminderHelp,
    key: 'F11',
    icon: 'printer',
    enabled: !remind.pending,
    perform: remind.save,
  };
  const statement: Action = {
    id: 'debts.statement',
    label: words.detail.statement,
    help: words.detail.statementHelp,
    key: 'F8',
    icon: 'file',
    perform: onStatement,
  };
  const papers = owes ? [statement, reminder] : [statement];
  useActions([back, ...papers, ...(owes ? [pay] : [])]);
  return (
    <>
      <div className={styles.papers}>
        {papers.map((action) => (
          <ActionButton key={action.id} action={action} withIcon />
        ))}
      </div>
      {owes ? <NextStep back={back} main={pay} /> : <ActionButton action={back} size="tall" />}
    </>
  );
}

/** Money is taken only into a drawer that somebody answers for. */
function useTaking(onPay: () => void): () => void {
  const navigate = useNavigate();
  const cash = useQuery(ask.cash()).data;
  return () => {
    // Where it is not known yet, the engine will say.
    const open = cash === undefined || (cash.shift !== null && cash.shift.count === null);
    if (open) return onPay();
    say({
      tone: 'attention',
      icon: 'cash',
      title: words.closed,
      text: words.closedText,
      action: { label: words.closedOpen, perform: () => void navigate({ to: '/kas' }) },
    });
  };
}

function useReminder(debtor: DebtorRef): { readonly pending: boolean; readonly save: () => void } {
  const { pending, run } = useCommand(engine.debts.reminderPdf);
  const save = async () => {
    const reply = await run(debtor);
    if (!reply.ok) return sayRefusal(reply.error);
    saveFile(reply.value);
    say({ tone: 'done', title: words.saved(reply.value.fileName), text: words.savedText });
  };
  return { pending, save: () => void save() };
}
