import { all, get, number, run, type Db } from '../db/sql.ts';

export interface TicketRow {
  ticket_id: string;
  revision: number;
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
  unit_price_rp: number;
}

/** The open ticket's head, or undefined before the first line was ever rung up. */
export function ticketHead(db: Db): TicketRow | undefined {
  return get<TicketRow>(db, 'SELECT ticket_id, revision FROM work_ticket WHERE id = 1');
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
  run(
    db,
    `INSERT INTO work_ticket (id, ticket_id, revision) VALUES (1, ?, 0)
     ON CONFLICT (id) DO UPDATE SET ticket_id = excluded.ticket_id, revision = 0`,
    ticketId,
  );
}

/** Counts one change of the ticket. */
export function touchTicket(db: Db): void {
  run(db, 'UPDATE work_ticket SET revision = revision + 1 WHERE id = 1');
}

/** Adds a line at the end. */
export function insertTicketLine(db: Db, line: Omit<TicketLineRow, 'position'>): void {
  run(
    db,
    `INSERT INTO work_ticket_line (line_id, position, product_id, name, unit, category, fractional,
                                   quantity_thousandths, unit_price_rp)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM work_ticket_line), ?, ?, ?, ?, ?, ?, ?)`,
    line.line_id,
    line.product_id,
    line.name,
    line.unit,
    line.category,
    line.fractional,
    line.quantity_thousandths,
    line.unit_price_rp,
  );
}

/** Sets a line's quantity in thousandths. */
export function setTicketLineQuantity(db: Db, lineId: string, quantity: number): void {
  run(db, 'UPDATE work_ticket_line SET quantity_thousandths = ? WHERE line_id = ?', quantity, lineId);
}

/** Takes a line off. */
export function deleteTicketLine(db: Db, lineId: string): void {
  run(db, 'DELETE FROM work_ticket_line WHERE line_id = ?', lineId);
}
