import { rupiah } from '../../../../shared/domain/money.ts';
import { returnSubject } from '../../../../shared/domain/returns.ts';
import { valueOf } from '../../../support/till.ts';
import { scanPlainGoods } from '../baskets/plain.ts';
import { counted, openTicket, withLeave, type Desk } from '../desk.ts';
import { cashFor, pay } from '../pay.ts';
import { goodsOf, saleWithGoodsLeft } from './returning.ts';

/** One thing comes back and something else is taken for it; the difference is paid in cash, either way. */
export async function exchange(desk: Desk): Promise<void> {
  const sale = await saleWithGoodsLeft(desk, (sold) => !sold.onAccount);
  if (sale === undefined) return;
  const goods = goodsOf(desk, sale, { part: true, condition: 'sellable' });
  const { totalRp, exchangeRp } = valueOf(await desk.cashier.returns.preview(goods));
  if (exchangeRp > desk.tally.drawerRp) return;
  const subject = returnSubject(goods.saleId, goods.lines, rupiah(totalRp));
  await withLeave(desk, subject, (approvalId) => desk.cashier.till.beginExchange({ ...goods, approvalId }));
  await scanPlainGoods(desk);
  const ticket = await openTicket(desk);
  const owedRp = Math.max(0, ticket.totalRp - exchangeRp);
  const paid = await pay(desk, ticket, [cashFor(desk, ticket, owedRp)]);
  if (paid.exchange === null) throw new Error('goods were set against the ticket, and nothing came of it');
  const givenRp = Math.min(exchangeRp, ticket.totalRp) + paid.exchange.cashRp;
  desk.tally.returnRp += totalRp;
  desk.tally.roundingRp -= givenRp - totalRp;
  counted(desk, 'returns', 'exchanges');
}
