import type { Permission } from '../../shared/contract/permissions.ts';
import { id } from '../../shared/i18n/id.ts';
import type { IconName } from '../ui/icon-paths.ts';

/** A part of the till that the menu leads to. */
export interface Place {
  readonly path:
    | '/kasir'
    | '/kas'
    | '/laporan'
    | '/barang'
    | '/promo'
    | '/anggota'
    | '/utang'
    | '/subsidi'
    | '/setelan';
  readonly label: string;
  /** Between the other office screens, where the strip is full; the label where left out. */
  readonly short?: string;
  readonly icon: IconName;
  /** Who may open it; what they may do inside is decided there and by the engine. */
  readonly permission: Permission;
}

/** All parts, in the order of a day: sell, count, read, mend. */
export const PLACES: readonly Place[] = [
  { path: '/kasir', label: id.app.screens.till, icon: 'barcode', permission: 'sale.make' },
  { path: '/kas', label: id.app.screens.cash, icon: 'cash', permission: 'signed-in' },
  { path: '/laporan', label: id.app.screens.reports, icon: 'report', permission: 'report.read' },
  { path: '/barang', label: id.app.screens.catalog, icon: 'box', permission: 'signed-in' },
  { path: '/promo', label: id.app.screens.promotions, icon: 'tag', permission: 'catalog.edit' },
  { path: '/anggota', label: id.app.screens.members, icon: 'user', permission: 'sale.make' },
  {
    path: '/utang',
    label: id.app.screens.debts,
    short: id.app.screens.debtsShort,
    icon: 'file',
    permission: 'sale.make',
  },
  { path: '/subsidi', label: id.app.screens.subsidy, icon: 'tag', permission: 'sale.make' },
  { path: '/setelan', label: id.app.screens.settings, icon: 'gear', permission: 'signed-in' },
];
