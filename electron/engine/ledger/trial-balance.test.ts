import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeShift, GOODS, openShift, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { openReadOnly } from '../db/open.ts';
import { trialBalance } from './index.ts';

let shop: SmallShop;

beforeEach(async () => {
  shop = await SmallShop.open();
});
afterEach(() => shop.close());

function balance(): Record<string, number> {
  const db = openReadOnly(shop.till.dir.path);
  const rows = trialBalance(db);
  db.close();
  return Object.fromEntries(rows.map(({ account, amount_rp: amount }) => [account, amount]));
}

/** Noodles at 2.900, tea at 3.800, rice at 13.200, as the import had it. */
const OPENING_STOCK = 40 * 2_900 + 24 * 3_800 + 50 * 13_200 + 3 * 2_000;

test('before the first sale the shop is worth its stock', () => {
  expect(balance()).toEqual({ inventory: OPENING_STOCK, 'opening-equity': -OPENING_STOCK });
});

test('with a shift under way the drawer holds float and takings', async () => {
  const siti = await shop.as('Siti');
  await openShift(siti, 200_000);
  await sell(siti, GOODS.noodles, GOODS.tea);
  expect(balance()).toEqual({
    inventory: OPENING_STOCK - 2_900 - 3_800,
    'opening-equity': -OPENING_STOCK,
    'cost-of-sales': 6_700,
    'cash-drawer': 208_200,
    'cash-safe': -200_000,
    'cash-rounding': 50,
    sales: -8_250,
  });
});

test('after the shift the drawer is empty, the takings are in the safe, and what is short is known', async () => {
  const siti = await shop.as('Siti');
  await openShift(siti, 200_000);
  await sell(siti, GOODS.noodles, GOODS.tea);
  await closeShift(siti, 208_000);
  expect(balance()).toMatchObject({ 'cash-drawer': 0, 'cash-safe': 8_000, 'cash-variance': 200 });
  expect(Object.values(balance()).reduce((sum, amount) => sum + amount, 0)).toBe(0);
});
