import { all, get, number, run, type Db } from '../db/sql.ts';

/** What is kept of a ticket beside its lines, open or put aside. */
export interface TicketRow {
  ticket_id: string;
  revision: number;
  tier: string;
  /** `default`, `buyer` or `hand`. */
  tier_by: string;
  tier_approval_id: string | null;
  member_id: string | null;
  buyer_id: string | null;
  /** Goods that come back in the same errand, as the returns part keeps them. */
  exchange: string | null;
  /** Who buys its subsidised goods, as the subsidy part keeps it. */
  subsidy: string | null;
}

export interface TicketLineRow {
  line_id: string;
  position: number;
  product_id: string;
  name: string;
  unit: string;
  category: string;
  fractional: number;
  quantity_thousandths: number;
  /** Everybody's price of the unit when it was rung up. */
  unit_price_rp: number;
  base_unit: string;
  content_thousandths: number;
  /** As `line-terms.ts` writes them. */
  terms: string;
  manual_price_rp: number | null;
  manual_discount_rp: number | null;
  manual_reason: string;
  approval_id: string | null;
  label_total_rp: number | null;
  batch: string | null;
  expiry: string | null;
}

/** Columns of a ticket that go with it when it is put aside and called back. */
const TICKET_COLUMNS = 'tier, tier_by, tier_approval_id, member_id, buyer_id, exchange, subsidy';

/** Columns of a line, on the open ticket and on one put aside. */
const LINE_COLUMNS = `line_id, position, product_id, name, unit, category, fractional,
  quantity_thousandths, unit_price_rp, base_unit, content_thousandths, terms, manual_price_rp,
  manual_discount_rp, manual_reason, approval_id, label_total_rp, batch, expiry`;

/** The open ticket's head, or undefined before the first line was ever rung up. */
export function ticketHead(db: Db): TicketRow | undefined {
  return get<TicketRow>(db, `SELECT ticket_id, revision, ${TICKET_COLUMNS} FROM work_ticket WHERE id = 1`);
}

/** Lines of the open ticket in the order they were rung up. */
export function ticketLines(db: Db): TicketLineRow[] {
  return all<TicketLineRow>(db, 'SELECT * FROM work_ticket_line ORDER BY position');
}

/** How many lines the open ticket has. */
export function openTicketLines(db: Db): number {
  return number(db, 'SELECT count(*) FROM work_ticket_line');
}

/** Starts a new, empty ticket in place of the one that is there. */
export function resetTicket(db: Db, ticketId: string): void {
  run(db, 'DELETE FROM work_ticket_line');
  run(db, 'DELETE FROM work_ticket');
  run(db, 'INSERT INTO work_ticket (id, ticket_id, revision) VALUES (1, ?, 0)', ticketId);
}

/** Counts one change of the ticket. */
export function touchTicket(db: Db): void {
  run(db, 'UPDATE work_ticket SET revision = revision + 1 WHERE id = 1');
}

/** For whom the open ticket is. */
export type TicketBuyerRow = Pick<
  TicketRow,
  'tier' | 'tier_by' | 'tier_approval_id' | 'member_id' | 'buyer_id'
>;

/** Sets for whom the open ticket is. */
export function setTicketBuyer(db: Db, buyer: TicketBuyerRow): void {
  run(
    db,
    `UPDATE work_ticket SET tier = ?, tier_by = ?, tier_approval_id = ?, member_id = ?, buyer_id = ?
     WHERE id = 1`,
    buyer.tier,
    buyer.tier_by,
    buyer.tier_approval_id,
    buyer.member_id,
    buyer.buyer_id,
  );
}

/** Adds a line at the end. */
export function insertTicketLine(db: Db, line: Omit<TicketLineRow, 'position'>): void {
  run(
    db,
    `INSERT INTO work_ticket_line (${LINE_COLUMNS})
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM work_ticket_line), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
             ?, ?, ?, ?, ?, ?, ?)`,
    line.line_id,
    line.product_id,
    line.name,
    line.unit,
    line.category,
    line.fractional,
    line.quantity_thousandths,
    line.unit_price_rp,
    line.base_unit,
    line.content_thousandths,
    line.terms,
    line.manual_price_rp,
    line.manual_discount_rp,
    line.manual_reason,
    line.approval_id,
    line.label_total_rp,
    line.batch,
    line.expiry,
  );
}

/** Sets a line's quantity in thousandths of its unit. */
export function setTicketLineQuantity(db: Db, lineId: string, quantity: number): void {
  run(db, 'UPDATE work_ticket_line SET quantity_thousandths = ? WHERE line_id = ?', quantity, lineId);
}

