import { z } from 'zod';
import { rupiah, rupiahSchema } from '../../../shared/domain/money.ts';
import type { PriceRow } from '../../../shared/domain/pricing.ts';
import { taxClassSchema, type TaxClass } from '../../../shared/domain/tax.ts';
import { tierSchema } from '../../../shared/domain/tier.ts';
import type { Db } from '../db/sql.ts';
import { taxClassOf, type SellableUnit } from '../catalog/index.ts';
import { isDeposit } from '../programmes/index.ts';
import type { TicketLineRow } from './ticket-store.ts';

/** The prices and rules that a line was rung up with: it is paid at what the buyer saw. */
const lineTermsSchema = z.strictObject({
  prices: z.array(
    z.strictObject({
      tier: tierSchema,
      fromThousandths: z.int(),
      priceRp: rupiahSchema,
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
    }),
  ),
  ceilingRp: rupiahSchema.nullable(),
  taxClass: taxClassSchema,
});
export type LineTerms = z.output<typeof lineTermsSchema>;

/** A unit's terms of today as a line keeps them. */
export function termsText(db: Db, productId: string, unit: SellableUnit): string {
  const terms: z.input<typeof lineTermsSchema> = {
    prices: [...unit.prices],
    ceilingRp: unit.ceilingRp,
    // A deposit is given back: nothing is sold by it, so there is no PPN in it.
    taxClass: isDeposit(db, productId) ? 'bebas' : taxClassOf(db, productId),
  };
  return JSON.stringify(terms);
}

/** More texts than stand on any ticket are not kept. */
const MOST_KEPT = 500;
const kept = new Map<string, LineTerms>();

/** Terms read from their text. Each scan and each payment asks for those of every line several times. */
function parsed(text: string): LineTerms {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const terms = lineTermsSchema.parse(JSON.parse(text));
  kept.set(text, terms);
  return terms;
}

/** What a line was rung up with. A line from before there were terms has its one price. */
export function termsOf(row: Pick<TicketLineRow, 'terms' | 'unit_price_rp'>): LineTerms {
  if (row.terms !== '') return parsed(row.terms);
  return { prices: [standing(row)], ceilingRp: null, taxClass: 'kena' satisfies TaxClass };
}

/** Everybody's price of the moment it was rung up, for as long as the ticket is open. */
export function standing(row: Pick<TicketLineRow, 'unit_price_rp'>): PriceRow {
  return {
    tier: 'umum',
    fromThousandths: 0,
    priceRp: rupiah(row.unit_price_rp),
    validFrom: null,
    validTo: null,
  };
}
