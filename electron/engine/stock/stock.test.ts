import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { scratchDir, type ScratchDir } from '../../../test/support/till.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { run, type Db } from '../db/sql.ts';
import { createFolds } from '../journal/rebuild.ts';
import { lotsForSale, onHandOf } from './index.ts';

const CONSIGNOR = 'bu-tini';

let dir: ScratchDir;
let db: Db;

beforeAll(() => {
  dir = scratchDir('stock');
  db = openDatabase(dir.path);
  migrate(db, dir.path);
  createFolds(db);
});

afterAll(() => {
  db.close();
  dir.remove();
});

interface Lot {
  readonly lotId: string;
  readonly owner: string;
  readonly onHand: number;
  readonly cost: number | null;
}

/** A product with these lots in the shop. */
function shelve(lots: readonly Lot[], productId = uuidv7()): string {
  for (const { lotId, owner, onHand, cost } of lots) {
    run(
      db,
      'INSERT INTO stock_lot (lot_id, product_id, owner, on_hand_thousandths, unit_cost_rp) VALUES (?, ?, ?, ?, ?)',
      lotId,
      productId,
      owner,
      onHand,
      cost,
    );
  }
  return productId;
}

const take = (productId: string, quantity: number, cost: number | null = null) =>
  lotsForSale(db, productId, thousandths(quantity), () => (cost === null ? null : rupiah(cost)));

const lot = (n: number, onHand: number, more: Partial<Lot> = {}): Lot => ({
  lotId: `lot-${n}-${uuidv7()}`,
  owner: 'store',
  onHand,
  cost: 1_000 * n,
  ...more,
});

describe('which lots a sale takes from', () => {
  test('the oldest first, and the next where it is not enough', () => {
    const [first, second, third] = [lot(1, 2_000), lot(2, 3_000), lot(3, 5_000)];
    expect(take(shelve([third, first, second]), 4_500)).toEqual([
      { lotId: first.lotId, owner: 'store', quantityThousandths: 2_000, unitCostRp: 1_000 },
      { lotId: second.lotId, owner: 'store', quantityThousandths: 2_500, unitCostRp: 2_000 },
    ]);
  });

  test('a lot keeps its owner: a consignor’s goods are sold as theirs', () => {
    const theirs = lot(1, 2_000, { owner: CONSIGNOR, cost: null });
    expect(take(shelve([theirs]), 1_000)).toMatchObject([{ owner: CONSIGNOR, unitCostRp: null }]);
  });

  test('empty lots and lots in debt are passed over', () => {
    const [empty, owing, full] = [lot(1, 0), lot(2, -4_000), lot(3, 1_000)];
    expect(take(shelve([empty, owing, full]), 1_000)).toMatchObject([{ lotId: full.lotId }]);
  });

  test('goods the books know nothing of are sold all the same, at the product’s cost', () => {
    const productId = shelve([]);
    expect(take(productId, 3_000, 2_900)).toEqual([
      { lotId: productId, owner: 'store', quantityThousandths: 3_000, unitCostRp: 2_900 },
    ]);
  });

  test('what the lots lack comes from the default lot, as one line of it', () => {
    const productId = uuidv7();
    const own = lot(1, 1_000, { lotId: productId });
    shelve([own], productId);
    expect(take(productId, 2_500, 9_999)).toEqual([
      { lotId: productId, owner: 'store', quantityThousandths: 2_500, unitCostRp: 1_000 },
    ]);
  });

  test('adds up to what is sold, and takes from no lot more than it has', () => {
    const lots = fc.array(
      fc.record({ onHand: fc.integer({ min: -5_000, max: 20_000 }), isTheirs: fc.boolean() }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 60_000 }), (shelf, quantity) => {
        const kept = shelf.map(({ onHand, isTheirs }, n) =>
          lot(n, onHand, { owner: isTheirs ? CONSIGNOR : 'store' }),
        );
        const productId = shelve(kept);
        const taken = take(productId, quantity);
        expect(taken.reduce((sum, part) => sum + part.quantityThousandths, 0)).toBe(quantity);
        for (const part of taken) {
          const from = kept.find(({ lotId }) => lotId === part.lotId);
          expect(part.quantityThousandths).toBeGreaterThan(0);
          expect(part.owner).toBe(from?.owner ?? 'store');
          // Only the default lot, which nobody has shelved here, may owe.
          expect(part.quantityThousandths).toBeLessThanOrEqual(from?.onHand ?? quantity);
        }
        const wholeShelf = kept.reduce((sum, { onHand }) => sum + Math.max(0, onHand), 0);
        const owed = taken.find((part) => part.lotId === productId)?.quantityThousandths ?? 0;
        expect(owed).toBe(Math.max(0, quantity - wholeShelf));
      }),
    );
  });
});

test('what the shop holds of a product is the sum of its lots; unknown products are left out', () => {
  const [rice, tea] = [shelve([lot(1, 1_250), lot(2, -250)]), shelve([lot(1, 4_000)])];
  const nothing = uuidv7();
  expect(onHandOf(db, [rice, tea, nothing])).toEqual(
    new Map([
      [rice, 1_000],
      [tea, 4_000],
    ]),
  );
  expect(onHandOf(db, [])).toEqual(new Map());
});
