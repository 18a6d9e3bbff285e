import { useQuery } from '@tanstack/react-query';
import {
  formatAmount,
  formatDateShort,
  formatQuantity,
  formatRupiah,
} from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import ledger from '../../../ui/ledger.module.css';
import { More, SecondLine } from '../../../ui/list-table.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Fault } from '../../../ui/states.tsx';
import { masked, shownName } from '../who.ts';
import styles from './cylinders.module.css';

const words = id.subsidyOffice.cylinders;

/** Cylinders that are with buyers against a deposit, the oldest first. */
export function LoanList({ kind }: { readonly kind: string }) {
  const { data: loans, error } = useQuery(ask.cylinderLoans({ kind }));
  return (
    <Sheet label={words.loans} className={styles.list}>
      <header className={styles.head}>
        <h2>{words.loans}</h2>
        {loans !== undefined && loans.total > 0 && (
          <span>
            {words.loansAside(formatQuantity(loans.leftThousandths), formatRupiah(loans.depositsRp))}
          </span>
        )}
      </header>
      {error !== null && <Fault error={error} />}
      {loans?.total === 0 && <Empty title={words.noLoans} />}
      {loans !== undefined && loans.total > 0 && (
        <table className={ledger.ledger} aria-label={words.loans}>
          <thead>
            <tr>
              <th>{words.columns.since}</th>
              <th>{words.columns.who}</th>
              <th className={ledger.num}>{words.columns.left}</th>
              <th className={ledger.num}>{words.columns.deposit}</th>
            </tr>
          </thead>
          <tbody>
            {loans.loans.map((loan) => (
              <tr key={`${loan.saleId} ${loan.kind}`}>
                <td>
                  {formatDateShort(loan.date)}
                  <SecondLine>{loan.receipt}</SecondLine>
                </td>
                <td>
                  {loan.registrationId === null ? words.nobody : shownName(loan.buyer)}
                  <SecondLine>{masked(loan.buyer.lastFour)}</SecondLine>
                </td>
                <td className={ledger.num}>
                  <b>{formatQuantity(loan.leftThousandths)}</b>
                  {loan.returnedThousandths > 0 && (
                    <SecondLine>{words.of(formatQuantity(loan.quantityThousandths))}</SecondLine>
                  )}
                </td>
                <td className={ledger.num}>{formatAmount(loan.depositRp)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {loans !== undefined && loans.total > loans.loans.length && (
        <More>{words.more(formatAmount(loans.total - loans.loans.length))}</More>
      )}
    </Sheet>
  );
}
