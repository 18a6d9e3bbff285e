import { programmeBodies } from '../../../shared/journal/programme-bodies.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import type { RecordBodies } from '../../../shared/journal/bodies.ts';
import { all, get, run, type Db } from '../db/sql.ts';

/** A claim as its record said it. */
export type RaisedClaim = RecordBodies['price-claim-raised/1'];

/** A claim with what has become of it. */
export interface StoredClaim {
  readonly claim: RaisedClaim;
  readonly raisedAt: number;
  readonly sent: boolean;
  readonly paidRp: number;
  readonly refusedRp: number;
  readonly note: string;
}

interface ClaimRow {
  claim: string;
  raised_at: number;
  sent: number;
  paid_rp: number;
  refused_rp: number;
  note: string;
}

const COLUMNS = 'claim, raised_at, sent, paid_rp, refused_rp, note';

function parsed(claim: string): RaisedClaim {
  return programmeBodies['price-claim-raised/1'].parse(JSON.parse(claim));
}

function claimOfRow(row: ClaimRow): StoredClaim {
  return {
    claim: parsed(row.claim),
    raisedAt: row.raised_at,
    sent: row.sent === 1,
    paidRp: row.paid_rp,
    refusedRp: row.refused_rp,
    note: row.note,
  };
}

/** Every claim, the newest first; falls that found nothing in stock are no claims. */
export function allClaims(db: Db): StoredClaim[] {
  return all<ClaimRow>(
    db,
    `SELECT ${COLUMNS} FROM price_claim WHERE total_rp > 0 ORDER BY raised_seq DESC`,
  ).map(claimOfRow);
}

/** A claim, or undefined where there is none of this id. */
export function readClaim(db: Db, claimId: string): StoredClaim | undefined {
  const row = get<ClaimRow>(
    db,
    `SELECT ${COLUMNS} FROM price_claim WHERE claim_id = ? AND total_rp > 0`,
    claimId,
  );
  return row === undefined ? undefined : claimOfRow(row);
}

/**
 * Tells falls of prices apart. One rule may take over more than once, as where one for the region came
 * and went: each time is a fall of its own.
 */
export function fallKey(fall: Pick<RaisedClaim, 'programme' | 'ruleId' | 'effectiveOn'>): string {
  return `${fall.programme} ${fall.ruleId} ${fall.effectiveOn}`;
}

/** The falls of prices for which the store has looked at its stock, as `fallKey` has them. */
export function fallsClaimed(db: Db): Set<string> {
  const rows = all<{ claim: string }>(db, 'SELECT claim FROM price_claim');
  return new Set(rows.map(({ claim }) => fallKey(parsed(claim))));
}

/** Keeps a claim that was raised. */
export function insertClaim(db: Db, claim: RaisedClaim, seq: number, at: number): void {
  run(
    db,
    `INSERT INTO price_claim (claim_id, programme, rule_id, effective_on, raised_seq, raised_at, claim, total_rp)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    claim.claimId,
    claim.programme,
    claim.ruleId,
    claim.effectiveOn,
    seq,
    at,
    // In canonical form, so that a rebuild from the stored bytes arrives at the very same row.
    canonicalText(claim),
    claim.totalRp,
  );
}

/** Adds what became of a claim. */
export function settleClaimRow(db: Db, settled: RecordBodies['price-claim-settled/1']): void {
  run(
    db,
    `UPDATE price_claim SET sent = 1, paid_rp = paid_rp + ?, refused_rp = refused_rp + ?, note = ?
     WHERE claim_id = ?`,
    settled.paidRp,
    settled.refusedRp,
    settled.note,
    settled.claimId,
  );
}
