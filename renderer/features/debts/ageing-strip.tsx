import type { Ageing } from '../../../shared/domain/debts.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import styles from './debts.module.css';

const words = id.debts;

const AGES = ['notDueRp', 'days30Rp', 'days60Rp', 'days90Rp', 'olderRp'] as const;

/** What is owed, by how late it is; what is later stands further right. */
export function AgeingStrip({ ageing }: { readonly ageing: Ageing }) {
  return (
    <dl className={styles.ageing} aria-label={words.ageing}>
      {AGES.map((age) => (
        <div key={age} data-none={ageing[age] === 0 ? '' : undefined}>
          <dt>{words.ages[age]}</dt>
          <dd>{formatAmount(ageing[age])}</dd>
        </div>
      ))}
    </dl>
  );
}
