import type { TicketLine } from '../../../../shared/contract/till.ts';
import type { Rupiah } from '../../../../shared/domain/money.ts';
import type { Here } from '../../../../shared/domain/programmes/judged.ts';
import type { ProgrammeGoods } from '../../../../shared/domain/programmes/rules.ts';
import {
  ceilingFor,
  priceRuleInForce,
  type RuleBook,
} from '../../../../shared/domain/programmes/rules-in-force.ts';
import type { Ctx } from '../../context.ts';
import { hereOf, programmesOf, rulesOf } from '../../programmes/index.ts';
import type { TicketLineRow } from '../ticket-store.ts';

/**
 * What government programmes say of a ticket's goods, looked up once for pricing them and for judging
 * them: both must go by the same rules and by the same moment. Of a ticket without such goods nothing
 * but that is looked up.
 */
export interface JudgedGoods {
  /** By product, those alone that belong to a programme or are cylinders. */
  readonly goods: ReadonlyMap<string, ProgrammeGoods>;
  /** null where there are no such goods. */
  readonly by: { readonly rules: RuleBook; readonly here: Here } | null;
}

/** Looks up what the programmes say of a ticket's goods, here and now. */
export function judgedGoods(ctx: Ctx, rows: readonly Pick<TicketLineRow, 'product_id'>[]): JudgedGoods {
  const products = [...new Set(rows.map((row) => row.product_id))];
  const goods = programmesOf(ctx.db, products);
  return { goods, by: goods.size === 0 ? null : { rules: rulesOf(ctx.db), here: hereOf(ctx) } };
}

/** The most that a programme lets one unit of a line cost now, null for no limit. */
export function lineCeiling(
  { goods, by }: JudgedGoods,
  row: Pick<TicketLineRow, 'product_id' | 'content_thousandths'>,
): Rupiah | null {
  const mine = goods.get(row.product_id);
  if (by === null || mine === undefined || mine.programme === null) return null;
  const rule = priceRuleInForce(by.rules, mine.programme, by.here);
  return ceilingFor(rule, mine.measureThousandths, row.content_thousandths);
}

/** What a line holds in base units: what it takes off the shelf. */
export function baseQuantity(line: Pick<TicketLine, 'quantityThousandths' | 'contentThousandths'>): number {
  return Number((BigInt(line.quantityThousandths) * BigInt(line.contentThousandths)) / 1000n);
}
