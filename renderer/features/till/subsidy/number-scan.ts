import type { Ticket } from '../../../../shared/contract/till.ts';
import { looksLikeNik } from '../../../../shared/domain/nik.ts';
import type { Basket } from '../use-basket.ts';
import { asksForBuyer } from './standing.ts';

/**
 * The basket as every screen of the open till scans into it: while goods ask who buys, a NIK that is
 * scanned or typed is the buyer's, and not a barcode.
 */
export function withNumberScan(
  basket: Basket,
  ticket: Ticket | undefined,
  toSubsidy: (number: string) => void,
): Basket {
  if (!asksForBuyer(ticket?.subsidy ?? null)) return basket;
  return {
    ...basket,
    scan: (code, quantity) => {
      if (looksLikeNik(code)) toSubsidy(code.replaceAll(/\D/g, ''));
      else basket.scan(code, quantity);
    },
  };
}
