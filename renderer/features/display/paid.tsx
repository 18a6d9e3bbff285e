import type { DisplayState } from '../../../shared/contract/display.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import styles from './paid.module.css';

type PaidProps = Extract<DisplayState, { kind: 'paid' }>;

/** The change, and how it came about; where there is none, that it is paid. */
export function Paid({ totalRp, dueRp, receivedRp, changeRp }: PaidProps) {
  const facts: readonly (readonly [name: string, rp: number])[] = [
    [id.display.spent, totalRp],
    ...(dueRp === totalRp ? [] : [[id.display.rounding, dueRp - totalRp] as const]),
    ...(receivedRp === dueRp ? [] : [[id.display.received, receivedRp] as const]),
  ];
  return (
    <main className={styles.paid} aria-label={id.display.paid}>
      <section className={styles.result}>
        <h1>{changeRp > 0 ? id.display.change : id.display.paid}</h1>
        <Money rp={changeRp > 0 ? changeRp : dueRp} size="fill" />
      </section>
      <dl className={styles.facts}>
        {facts.map(([name, rp]) => (
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
