import { damagedDelta, shopDelta, stockMovesOf } from '../../../shared/domain/ledger.ts';
import { OWN_GOODS, type LotTaken } from '../../../shared/journal/parts.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';
import { all, run, type Db } from '../db/sql.ts';
import type { FoldTables } from '../journal/folds.ts';
import type { SumTable } from '../journal/sums.ts';

/** What the shop holds, lot by lot: cached sums of the stock moves. Ownership is on the lot. */
export const stockTables: FoldTables = {
  names: ['stock_lot'],
  sql: `
    CREATE TABLE stock_lot (
      lot_id TEXT PRIMARY KEY,
      product_id TEXT NOT NULL,
      owner TEXT NOT NULL,
      on_hand_thousandths INTEGER NOT NULL,
      -- Came back damaged: here, but not to be sold.
      damaged_thousandths INTEGER NOT NULL DEFAULT 0,
      unit_cost_rp INTEGER CHECK (unit_cost_rp >= 0)
    ) STRICT, WITHOUT ROWID;
    -- No CHECK: an upsert that takes some away would fail it with the row it does not insert.
    CREATE TRIGGER stock_lot_damaged_new AFTER INSERT ON stock_lot WHEN new.damaged_thousandths < 0
    BEGIN SELECT raise(ABORT, 'more damaged goods left than there were'); END;
    CREATE TRIGGER stock_lot_damaged_less AFTER UPDATE OF damaged_thousandths ON stock_lot
    WHEN new.damaged_thousandths < 0
    BEGIN SELECT raise(ABORT, 'more damaged goods left than there were'); END;
  `,
  indexes: 'CREATE INDEX stock_lot_by_product ON stock_lot (product_id, lot_id);',
};

/** The lots that were there before the till, each with its cost; what they hold is moved in by `lotsOnHand`. */
export function applyOpeningStock(db: Db, record: RecordOf<'opening-stock/1'>): void {
  for (const lot of record.body.lots) {
    run(
      db,
      `INSERT INTO stock_lot (lot_id, product_id, owner, on_hand_thousandths, unit_cost_rp) VALUES (?, ?, ?, 0, ?)
       ON CONFLICT DO NOTHING`,
      lot.lotId,
      lot.productId,
      lot.owner,
      lot.unitCostRp,
    );
  }
}

/** Lots that came with a delivery of full cylinders, each with its cost; `lotsOnHand` moves them in. */
export function applyDeliveredLots(db: Db, record: RecordOf<'cylinders-moved/1'>): void {
  for (const move of record.body.moves) {
    if (move.from !== 'outside' || move.unitCostRp === null) continue;
    run(
      db,
      `INSERT INTO stock_lot (lot_id, product_id, owner, on_hand_thousandths, unit_cost_rp) VALUES (?, ?, ?, 0, ?)
       ON CONFLICT DO NOTHING`,
      move.lotId,
      move.productId,
      move.owner,
      move.unitCostRp,
    );
  }
}

/** A record's moves in and out of the shop. A lot comes into being with its first move. */
export const lotsOnHand: SumTable = {
  upsert: `INSERT INTO stock_lot (lot_id, product_id, owner, on_hand_thousandths, damaged_thousandths)
           VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET
             on_hand_thousandths = on_hand_thousandths + excluded.on_hand_thousandths,
             damaged_thousandths = damaged_thousandths + excluded.damaged_thousandths`,
  names: 1,
  additionsOf: (record) =>
    stockMovesOf(record).map((move) => ({
      key: [move.lotId, move.productId, move.owner],
      amounts: [shopDelta(move), damagedDelta(move)],
    })),
};

/** What the shop holds of each product, in thousandths; products without a lot are left out. */
export function onHandOf(db: Db, productIds: readonly string[]): Map<string, Thousandths> {
  const rows = all<{ product_id: string; on_hand: number }>(
    db,
    `SELECT product_id, sum(on_hand_thousandths) AS on_hand FROM stock_lot
     WHERE product_id IN (SELECT value FROM json_each(?)) GROUP BY product_id`,
    JSON.stringify(productIds),
  );
  return new Map(rows.map((row) => [row.product_id, thousandths(row.on_hand)]));
}

