import { shortUnit } from '../../../shared/documents/unit-short-forms.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './heard.module.css';
import type { Heard as HeardType } from './use-basket.ts';

interface HeardProps {
  readonly heard: HeardType | null;
  readonly waiting: number;
}

/** The answer to the last scan, on one line with the box it was scanned into. */
export function Heard({ heard, waiting }: HeardProps) {
  const words = id.till.heard;
  // One command under way is the normal few milliseconds; more means that the engine is behind.
  const label = waiting > 1 ? words.waiting(waiting) : words[heard?.kind ?? 'ready'];
  if (heard === null) {
    return (
      <output className={styles.heard} data-quiet="">
        <Icon name="barcode" size={24} />
        <span className={styles.what}>
          <span className={styles.label}>{label}</span>
          <span className={styles.name}>{words.readyText}</span>
        </span>
      </output>
    );
  }
  const { line, kind } = heard;
  return (
    <output className={styles.heard}>
      <Icon name={kind === 'removed' ? 'minus' : 'check'} size={24} bold />
      <span className={styles.what}>
        <span className={styles.label}>{label}</span>
        <span className={styles.name}>{line.name}</span>
      </span>
      <span className={styles.figures}>
        <span className={styles.label}>
          {formatQuantity(line.quantityThousandths)} {shortUnit(line.unit)}
        </span>
        <span>{formatAmount(line.totalRp)}</span>
      </span>
    </output>
  );
}
