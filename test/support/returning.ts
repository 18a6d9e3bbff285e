import type { InputOf } from '../../shared/contract/define.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { returnsContract } from '../../shared/contract/returns.ts';
import type { tillContract } from '../../shared/contract/till.ts';
import { returnSubject } from '../../shared/domain/returns.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { PEOPLE, type Name, type SmallShop } from './small-shop.ts';
import { valueOf } from './till.ts';

type ReturnInput = InputOf<(typeof returnsContract)['complete']>;

/** What comes back and why. */
export type Goods = InputOf<(typeof tillContract)['beginExchange']>;

/** Some of the lines of a sale, by their place in it; everything that is left where nothing is said. */
export async function goodsOf(
  client: TillClient,
  saleId: string,
  quantities?: Readonly<Record<number, number>>,
): Promise<Goods> {
  const { lines } = valueOf(await client.returns.sale({ saleId }));
  const wanted = quantities ?? Object.fromEntries(lines.map((line, index) => [index, line.leftThousandths]));
  return {
    saleId,
    lines: Object.entries(wanted)
      .filter(([, quantity]) => quantity > 0)
      .map(([index, quantityThousandths]) => ({
        lineId: lines[Number(index)]!.lineId,
        quantityThousandths,
        condition: 'sellable',
      })),
    reason: 'wrong-item',
  };
}

/** What a return asks for, paid back as the till proposes first or by the way that is named. */
export async function returning(
  client: TillClient,
  goods: Goods,
  refund?: ReturnInput['refund'],
): Promise<ReturnInput> {
  const { ways } = valueOf(await client.returns.preview(goods));
  const way = ways.find((each) => refund === undefined || each.kind === refund.kind) ?? ways[0]!;
  return { ...goods, refund: refund ?? { kind: 'cash' }, refundRp: way.refundRp };
}

/** Somebody of the shop allows a return by their PIN. */
export async function allowReturn(
  shop: SmallShop,
  client: TillClient,
  goods: Goods,
  name: Name = 'Joko',
): Promise<string> {
  const { totalRp } = valueOf(await client.returns.preview(goods));
  const given = valueOf(
    await client.staff.approve({
      approverId: await shop.staffId(name),
      pin: PEOPLE[name].pin,
      subject: returnSubject(goods.saleId, goods.lines, totalRp),
      amountRp: rupiah(totalRp),
    }),
  );
  if (given.status !== 'given') throw new Error(`not allowed: ${given.status}`);
  return given.approvalId;
}
