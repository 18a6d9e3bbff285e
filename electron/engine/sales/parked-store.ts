import { all, get, run, type Db } from '../db/sql.ts';
import { LINE_COLUMNS, TICKET_COLUMNS, type TicketLineRow, type TicketRow } from './ticket-store.ts';

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
