import type { PriceReason } from '../../journal/sale-bodies.ts';
import type { Tier } from '../../domain/tier.ts';
import { formatQuantity } from '../format.ts';

/** Whose prices they are, as the till calls them. */
export const TIER_PRICES: Readonly<Record<Tier, string>> = {
  umum: 'harga umum',
  anggota: 'harga anggota',
  grosir: 'harga grosir',
};

/**
 * Why a line costs what it costs, in a few words: `harga grosir ≥ 12`. Empty for everybody's price of
 * the day, which needs no explanation.
 */
export function priceReasonText(reason: PriceReason): string {
  switch (reason.kind) {
    case 'list':
      return '';
    case 'tier':
      return reason.tier === 'umum' ? '' : TIER_PRICES[reason.tier];
    case 'quantity':
      // What everybody gets from a quantity on is what shops call their wholesale price.
      return `${TIER_PRICES[reason.tier === 'umum' ? 'grosir' : reason.tier]} ≥ ${formatQuantity(reason.fromThousandths)}`;
    case 'manual':
      return reason.reason === '' ? 'harga khusus' : `harga khusus: ${reason.reason}`;
    case 'ceiling':
      return 'harga HET';
    case 'label':
      return 'harga label timbangan';
  }
}
