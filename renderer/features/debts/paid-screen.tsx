import { useQuery } from '@tanstack/react-query';
import type { PaidDebt } from '../../../shared/contract/debts.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/money.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { DebtorRef } from './index.tsx';
import styles from './pay.module.css';
import { shownName } from './who.ts';

const words = id.debts.paid;

interface PaidScreenProps {
  readonly debtor: DebtorRef;
  readonly paid: PaidDebt;
  readonly onNext: () => void;
}

/** The payment is stored: the change in ink, and what is still owed. */
export function PaidScreen({ debtor, paid, onNext }: PaidScreenProps) {
  const { data: detail } = useQuery(ask.debtor(debtor));
  const next: Action = {
    id: 'debts.done',
    label: words.next,
    help: words.nextHelp,
    key: 'F9',
    perform: onNext,
  };
  useActions([next, { ...next, id: 'debts.done-back', key: 'Escape', silent: true }]);
  const name = detail === undefined ? '' : shownName(detail);
  return (
    <Screen
      title={words.title}
      aside={words.who(name)}
      rail={
        <Sheet padded label={words.change} className={styles.change}>
          <h2 className={styles.billTitle}>{paid.changeRp === 0 ? words.noChange : words.change}</h2>
          <Money rp={paid.changeRp} size={92} />
        </Sheet>
      }
      next={<ActionButton action={next} kind="main" size="huge" startsFocused />}
    >
      <Sheet padded label={words.title}>
        <Facts
          rows={[
            { name: words.receipt, value: paid.receipt },
            { name: words.sales, value: formatAmount(paid.sales) },
            { name: words.amount, value: formatAmount(paid.amountRp) },
            ...(paid.roundingRp === 0
              ? []
              : [{ name: id.debts.pay.rounding, value: formatAmount(paid.roundingRp) }]),
            { name: id.debts.pay.given, value: formatAmount(paid.receivedRp) },
            {
              name: words.rest,
              value: paid.leftRp === 0 ? <Tag kind="done">{words.settled}</Tag> : formatAmount(paid.leftRp),
              sum: true,
            },
          ]}
        />
        <p className={styles.slip}>{paid.printJobId === null ? words.notPrinted : words.printed}</p>
      </Sheet>
    </Screen>
  );
}
