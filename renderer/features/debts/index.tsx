import { useState } from 'react';
import type { DebtorKind, PaidDebt } from '../../../shared/contract/debts.ts';
import { hush } from '../../ui/messages.ts';
import { DebtList } from './debt-list.tsx';
import { PaidScreen } from './paid-screen.tsx';
import { PayScreen } from './pay-screen.tsx';

/** A member or an institution that owes. */
export interface DebtorRef {
  readonly kind: DebtorKind;
  readonly id: string;
}

type Part =
  | { readonly part: 'list'; readonly debtor: DebtorRef | null }
  | { readonly part: 'pay'; readonly debtor: DebtorRef }
  | { readonly part: 'paid'; readonly debtor: DebtorRef; readonly paid: PaidDebt };

/** Kasbon and invoices: who owes, what, how late, and taking what they pay. */
export function DebtsScreen() {
  const [at, setAt] = useState<Part>({ part: 'list', debtor: null });
  const goTo = (next: Part) => {
    hush();
    setAt(next);
  };
  if (at.part === 'pay') {
    const { debtor } = at;
    return (
      <PayScreen
        debtor={debtor}
        onBack={() => goTo({ part: 'list', debtor })}
        onPaid={(paid) => goTo({ part: 'paid', debtor, paid })}
      />
    );
  }
  if (at.part === 'paid') {
    const { debtor, paid } = at;
    return <PaidScreen debtor={debtor} paid={paid} onNext={() => goTo({ part: 'list', debtor })} />;
  }
  return <DebtList first={at.debtor} onPay={(debtor) => goTo({ part: 'pay', debtor })} />;
}
