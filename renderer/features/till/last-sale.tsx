import { useQuery } from '@tanstack/react-query';
import { formatRupiah, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './last-sale.module.css';
import { shortReceipt } from './receipt-number.ts';

/** The receipt that was just made: what a buyer who comes back asks about. */
export function LastSale({ reprint }: { readonly reprint: Action }) {
  const offset = useShopOffset();
  const newest = useQuery(ask.recentSales('', 1)).data?.[0];
  if (newest === undefined) return null;
  return (
    <Sheet label={id.till.lastSale} className={styles.last}>
      <div>
        <span className={styles.label}>
          {id.till.lastSaleNumber(shortReceipt(newest.receipt))}
          <span className="when-wide">, {formatTime(newest.at, offset)}</span>
        </span>
        <b>{formatRupiah(newest.dueRp)}</b>
      </div>
      <ActionButton action={reprint} keepsFocus />
    </Sheet>
  );
}
