import { rupiah } from '../../../shared/domain/money.ts';
import { tierSchema } from '../../../shared/domain/tier.ts';
import { buyerKindSchema, type BuyerRow } from '../../../shared/journal/member-bodies.ts';
import { all, get, run, type Db } from '../db/sql.ts';

interface BuyerTableRow {
  buyer_id: string;
  kind: string;
  tier: string;
  credit_limit_rp: number;
  term_days: number;
  active: number;
}

const COLUMNS = 'buyer_id, kind, tier, credit_limit_rp, term_days, active';

/** The buyer of this id, active or not. */
export function readBuyer(db: Db, buyerId: string): BuyerRow | undefined {
  const row = get<BuyerTableRow>(db, `SELECT ${COLUMNS} FROM buyer WHERE buyer_id = ?`, buyerId);
  return row === undefined ? undefined : stored(row);
}

/** Every buyer: a shop has dozens of them, not thousands. */
export function allBuyers(db: Db): BuyerRow[] {
  return all<BuyerTableRow>(db, `SELECT ${COLUMNS} FROM buyer`).map(stored);
}

/** Adds a buyer or writes over one. */
export function upsertBuyer(db: Db, buyer: BuyerRow, seq: number): void {
  run(
    db,
    `INSERT INTO buyer (buyer_id, kind, tier, credit_limit_rp, term_days, active, changed_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (buyer_id) DO UPDATE SET
       kind = excluded.kind, tier = excluded.tier, credit_limit_rp = excluded.credit_limit_rp,
       term_days = excluded.term_days, active = excluded.active, changed_seq = excluded.changed_seq`,
    buyer.buyerId,
    buyer.kind,
    buyer.tier,
    buyer.creditLimitRp,
    buyer.termDays,
    buyer.active ? 1 : 0,
    seq,
  );
}

function stored(row: BuyerTableRow): BuyerRow {
  return {
    buyerId: row.buyer_id,
    kind: buyerKindSchema.parse(row.kind),
    tier: tierSchema.parse(row.tier),
    creditLimitRp: rupiah(row.credit_limit_rp),
    termDays: row.term_days,
    active: row.active === 1,
  };
}