/** Sells a line by another unit. */
export function setTicketLineUnit(
  db: Db,
  lineId: string,
  unit: Pick<TicketLineRow, 'unit' | 'fractional' | 'content_thousandths' | 'unit_price_rp' | 'terms'>,
): void {
  run(
    db,
    `UPDATE work_ticket_line SET unit = ?, fractional = ?, content_thousandths = ?, unit_price_rp = ?, terms = ?,
       manual_price_rp = NULL, manual_discount_rp = NULL, manual_reason = '', approval_id = NULL
     WHERE line_id = ?`,
    unit.unit,
    unit.fractional,
    unit.content_thousandths,
    unit.unit_price_rp,
    unit.terms,
    lineId,
  );
}

/** What was set by hand on a line; a price and a discount by hand exclude each other. */
export type ManualRow = Pick<
  TicketLineRow,
  'manual_price_rp' | 'manual_discount_rp' | 'manual_reason' | 'approval_id'
>;

/** Sets a price or a discount by hand, or takes both away. */
export function setTicketLineManual(db: Db, lineId: string, manual: ManualRow): void {
  run(
    db,
    `UPDATE work_ticket_line
     SET manual_price_rp = ?, manual_discount_rp = ?, manual_reason = ?, approval_id = ? WHERE line_id = ?`,
    manual.manual_price_rp,
    manual.manual_discount_rp,
    manual.manual_reason,
    manual.approval_id,
    lineId,
  );
}

/** Takes a line off. */
export function deleteTicketLine(db: Db, lineId: string): void {
  run(db, 'DELETE FROM work_ticket_line WHERE line_id = ?', lineId);
}

/** A ticket put aside. */
export interface ParkedRow extends TicketRow {
  label: string;
  parked_at: number;
  parked_by: string;
}

/** Tickets put aside, the oldest first. */
export function parkedHeads(db: Db): ParkedRow[] {
  return all<ParkedRow>(db, 'SELECT * FROM work_parked_ticket ORDER BY parked_at, ticket_id');
}

/** One ticket put aside, or undefined where it is not there any more. */
export function parkedHead(db: Db, ticketId: string): ParkedRow | undefined {
  return get<ParkedRow>(db, 'SELECT * FROM work_parked_ticket WHERE ticket_id = ?', ticketId);
}

/** Lines of a ticket put aside, in the order they were rung up. */
export function parkedLines(db: Db, ticketId: string): TicketLineRow[] {
  return all<TicketLineRow>(
    db,
    `SELECT ${LINE_COLUMNS} FROM work_parked_line WHERE ticket_id = ? ORDER BY position`,
    ticketId,
  );
}

/** Moves every line of the open ticket to a ticket put aside. The open one is left empty. */
export function moveOpenToParked(db: Db, parked: Omit<ParkedRow, keyof TicketRow>): void {
  run(
    db,
    `INSERT INTO work_parked_ticket (ticket_id, revision, ${TICKET_COLUMNS}, label, parked_at, parked_by)
     SELECT ticket_id, revision, ${TICKET_COLUMNS}, ?, ?, ? FROM work_ticket`,
    parked.label,
    parked.parked_at,
    parked.parked_by,
  );
  run(
    db,
    `INSERT INTO work_parked_line (ticket_id, ${LINE_COLUMNS})
     SELECT ticket_id, ${LINE_COLUMNS} FROM work_ticket_line, work_ticket`,
  );
  run(db, 'DELETE FROM work_ticket_line');
}

/**
 * Makes a ticket put aside the open one again, under its own id. Its revision goes on counting, so
 * that a window which saw it before it was put aside can't pay what it saw then.
 */
export function moveParkedToOpen(db: Db, parked: ParkedRow): void {
  run(db, 'DELETE FROM work_ticket');
  run(
    db,
    `INSERT INTO work_ticket (id, ticket_id, revision, ${TICKET_COLUMNS})
     SELECT 1, ticket_id, revision + 1, ${TICKET_COLUMNS} FROM work_parked_ticket WHERE ticket_id = ?`,
    parked.ticket_id,
  );
  run(
    db,
    `INSERT INTO work_ticket_line (${LINE_COLUMNS})
     SELECT ${LINE_COLUMNS} FROM work_parked_line WHERE ticket_id = ?`,
    parked.ticket_id,
  );
  deleteParked(db, parked.ticket_id);
}

/** Forgets a ticket put aside, its lines with it. */
export function deleteParked(db: Db, ticketId: string): void {
  run(db, 'DELETE FROM work_parked_ticket WHERE ticket_id = ?', ticketId);
}
