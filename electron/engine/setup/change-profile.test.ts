import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf } from '../../../test/support/journal.ts';
import { GOODS, openShift, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;

beforeEach(async () => {
  shop = await SmallShop.open();
});

afterEach(() => shop.close());

/** What the store says of itself, less what can't change. */
async function changeable() {
  const { store } = valueOf(await shop.till.nobody.setup.state({}));
  if (store === null) throw new Error('the shop has no profile');
  const { storeCode: _code, tillNumber: _till, timeZone: _zone, pkp: _pkp, ...rest } = store;
  return rest;
}

/** The head of a receipt: everything above its first rule. */
async function headOf(saleId: string): Promise<string> {
  const cashier = await shop.as('Siti');
  const { lines } = valueOf(await cashier.sales.receipt({ saleId }));
  return lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('=')),
    )
    .join('\n');
}

describe('the store moves house', () => {
  test('new receipts say so, and a receipt printed again says what it said', async () => {
    const cashier = await shop.as('Siti');
    await openShift(cashier);
    const before = await sell(cashier, GOODS.noodles);
    const board = await shop.as('Ratna');
    valueOf(await board.setup.changeProfile({ ...(await changeable()), address: 'Jl. Pasar Baru 7' }));
    const after = await sell(cashier, GOODS.noodles);
    expect(await headOf(after.saleId)).toContain('Jl. Pasar Baru 7');
    expect(await headOf(before.saleId)).not.toContain('Jl. Pasar Baru 7');
  });

  test('saying the same again writes nothing', async () => {
    const board = await shop.as('Ratna');
    const same = await changeable();
    const records = recordsOf(shop.till.dir.path).length;
    valueOf(await board.setup.changeProfile(same));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
  });

  test('is for the board alone', async () => {
    const manager = await shop.as('Joko');
    const reply = await manager.setup.changeProfile({ ...(await changeable()), gerai: 'Sukamaju Dua' });
    expect(refusalOf(reply).code).toBe('permission.denied');
  });
});
