import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { contract } from '../../../../shared/contract/index.ts';
import { formatAmount, formatDateShort } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import styles from './keying.module.css';

const words = id.subsidyOffice.keying;

type Counts = OutputOf<typeof contract.keying.queue>['counts'];

/** How many lines each system still waits for, and since when. */
export function KeyingCounts({ counts }: { readonly counts: Counts }) {
  if (counts.length === 0) return null;
  return (
    <dl className={styles.counts} aria-label={words.counts}>
      {counts.map((count) => (
        <div key={count.system} data-none={count.belum === 0 ? '' : undefined}>
          <dt>{id.subsidyOffice.systems[count.system]}</dt>
          <dd>
            {words.waiting(formatAmount(count.belum))}
            {count.oldestBelum !== null && <small>{words.since(formatDateShort(count.oldestBelum))}</small>}
            {count.beda > 0 && <small>{words.differing(formatAmount(count.beda))}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
