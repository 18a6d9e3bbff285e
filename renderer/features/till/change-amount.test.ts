import { describe, expect, it } from 'vitest';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { readChange } from './change-amount.ts';

/** Three packets at Rp3.500, of which a promotion takes Rp500. */
const line = {
  quantityThousandths: 3000,
  grossRp: rupiah(10_500),
  discounts: [{ kind: 'promotion', promotionId: 'p', name: 'Promo', amountRp: rupiah(500) }],
} as TicketLine;

describe('a price changed by hand', () => {
  it.each([
    ['price', '3.000', { kind: 'price', unitPriceRp: 3000 }],
    ['price', '4000', { kind: 'price', unitPriceRp: 4000 }],
    ['discount', '1500', { kind: 'discount', discountRp: 1500 }],
    ['percent', '10', { kind: 'discount', discountRp: 1000 }],
    ['percent', '2,5%', { kind: 'discount', discountRp: 250 }],
  ] as const)('%s %s', (way, typed, change) => {
    expect(readChange(way, typed, line)).toEqual(change);
  });

  it.each([
    ['price', ''],
    ['discount', '0'],
    ['discount', '10.001'],
    ['percent', '0'],
    ['percent', '101'],
    ['percent', 'sepuluh'],
  ] as const)('%s %j says nothing', (way, typed) => {
    expect(readChange(way, typed, line)).toBeNull();
  });
});
