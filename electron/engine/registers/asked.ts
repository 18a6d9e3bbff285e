import { setImmediate } from 'node:timers/promises';
import type { RegisterName } from '../../../shared/contract/registers.ts';
import type { BusinessDate } from '../../../shared/domain/business-date.ts';
import type { Here } from '../../../shared/domain/programmes/judged.ts';
import type { ExternalSystem } from '../../../shared/domain/programmes/rules.ts';
import type { RegisterHead, RegisterPerson } from '../../../shared/documents/registers/parts.ts';
import type { SaleLine } from '../../../shared/journal/sale-bodies.ts';
import { saleOf } from '../../../shared/domain/sale-view.ts';
import type { Ctx } from '../context.ts';
import { allProgrammes, hereOf, rulesOf } from '../programmes/index.ts';
import { requireSale } from '../sales/index.ts';
import { registerEntry, usesBetween, type SubsidyUse } from '../subsidy/index.ts';

/** What is asked for. */
export interface Asked {
  readonly register: RegisterName;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly agen: string | null;
  readonly sumEvery: 'day' | 'month';
}

/** What every register says of where and when it is from. */
export function headOf(ctx: Ctx, { from, to, sumEvery }: Asked): RegisterHead {
  const { region, sellerTier } = hereOf(ctx);
  return { profile: ctx.store(), region, sellerTier, from, to, sumEvery, madeBy: ctx.person().name };
}

/** Where the store stands, on a date. */
export function hereOn(ctx: Ctx, date: string): Here {
  return { ...hereOf(ctx), at: Date.parse(`${date}T00:00:00Z`), offsetMinutes: 0, businessDate: null };
}

/** What a register of one system is about. */
export interface Scope {
  /** Codes of the programmes that the system asks for. */
  readonly programmes: ReadonlySet<string>;
  /** Their names, as a title has them, and their unit. */
  readonly names: string;
  readonly unit: string;
  /** What was sold of them between the dates, without what all came back. */
  readonly uses: readonly SubsidyUse[];
}

/** A line that was sold under a programme, with its sale. */
export interface Sold {
  readonly use: SubsidyUse;
  /** Every line of the sale. */
  readonly lines: readonly SaleLine[];
  readonly line: SaleLine;
  /** In units of the programme, returns taken off. */
  readonly netThousandths: number;
}

/** Programmes whose sales have to stand in a system, and what was sold of them. */
export function scopeOf(ctx: Ctx, system: ExternalSystem, { from, to }: Asked): Scope {
  const uses = usesBetween(ctx.db, from, to, null).filter(
    (use) => use.system === system && use.quantityThousandths > use.returnedThousandths,
  );
  const asked = [...rulesOf(ctx.db).access].flatMap(([programme, rules]) =>
    rules.some((rule) => rule.system === system) ? [programme] : [],
  );
  const programmes = new Set([...asked, ...uses.map(({ programme }) => programme)]);
  const named = allProgrammes(ctx.db).filter(({ programme }) => programmes.has(programme));
  return {
    programmes,
    names: named.map(({ name }) => name).join(', '),
    unit: named[0]?.unit ?? '',
    uses,
  };
}

/** Sales read before other calls get their turn: a year of them must not keep the till from selling. */
const SALES_AT_A_TIME = 50;

/** What was sold, each line with the record of its sale. */
export async function soldOf(ctx: Ctx, { uses }: Scope): Promise<Sold[]> {
  const sales = new Map<string, readonly SaleLine[]>();
  const sold: Sold[] = [];
  for (const use of uses) {
    const lines = sales.get(use.saleId) ?? saleOf(requireSale(ctx, use.saleId).record).lines;
    if (!sales.has(use.saleId) && sales.size % SALES_AT_A_TIME === 0) await setImmediate();
    sales.set(use.saleId, lines);
    const line = lines.find(({ lineId }) => lineId === use.lineId);
    if (line === undefined) throw new Error(`sale ${use.saleId} has no line ${use.lineId}`);
    sold.push({ use, lines, line, netThousandths: use.quantityThousandths - use.returnedThousandths });
  }
  return sold;
}

/** Who bought, as a register names them; null where nobody was asked for. */
export function personOf(ctx: Ctx, registrationId: string | null): RegisterPerson | null {
  if (registrationId === null) return null;
  const { name, address, lastFour, nameState } = registerEntry(ctx, registrationId);
  return { name, address, lastFour, state: nameState };
}

/** What one unit of a programme cost in a line, rounded up so that a price is never made to look lower. */
export function pricePerUnit({ line, use }: Sold): number {
  return Math.ceil((line.totalRp * 1_000) / use.quantityThousandths);
}
