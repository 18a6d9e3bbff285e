import { all, get, run, type Db } from '../db/sql.ts';
import type { TicketLineRow } from './ticket-store.ts';

export interface ParkedRow {
  ticket_id: string;
  revision: number;
  label: string;
  parked_at: number;
  parked_by: string;
}

const LINE_COLUMNS = `line_id, position, product_id, name, unit, category, fractional, quantity_thousandths,
  unit_price_rp`;

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
export function moveOpenToParked(db: Db, parked: ParkedRow): void {
  run(
    db,
    `INSERT INTO work_parked_ticket (ticket_id, revision, label, parked_at, parked_by) VALUES (?, ?, ?, ?, ?)`,
    parked.ticket_id,
    parked.revision,
    parked.label,
    parked.parked_at,
    parked.parked_by,
  );
  run(
    db,
    `INSERT INTO work_parked_line (ticket_id, ${LINE_COLUMNS}) SELECT ?, ${LINE_COLUMNS} FROM work_ticket_line`,
    parked.ticket_id,
  );
  run(db, 'DELETE FROM work_ticket_line');
}

/**
 * Makes a ticket put aside the open one again, under its own id. Its revision goes on counting, so
 * that a window which saw it before it was put aside can't pay what it saw then.
 */
export function moveParkedToOpen(db: Db, parked: ParkedRow): void {
  run(
    db,
    `INSERT INTO work_ticket (id, ticket_id, revision) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET ticket_id = excluded.ticket_id, revision = excluded.revision`,
    parked.ticket_id,
    parked.revision + 1,
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
