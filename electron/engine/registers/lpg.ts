import { addDays } from '../../../shared/domain/business-date.ts';
import { lpgLogbook, type LpgData, type LpgEntry } from '../../../shared/documents/registers/lpg-logbook.ts';
import type { Register } from '../../../shared/documents/registers/register.ts';
import type { SaleLine } from '../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../context.ts';
import { agensOf, agensOfLots, cylinderParts, receivedBetween, standingOn } from '../cylinders/index.ts';
import { allCylinderKinds } from '../programmes/index.ts';
import { returnsOfSale } from '../sales/index.ts';
import { headOf, personOf, scopeOf, soldOf, type Asked, type Scope, type Sold } from './asked.ts';

/** Logbook LPG of what was sold between two dates, of all agens or of one. */
export async function lpgRegister(ctx: Ctx, asked: Asked): Promise<Register> {
  const { agen, from, to } = asked;
  const scope = scopeOf(ctx, 'map', asked);
  const kinds = kindsOf(ctx, scope);
  // What stands in the store is of all agens together; counted before the sales are read, one by one.
  const standing = agen === null ? standingOf(ctx, kinds, asked) : null;
  const received = kinds.flatMap((kind) => receivedBetween(ctx.db, kind, from, to));
  return lpgLogbook({
    ...headOf(ctx, asked),
    programmes: scope.names,
    unit: scope.unit,
    agen,
    entries: entriesOf(ctx, await soldOf(ctx, scope), agen),
    standing,
    received: received.filter((each) => agen === null || each.agen === agen),
  });
}

/** Agens that ever delivered, to choose from. */
export function agensToChoose(ctx: Ctx): string[] {
  const agens = allCylinderKinds(ctx.db).flatMap((kind) => agensOf(ctx.db, kind));
  return [...new Set(agens.map(({ agen }) => agen))];
}

/** Kinds of cylinders that the programmes are about. */
function kindsOf(ctx: Ctx, { programmes }: Scope): string[] {
  return allCylinderKinds(ctx.db).filter((kind) => programmes.has(kind));
}

function standingOf(ctx: Ctx, kinds: readonly string[], { from, to }: Asked): LpgData['standing'] {
  if (kinds.length === 0) return null;
  const on = (date: string) => kinds.map((kind) => standingOn(ctx.db, kind, date));
  const [begin, end] = [on(addDays(from, -1)), on(to)];
  const sum = (standing: typeof begin, of: 'full' | 'empty') =>
    standing.reduce((total, each) => total + each[of], 0);
  return {
    fullAtBegin: sum(begin, 'full'),
    emptyAtBegin: sum(begin, 'empty'),
    fullAtEnd: sum(end, 'full'),
    emptyAtEnd: sum(end, 'empty'),
  };
}

function entriesOf(ctx: Ctx, sold: readonly Sold[], agen: string | null): LpgEntry[] {
  const agens = agensOfLots(
    ctx.db,
    sold.flatMap(({ line }) => line.lots.map(({ lotId }) => lotId)),
  );
  const takenAlong = new TakenAlong(ctx);
  return sold.flatMap((each) => {
    const { use, netThousandths } = each;
    const along = takenAlong.of(each);
    const left = leftByAgen(ctx, each, agens);
    const quantity = agen === null ? netThousandths : inUnits(each, left.get(agen) ?? 0);
    if (quantity === 0) return [];
    const loaned = Math.min(along.loaned, quantity);
    return [
      {
        date: use.date,
        person: personOf(ctx, use.registrationId),
        category: use.category,
        quantityThousandths: quantity,
        loanedThousandths: loaned,
        boughtThousandths: Math.min(along.bought, quantity - loaned),
        agens: agen === null ? [...left].flatMap(([name, base]) => (base > 0 ? [name] : [])) : [agen],
      },
    ];
  });
}

/**
 * What of a line came from whose delivery, in base units, in the order in which it was taken: its lots,
 * less those to which something came back.
 */
function leftByAgen(
  ctx: Ctx,
  { use, line }: Sold,
  agens: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  const add = (lots: SaleLine['lots'], sign: 1 | -1) => {
    for (const { lotId, quantityThousandths } of lots) {
      const agen = agens.get(lotId);
      if (agen !== undefined) left.set(agen, (left.get(agen) ?? 0) + sign * quantityThousandths);
    }
  };
  add(line.lots, 1);
  if (use.returnedThousandths === 0) return left;
  for (const returned of returnsOfSale(ctx, use.saleId)) {
    for (const { lots } of returned.lines.filter(({ lineId }) => lineId === line.lineId)) add(lots, -1);
  }
  return left;
}

/** Base units of a line in units of its programme. */
function inUnits({ use, line }: Sold, base: number): number {
  return Math.floor((base * use.quantityThousandths) / line.baseQuantityThousandths);
}

/** Cylinders that were bought or lent with full ones; each is told with one line of its sale only. */
class TakenAlong {
  readonly #parts: ReturnType<typeof cylinderParts>;
  readonly #left = new Map<string, { bought: number; loaned: number }>();

  constructor(ctx: Ctx) {
    this.#parts = cylinderParts(ctx.db);
  }

  of({ use, line, lines, netThousandths }: Sold): { bought: number; loaned: number } {
    const kind = this.#parts.get(line.productId)?.kind;
    if (kind === undefined) return { bought: 0, loaned: 0 };
    const key = `${use.saleId} ${kind}`;
    const left = this.#left.get(key) ?? this.#countIn(lines, kind);
    const loaned = Math.min(left.loaned, netThousandths);
    const bought = Math.min(left.bought, netThousandths - loaned);
    this.#left.set(key, { bought: left.bought - bought, loaned: left.loaned - loaned });
    return { bought, loaned };
  }

  #countIn(lines: readonly SaleLine[], kind: string): { bought: number; loaned: number } {
    const of = (role: 'empty' | 'deposit') =>
      lines
        .filter(({ productId }) => {
          const part = this.#parts.get(productId);
          return part?.kind === kind && part.role === role;
        })
        .reduce((sum, line) => sum + line.baseQuantityThousandths, 0);
    return { bought: of('empty'), loaned: of('deposit') };
  }
}
