import type { Shift } from '../../../shared/contract/cash.ts';
import { formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useShop, useShopOffset } from '../../data/use-shop.ts';

/** Whose shift this is and since when, beside the title. */
export function ShiftLine({ shift }: { readonly shift: Shift }) {
  const shop = useShop();
  const offset = useShopOffset();
  return id.cash.place(
    shop?.tillNumber ?? 1,
    shift.number,
    shift.cashier,
    formatTime(shift.openedAt, offset),
  );
}