/** The same of the store's own goods alone: what consignors left here is theirs. */
export function ownOnHandOf(db: Db, productIds: readonly string[]): Map<string, Thousandths> {
  const rows = all<{ product_id: string; on_hand: number }>(
    db,
    `SELECT product_id, sum(on_hand_thousandths) AS on_hand FROM stock_lot
     WHERE product_id IN (SELECT value FROM json_each(?)) AND owner = ? GROUP BY product_id`,
    JSON.stringify(productIds),
    OWN_GOODS,
  );
  return new Map(rows.map((row) => [row.product_id, thousandths(row.on_hand)]));
}

/** Damaged goods of one lot. */
export interface DamagedLot {
  readonly lotId: string;
  readonly owner: string;
  readonly quantityThousandths: number;
}

/** What lies damaged of a product, the oldest lot first. */
export function damagedLots(db: Db, productId: string): DamagedLot[] {
  return all<{ lot_id: string; owner: string; damaged_thousandths: number }>(
    db,
    `SELECT lot_id, owner, damaged_thousandths FROM stock_lot
     WHERE product_id = ? AND damaged_thousandths > 0 ORDER BY lot_id`,
    productId,
  ).map((row) => ({ lotId: row.lot_id, owner: row.owner, quantityThousandths: row.damaged_thousandths }));
}

const NOTHING_TAKEN: ReadonlyMap<string, number> = new Map();

function leftOf(row: LotRow, taken: ReadonlyMap<string, number>): number {
  return row.on_hand_thousandths - (taken.get(row.lot_id) ?? 0);
}

interface LotRow {
  lot_id: string;
  owner: string;
  on_hand_thousandths: number;
  unit_cost_rp: number | null;
}

/**
 * Chooses the lots that a sale takes from: those with stock first, oldest first; whatever is left
 * comes from the product's default lot (whose id is the product's own), which may go below zero.
 * Stock records lag behind the shelf, and a buyer with the goods in hand must not be sent away.
 * @param cost what a whole unit of the default lot costs; asked only where that lot is taken from
 * @param alreadyTaken what other lines of the same sale take, by lot, in thousandths
 */
export function lotsForSale(
  db: Db,
  productId: string,
  quantity: Thousandths,
  cost: () => Rupiah | null,
  alreadyTaken: ReadonlyMap<string, number> = NOTHING_TAKEN,
): LotTaken[] {
  const rows = stockedLots(db, productId).filter((row) => leftOf(row, alreadyTaken) > 0);
  const taken: LotTaken[] = [];
  let rest: number = quantity;
  for (const row of rows) {
    if (rest === 0) break;
    const part = Math.min(rest, leftOf(row, alreadyTaken));
    rest -= part;
    taken.push(lotTaken(row.lot_id, row.owner, part, row.unit_cost_rp));
  }
  return rest === 0 ? taken : withDefaultLot(taken, productId, rest, cost());
}

/** Oldest first. Sorted here, because SQLite would plan an ORDER BY anew for every product it is asked for. */
function stockedLots(db: Db, productId: string): LotRow[] {
  const rows = all<LotRow>(
    db,
    `SELECT lot_id, owner, on_hand_thousandths, unit_cost_rp FROM stock_lot
     WHERE product_id = ? AND on_hand_thousandths > 0`,
    productId,
  );
  return rows.toSorted((a, b) => (a.lot_id < b.lot_id ? -1 : 1));
}

function withDefaultLot(taken: LotTaken[], productId: string, rest: number, cost: number | null): LotTaken[] {
  const known = taken.find((lot) => lot.lotId === productId);
  if (known === undefined) return [...taken, lotTaken(productId, OWN_GOODS, rest, cost)];
  const grown = { ...known, quantityThousandths: thousandths(known.quantityThousandths + rest) };
  return taken.map((lot) => (lot.lotId === productId ? grown : lot));
}

function lotTaken(lotId: string, owner: string, quantity: number, cost: number | null): LotTaken {
  return {
    lotId,
    owner,
    quantityThousandths: thousandths(quantity),
    unitCostRp: cost === null ? null : rupiah(cost),
  };
}
