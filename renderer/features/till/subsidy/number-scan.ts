import type { Ticket } from '../../../../shared/contract/till.ts';
import { looksLikeNik } from '../../../../shared/domain/nik.ts';
import type { Basket } from '../use-basket.ts';
import { asksForBuyer } from './standing.ts';

interface NumberWays {
  readonly toSubsidy: (leads: 'sell' | 'pay', number: string) => void;
}

/**
 * The basket as the selling screen scans into it: while goods ask who buys, a NIK that is scanned or
 * typed there is the buyer's, and not a barcode.
 */
export function withNumberScan(basket: Basket, { subsidy }: Ticket, ways: NumberWays): Basket {
  if (!asksForBuyer(subsidy)) return basket;
  return {
    ...basket,
    scan: (code, quantity) => {
      if (looksLikeNik(code)) ways.toSubsidy('sell', code.replaceAll(/\D/g, ''));
      else basket.scan(code, quantity);
    },
  };
}
