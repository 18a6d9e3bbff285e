import type { ProgrammeGoodsReply } from '../../../shared/contract/programmes.ts';
import {
  accessRuleInForce,
  binds,
  isAboveCeiling,
  quotaRulesInForce,
} from '../../../shared/domain/programmes/rules-in-force.ts';
import type { Register } from '../../../shared/documents/registers/register.ts';
import {
  sphpStatement,
  type SphpData,
  type SphpEntry,
} from '../../../shared/documents/registers/sphp-statement.ts';
import type { Ctx } from '../context.ts';
import { programmesReply, rulesOf } from '../programmes/index.ts';
import { damagedLots } from '../stock/index.ts';
import { usesBetween } from '../subsidy/index.ts';
import { headOf, hereOn, pricePerUnit, scopeOf, soldOf, type Asked, type Scope, type Sold } from './asked.ts';
import { receivedSince } from './received-store.ts';

/** No date is later. */
const FOR_EVER = '9999-12-31';

/** Surat pernyataan of what was received and sold between two dates. */
export async function sphpRegister(ctx: Ctx, asked: Asked): Promise<Register> {
  const { from, to } = asked;
  const scope = scopeOf(ctx, 'klik-sphp', asked);
  const goods = goodsOf(ctx, scope);
  const came = receivedSince(ctx.db, [...goods.keys()], from).map((each) => ({
    ...each,
    thousandths: measured(each.quantityThousandths, goods.get(each.productId)),
  }));
  const inTime = came.filter(({ date }) => date <= to);
  // A bag that came back damaged is no longer sold, and is still here.
  const onHand = sum([...goods.values()], (each) =>
    measured(
      each.onHandThousandths + sum(damagedLots(ctx.db, each.productId), (lot) => lot.quantityThousandths),
      each,
    ),
  );
  const closing =
    onHand -
    sum(came, (each) => each.thousandths) +
    sum(inTime, (each) => each.thousandths) +
    soldAfter(ctx, scope, to);
  const sold = await soldOf(ctx, scope);
  return sphpStatement({
    ...headOf(ctx, asked),
    programmes: scope.names,
    unit: scope.unit,
    entries: entriesOf(sold, inTime, goods),
    sales: salesAmong(sold),
    openingThousandths: closing - sum(inTime, (each) => each.thousandths) + sum(sold, netOf),
    closingThousandths: closing,
    prices: pricesOf(sold),
    limits: limitsOf(ctx, scope, sold, to),
    forbidden: forbiddenOn(ctx, scope, to),
  });
}

type Goods = ReadonlyMap<string, ProgrammeGoodsReply>;

function goodsOf(ctx: Ctx, { programmes }: Scope): Goods {
  const replies = programmesReply(ctx).programmes.filter(({ programme }) =>
    programmes.has(programme.programme),
  );
  return new Map(replies.flatMap((reply) => reply.goods.map((each) => [each.productId, each] as const)));
}

/** Base units of a product in units of its programme. */
function measured(base: number, goods: ProgrammeGoodsReply | undefined): number {
  return goods === undefined ? 0 : Math.trunc((base * goods.measureThousandths) / 1_000);
}

/** What was sold since, so that the stock of today can be told back to a date. */
function soldAfter(ctx: Ctx, { programmes }: Scope, date: string): number {
  const uses = usesBetween(ctx.db, date, FOR_EVER, null).filter(
    (use) => use.date > date && programmes.has(use.programme),
  );
  return sum(uses, (use) => use.quantityThousandths - use.returnedThousandths);
}

interface Came {
  readonly productId: string;
  readonly date: string;
  readonly thousandths: number;
}

/** One entry for each date and product of which something came or went. */
function entriesOf(sold: readonly Sold[], came: readonly Came[], goods: Goods): SphpEntry[] {
  const soldBy = Map.groupBy(sold, ({ use, line }) => `${use.date} ${line.productId}`);
  const cameBy = Map.groupBy(came, ({ date, productId }) => `${date} ${productId}`);
  return [...new Set([...soldBy.keys(), ...cameBy.keys()])].toSorted().map((key) => {
    const [date = '', productId = ''] = key.split(' ');
    const lines = soldBy.get(key) ?? [];
    return {
      date,
      goods: goods.get(productId)?.name ?? lines[0]?.line.name ?? '',
      receivedThousandths: sum(cameBy.get(key) ?? [], (each) => each.thousandths),
      ...salesOf(lines),
    };
  });
}

function salesOf(lines: readonly Sold[]): Omit<SphpEntry, 'date' | 'goods' | 'receivedThousandths'> {
  const bySale = [...Map.groupBy(lines, ({ use }) => use.saleId).values()];
  const ceilings = lines.flatMap(({ use }) => (use.price === null ? [] : [use.price.amountRp]));
  return {
    soldThousandths: sum(lines, netOf),
    receipts: bySale.length,
    priceRp: lines.length === 0 ? null : Math.max(...lines.map(pricePerUnit)),
    ceilingRp: ceilings.length === 0 ? null : Math.max(...ceilings),
    mostThousandths: Math.max(0, ...bySale.map((sale) => sum(sale, netOf))),
    above: lines.filter(isAbove).length,
  };
}

/** Each sale once, with all that it took. */
function salesAmong(sold: readonly Sold[]): SphpData['sales'] {
  return [...Map.groupBy(sold, ({ use }) => use.saleId).values()].map((lines) => ({
    date: lines[0]?.use.date ?? '',
    thousandths: sum(lines, netOf),
  }));
}

function isAbove({ use, line }: Sold): boolean {
  return isAboveCeiling(use.price, use.quantityThousandths, line.totalRp);
}

function pricesOf(sold: readonly Sold[]): SphpData['prices'] {
  const prices = sold.flatMap(({ use }) => (use.price === null || !binds(use.price) ? [] : [use.price]));
  return unique(prices.map(({ amountRp, decree }) => ({ amountRp, decree })));
}

/** Limits of one purchase that need no identity and hold when the time ends, with how they were kept. */
function limitsOf(ctx: Ctx, { programmes }: Scope, sold: readonly Sold[], to: string): SphpData['limits'] {
  const limits = [...programmes].flatMap((programme) => {
    const sales = salesAmong(sold.filter(({ use }) => use.programme === programme));
    const mostThousandths = Math.max(0, ...sales.map(({ thousandths }) => thousandths));
    return quotaRulesInForce(rulesOf(ctx.db), programme, hereOn(ctx, to)).flatMap((rule) =>
      rule.window === 'sale' && rule.limitThousandths !== null
        ? [{ limitThousandths: rule.limitThousandths, mostThousandths, decree: rule.decree }]
        : [],
    );
  });
  return unique(limits);
}

function forbiddenOn(ctx: Ctx, { programmes }: Scope, date: string): SphpData['forbidden'] {
  const rules = [...programmes].flatMap(
    (programme) => accessRuleInForce(rulesOf(ctx.db), programme, hereOn(ctx, date)) ?? [],
  );
  return {
    resale: rules.some(({ resaleForbidden }) => resaleForbidden),
    mixing: rules.some(({ mixingForbidden }) => mixingForbidden),
  };
}

function unique<T extends object>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function netOf({ netThousandths }: Sold): number {
  return netThousandths;
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
