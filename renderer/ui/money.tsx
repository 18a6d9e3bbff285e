import { formatAmount } from '../../shared/i18n/format.ts';
import { id } from '../../shared/i18n/id.ts';
import { classNames } from './class-names.ts';
import styles from './money.module.css';

interface MoneyProps {
  readonly rp: number;
  /** 44 in a bill, 52 in a result, 68 for the total, 92 for change; one size less from eight digits. */
  readonly size?: 32 | 44 | 52 | 68 | 92;
  /** The accountant's double rule: only under a final sum. */
  readonly final?: boolean;
  /** Grey until it is certain. */
  readonly pale?: boolean;
  readonly className?: string | undefined;
}

const SIZES = {
  32: styles.s32,
  44: styles.s44,
  52: styles.s52,
  68: styles.s68,
  92: styles.s92,
};

/** Big money: a small Rp and a large figure that can be read across the counter. */
export function Money({ rp, size = 44, final = false, pale = false, className }: MoneyProps) {
  const long = Math.abs(rp) >= 10_000_000;
  return (
    <div
      className={classNames(styles.money, SIZES[size], final && styles.final, pale && styles.pale, className)}
      data-long={long ? '' : undefined}
    >
      <small>{id.app.rupiah}</small>
      {formatAmount(rp)}
    </div>
  );
}
