import type { DebtorDetail, PaidDebt } from '../../../shared/contract/debts.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { allRight } from '../../ui/field-checks.ts';
import { sayRefusal } from '../../ui/messages.ts';
import type { Entry } from '../../ui/use-entry.ts';
import type { DebtorRef } from './index.tsx';
import { tenderOf, type PayDraft, type PayPlan } from './pay-plan.ts';

const words = id.debts.pay;

interface PayDebt {
  readonly debtor: DebtorRef;
  readonly detail: DebtorDetail;
  readonly entry: Entry<PayDraft>;
  readonly plan: PayPlan;
  readonly onBack: () => void;
  readonly onPaid: (paid: PaidDebt) => void;
}

/** Receiving what is on the screen, and leaving it. */
export function usePayDebt({ debtor, detail, entry, plan, onBack, onPaid }: PayDebt): {
  receive: Action;
  back: Action;
} {
  const { pending, run } = useCommand(engine.debts.pay);
  const { draft } = entry;
  const receive = async () => {
    if (!allRight(plan.errors)) return entry.refuse(plan.errors);
    const reply = await run({
      ...debtor,
      amountRp: plan.amountRp,
      owedRp: detail.owedRp,
      tender: tenderOf(draft, plan),
      saleIds: draft.chosen.length === 0 ? null : [...draft.chosen],
    });
    if (reply.ok) onPaid(reply.value);
    else sayRefusal(reply.error);
  };
  return {
    receive: {
      id: 'debts.receive',
      label: words.receive,
      help: words.receiveHelp,
      key: 'F9',
      enabled: !pending,
      perform: () => void receive(),
    },
    back: { id: 'debts.pay-back', label: words.back, help: words.backHelp, key: 'Escape', perform: onBack },
  };
}
