import type { DisplayState } from '../../../shared/contract/display.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import styles from './paid.module.css';

type PaidProps = Extract<DisplayState, { kind: 'paid' }>;

/** The change, and how it came about; where there is none, that it is paid. */
export function Paid(paid: PaidProps) {
  const { dueRp, changeRp } = paid;
  return (
    <main className={styles.paid} aria-label={id.display.paid}>
      <section className={styles.result}>
        <h1>{changeRp > 0 ? id.display.change : id.display.paid}</h1>
        <Money rp={changeRp > 0 ? changeRp : dueRp} size="fill" />
      </section>
      <dl className={styles.facts}>
        {factsOf(paid).map(([name, rp]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatAmount(rp)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.thanks}>{id.display.thanks}</p>
    </main>
  );
}

/** Figures that make up the change; those that say nothing new are left out. */
function factsOf({ totalRp, dueRp, changeRp, ...paid }: PaidProps): (readonly [name: string, rp: number])[] {
  const { receivedRp, cashlessRp, returnedRp, donationRp } = paid;
  const facts = [
    [id.display.rounding, dueRp - totalRp],
    [id.display.returned, returnedRp],
    [id.display.cashless, cashlessRp],
    [id.display.received, receivedRp],
    [id.display.donated, donationRp],
  ] as const;
  const plain = changeRp === 0 && (receivedRp === dueRp || cashlessRp === dueRp);
  const rest = plain ? facts.slice(0, 1) : facts;
  return [[id.display.spent, totalRp], ...rest.filter(([, rp]) => rp !== 0)];
}
