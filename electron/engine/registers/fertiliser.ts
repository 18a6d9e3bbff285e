import {
  fertiliserRegister,
  type FertiliserEntry,
} from '../../../shared/documents/registers/fertiliser-register.ts';
import type { Register } from '../../../shared/documents/registers/register.ts';
import type { Ctx } from '../context.ts';
import { allProgrammes } from '../programmes/index.ts';
import { headOf, personOf, pricePerUnit, scopeOf, soldOf, type Asked, type Sold } from './asked.ts';
import { SeasonsLeft } from './season.ts';

/** Register pupuk of what was sold between two dates. */
export async function fertiliserRegisterOf(ctx: Ctx, asked: Asked): Promise<Register> {
  const sold = await soldOf(ctx, scopeOf(ctx, 'i-pubers', asked));
  const seasons = new SeasonsLeft(ctx, asked.to);
  return fertiliserRegister({
    ...headOf(ctx, asked),
    entries: sold.map((each) => entryOf(ctx, each, seasons)),
  });
}

function entryOf(ctx: Ctx, sold: Sold, seasons: SeasonsLeft): FertiliserEntry {
  const { use, line, netThousandths } = sold;
  const programme = allProgrammes(ctx.db).find((each) => each.programme === use.programme);
  return {
    date: use.date,
    receipt: use.receipt,
    person: personOf(ctx, use.registrationId),
    proxy: personOf(ctx, use.proxyRegistrationId),
    goods: programme?.name ?? use.programme,
    unit: programme?.unit ?? '',
    quantityThousandths: netThousandths,
    priceRp: pricePerUnit(sold),
    // What came back was paid back; its share of the line is taken off.
    amountRp: Math.round((line.totalRp * netThousandths) / use.quantityThousandths),
    leftThousandths: seasons.after(use),
  };
}
