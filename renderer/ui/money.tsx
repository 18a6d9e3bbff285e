import { formatAmount } from '../../shared/i18n/format.ts';
import { id } from '../../shared/i18n/id.ts';
import { classNames } from './class-names.ts';
import styles from './money.module.css';

interface MoneyProps {
  readonly rp: number;
  /**
   * 44 in a bill, 52 in a result, 68 for the total, 92 for change; one size less from eight digits.
   * `fill` is as large as its panel is wide, for the buyer's screen.
   */
  readonly size?: 32 | 44 | 52 | 68 | 92 | 'fill';
  /** The accountant's double rule: only under a final sum. */
  readonly final?: boolean;
  /** Grey until it is certain. */
  readonly pale?: boolean;
  readonly className?: string | undefined;
}

declare module 'react' {
  interface CSSProperties {
    /** Width of a figure in em, for money.module.css. */
    '--em'?: number;
  }
}

const SIZES = {
  32: styles.s32,
  44: styles.s44,
  52: styles.s52,
  68: styles.s68,
  92: styles.s92,
  fill: styles.fill,
};

/** Widths in em of a bold digit and a dot in the widest of our system fonts, and of the small Rp. */
const DIGIT_EM = 0.66;
const DOT_EM = 0.36;
const RP_EM = 0.85;

/** Big money: a small Rp and a large figure that can be read across the counter, and never cut. */
export function Money({ rp, size = 44, final = false, pale = false, className }: MoneyProps) {
  const figure = formatAmount(rp);
  const long = Math.abs(rp) >= 10_000_000;
  return (
    <div className={classNames(styles.money, final && styles.final, pale && styles.pale, className)}>
      <span
        className={classNames(styles.figure, SIZES[size])}
        data-long={long ? '' : undefined}
        style={{ '--em': widthInEm(figure) }}
      >
        <small>{id.app.rupiah}</small>
        {figure}
      </span>
    </div>
  );
}

/** How wide a figure is at most, so that its size can give way to the room there is. */
function widthInEm(figure: string): number {
  const dots = figure.split('.').length - 1;
  return (figure.length - dots) * DIGIT_EM + dots * DOT_EM + RP_EM;
}
