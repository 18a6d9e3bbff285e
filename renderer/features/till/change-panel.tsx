import type { ReactNode } from 'react';
import { suggestChange } from '../../../shared/domain/denominations.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './change-panel.module.css';

interface ChangePanelProps {
  /** Negative while the buyer has not put down enough. */
  readonly changeRp: number;
  readonly paid: boolean;
  /** What is given back of an exchange has a name of its own. */
  readonly name?: string;
  /** A QRIS code that nobody has confirmed: the change waits for it. */
  readonly pending?: boolean;
  readonly foot: ReactNode;
  /** A choice about the change, above the foot. */
  readonly children?: ReactNode;
}

/** The change: grey until the sale is paid, with the notes that make it up. */
export function ChangePanel(props: ChangePanelProps) {
  const { changeRp, paid, name = id.pay.change, pending = false, foot, children } = props;
  const short = changeRp < 0;
  const parts = short ? [] : suggestChange(rupiah(changeRp));
  return (
    <Sheet label={short ? id.pay.short : name} className={styles.change}>
      {paid && (
        <output className={styles.paid}>
          <Icon name="check" size={26} bold />
          <span>{id.pay.paid}</span>
        </output>
      )}
      {pending && (
        <output className={styles.pending}>
          <Icon name="clock" size={26} />
          <span>{id.pay.qris.band}</span>
        </output>
      )}
      <div className={styles.label}>{short ? id.pay.short : name}</div>
      <Money rp={Math.abs(changeRp)} size={92} final pale={!paid} className={styles.figure} />
      {parts.length > 0 && (
        <dl className={styles.notes} aria-label={id.pay.notes} data-pale={paid ? undefined : ''}>
          {parts.map((part) => (
            <div key={part.valueRp}>
              <dt>
                {part.count} × {formatAmount(part.valueRp)}
              </dt>
              <dd>{formatAmount(part.count * part.valueRp)}</dd>
            </div>
          ))}
        </dl>
      )}
      {children !== undefined && <div className={styles.choice}>{children}</div>}
      <p className={styles.foot}>{foot}</p>
    </Sheet>
  );
}
