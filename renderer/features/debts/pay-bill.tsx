import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { PayPlan } from './pay-plan.ts';
import styles from './pay.module.css';

const words = id.debts.pay;

interface PayBillProps {
  readonly owedRp: number;
  readonly plan: PayPlan;
  /** Only cash has something to give back. */
  readonly cash: boolean;
}

/** What the payment comes to: to receive, to give back, and what stays owed. */
export function PayBill({ owedRp, plan, cash }: PayBillProps) {
  const { amountRp, roundingRp, dueRp, receivedRp, changeRp, leftRp } = plan;
  return (
    <>
      <Sheet padded label={words.bill}>
        <h2 className={styles.billTitle}>{words.due}</h2>
        <Money rp={dueRp} size={44} final />
        <Facts
          tight
          rows={[
            { name: words.paid, value: formatAmount(amountRp) },
            ...(roundingRp === 0 ? [] : [{ name: words.rounding, value: formatAmount(roundingRp) }]),
            { name: words.owed, value: formatAmount(owedRp) },
            { name: words.rest, value: formatAmount(leftRp), sum: true },
          ]}
        />
      </Sheet>
      {cash && (
        <Sheet padded label={words.change}>
          <h2 className={styles.billTitle}>{changeRp < 0 ? words.short : words.change}</h2>
          <Money rp={Math.abs(changeRp)} size={52} pale />
          <Facts tight rows={[{ name: words.given, value: formatAmount(receivedRp) }]} />
        </Sheet>
      )}
    </>
  );
}
