import type { InputOf } from '../../../../shared/contract/define.ts';
import type { returnsContract, ReturnableSale } from '../../../../shared/contract/returns.ts';
import type { tillContract } from '../../../../shared/contract/till.ts';
import type { RefundWay } from '../../../../shared/domain/refunds.ts';
import { returnSubject } from '../../../../shared/domain/returns.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import { refusalOf, valueOf } from '../../../support/till.ts';
import { counted, withLeave, type Desk, type SoldSale } from '../desk.ts';

export type Goods = InputOf<(typeof tillContract)['beginExchange']>;
type Refund = InputOf<(typeof returnsContract)['complete']>['refund'];

/** What somebody wants to bring back. */
interface Wish {
  readonly of: (sold: SoldSale) => boolean;
  readonly part: boolean;
  readonly condition: 'sellable' | 'damaged';
  readonly way: 'cash' | 'original' | 'debt';
}

/** Everything of a sale, for cash. */
export async function bringBackWhole(desk: Desk): Promise<void> {
  await bringBack(desk, { of: paidFor, part: false, condition: 'sellable', way: 'cash' });
}

/** Some of a sale. */
export async function bringBackPart(desk: Desk): Promise<void> {
  const done = await bringBack(desk, { of: paidFor, part: true, condition: 'sellable', way: 'cash' });
  if (done) counted(desk, 'partReturns');
}

/** Goods that can't be sold again. */
export async function bringBackDamaged(desk: Desk): Promise<void> {
  const done = await bringBack(desk, { of: paidFor, part: true, condition: 'damaged', way: 'cash' });
  if (done) counted(desk, 'damagedReturns');
}

/** The money goes back the way it came. */
export async function bringBackForOriginal(desk: Desk): Promise<void> {
  const of = (sold: SoldSale) => sold.exact !== null && !sold.onAccount;
  if (await bringBack(desk, { of, part: true, condition: 'sellable', way: 'original' })) {
    counted(desk, 'originalReturns');
  }
}

/** Goods that stand on an account come off it. */
export async function bringBackOnAccount(desk: Desk): Promise<void> {
  const of = (sold: SoldSale) => sold.onAccount;
  if (await bringBack(desk, { of, part: true, condition: 'sellable', way: 'debt' })) {
    counted(desk, 'debtReturns');
  }
}

function paidFor(sold: SoldSale): boolean {
  return !sold.onAccount;
}

async function bringBack(desk: Desk, wish: Wish): Promise<boolean> {
  const sale = await saleWithGoodsLeft(desk, wish.of);
  if (sale === undefined) return false;
  const goods = goodsOf(desk, sale, wish);
  const preview = valueOf(await desk.cashier.returns.preview(goods));
  const way = preview.ways.find(({ kind }) => fits(kind, wish.way)) ?? preview.ways[0];
  if (way === undefined || way.cashRp > desk.tally.drawerRp) return false;
  const subject = returnSubject(goods.saleId, goods.lines, rupiah(preview.totalRp));
  const refund = refundBy(desk, way.kind);
  const done = await withLeave(desk, subject, (approvalId) =>
    desk.cashier.returns.complete({ ...goods, refund, refundRp: way.refundRp, approvalId }),
  );
  desk.tally.returnRp += done.totalRp;
  desk.tally.roundingRp -= way.refundRp - done.totalRp;
  desk.tally.cashRefundRp += way.cashRp;
  desk.tally.drawerRp -= way.cashRp;
  counted(desk, 'returns');
  if (desk.random.chance(0.3)) await tryAgain(desk, goods);
  return true;
}

function fits(kind: RefundWay, wanted: Wish['way']): boolean {
  return wanted === 'original' ? kind !== 'cash' : kind === wanted;
}

function refundBy({ random }: Desk, kind: RefundWay): Refund {
  return kind === 'qris' || kind === 'transfer' || kind === 'card'
    ? { kind, reference: `REF ${random.between(100_000, 999_999)}` }
    : { kind };
}

/** Somebody is back with the same goods. Where all of them came back before, the till says no. */
async function tryAgain(desk: Desk, goods: Goods): Promise<void> {
  const { lines } = valueOf(await desk.cashier.returns.sale({ saleId: goods.saleId }));
  const gone = goods.lines.some((want) => {
    const left = lines.find(({ lineId }) => lineId === want.lineId)?.leftThousandths ?? 0;
    return left < want.quantityThousandths;
  });
  if (!gone) return;
  const again = { ...goods, refund: { kind: 'cash' as const }, refundRp: 0 };
  const { code } = refusalOf(await desk.cashier.returns.complete(again));
  if (code !== 'return.too-many') throw new Error(`goods brought back twice: ${code}`);
  counted(desk, 'refusedReturns');
}

/** The receipt of an earlier sale is scanned; some that were looked at have nothing left. */
export async function saleWithGoodsLeft(
  desk: Desk,
  fitting: (sold: SoldSale) => boolean,
): Promise<ReturnableSale | undefined> {
  const candidates = desk.sold.filter(fitting);
  for (let look = 0; look < 5 && candidates.length > 0; look += 1) {
    const { receipt, saleId } = desk.random.pick(candidates);
    const scanned = valueOf(await desk.cashier.till.scan({ code: receipt }));
    if (scanned.what !== 'receipt' || scanned.saleId !== saleId) throw new Error(`${receipt} was not found`);
    const sale = valueOf(await desk.cashier.returns.sale({ saleId }));
    if (sale.lines.some((line) => line.leftRp > 0)) return sale;
  }
  return undefined;
}

/** The goods that are put on the counter: all that is left, or one line of it, or one piece of that. */
export function goodsOf(desk: Desk, sale: ReturnableSale, wish: Pick<Wish, 'part' | 'condition'>): Goods {
  const left = sale.lines.filter((line) => line.leftThousandths > 0);
  const worth = left.filter((line) => line.leftRp > 0);
  const lines = wish.part ? [desk.random.pick(worth)] : left;
  return {
    saleId: sale.saleId,
    lines: lines.map(({ lineId, leftThousandths, fractional }) => ({
      lineId,
      quantityThousandths: wish.part && !fractional ? 1_000 : leftThousandths,
      condition: wish.condition,
    })),
    reason:
      wish.condition === 'damaged' ? 'damaged' : desk.random.pick(['wrong-item', 'changed-mind'] as const),
  };
}
