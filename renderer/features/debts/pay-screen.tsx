import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DebtorDetail, PaidDebt } from '../../../shared/contract/debts.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import type { DebtorRef } from './index.tsx';
import { PayBill } from './pay-bill.tsx';
import { PayForm } from './pay-form.tsx';
import styles from './pay.module.css';
import { EMPTY_PAYMENT, payPlan } from './pay-plan.ts';
import { PayReceipts } from './pay-receipts.tsx';
import { usePayDebt } from './use-pay-debt.ts';
import { shownName } from './who.ts';

interface PayScreenProps {
  readonly debtor: DebtorRef;
  readonly onBack: () => void;
  readonly onPaid: (paid: PaidDebt) => void;
}

/** Taking money for what somebody owes: how much, with what, for which receipts. */
export function PayScreen({ debtor, onBack, onPaid }: PayScreenProps) {
  const { data: detail, error } = useQuery(ask.debtor(debtor));
  if (error !== null) return <Fault error={error} />;
  if (detail === undefined) return <Waiting />;
  return <Paying debtor={debtor} detail={detail} onBack={onBack} onPaid={onPaid} />;
}

function Paying({ debtor, detail, onBack, onPaid }: PayScreenProps & { readonly detail: DebtorDetail }) {
  const field = useRef<HTMLInputElement>(null);
  const entry = useEntry(EMPTY_PAYMENT);
  const plan = payPlan(entry.draft, detail);
  const { receive, back } = usePayDebt({ debtor, detail, entry, plan, onBack, onPaid });
  useHome(field);
  useActions([back, receive]);
  return (
    <Screen
      title={id.debts.pay.title}
      aside={`${shownName(detail)} ${detail.number}`.trim()}
      rail={<PayBill owedRp={detail.owedRp} plan={plan} cash={entry.draft.way === 'cash'} />}
      next={<NextStep keepsFocus back={back} main={receive} />}
    >
      <div className={styles.work}>
        <PayForm field={field} detail={detail} entry={entry} plan={plan} onSubmit={receive.perform} />
        <PayReceipts
          open={detail.open}
          parts={plan.parts}
          chosen={entry.draft.chosen}
          onChoose={(chosen) => entry.change({ chosen, amountRp: null })}
        />
      </div>
    </Screen>
  );
}
