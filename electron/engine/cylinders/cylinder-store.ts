import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';
import { cylinderCauseSchema, type CylinderMovement } from '../../../shared/contract/cylinders.ts';
import { all, get, number, run, type Db } from '../db/sql.ts';

/** When and how an event happened. */
export interface EventHead {
  readonly eventId: string;
  readonly kind: string;
  readonly seq: number;
  readonly at: number;
  readonly date: string;
  readonly cause: CylinderMovement['cause'];
  readonly receipt: string;
}

/** What an event changes; figures that are left out don't change. */
export interface EventChange {
  readonly full?: number;
  readonly empty?: number;
  readonly damaged?: number;
  readonly owed?: number;
  readonly loaned?: number;
  readonly depositRp?: number;
  readonly agen?: string;
  readonly document?: string;
  readonly note?: string;
}

/** Adds a change to an event, or begins it. */
export function addToEvent(db: Db, head: EventHead, change: EventChange): void {
  run(
    db,
    `INSERT INTO cylinder_event (event_id, kind, seq, at, date, cause, receipt, agen, document, full_thousandths,
       empty_thousandths, damaged_thousandths, owed_thousandths, loaned_thousandths, deposit_rp, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET
       agen = agen || excluded.agen,
       document = document || excluded.document,
       full_thousandths = full_thousandths + excluded.full_thousandths,
       empty_thousandths = empty_thousandths + excluded.empty_thousandths,
       damaged_thousandths = damaged_thousandths + excluded.damaged_thousandths,
       owed_thousandths = owed_thousandths + excluded.owed_thousandths,
       loaned_thousandths = loaned_thousandths + excluded.loaned_thousandths,
       deposit_rp = deposit_rp + excluded.deposit_rp,
       note = note || excluded.note`,
    head.eventId,
    head.kind,
    head.seq,
    head.at,
    head.date,
    head.cause,
    head.receipt,
    change.agen ?? '',
    change.document ?? '',
    change.full ?? 0,
    change.empty ?? 0,
    change.damaged ?? 0,
    change.owed ?? 0,
    change.loaned ?? 0,
    change.depositRp ?? 0,
    change.note ?? '',
  );
}

/** What an event's row says beside its figures. */
interface EventRow {
  event_id: string;
  kind: string;
  at: number;
  date: string;
  cause: string;
  receipt: string;
  agen: string;
  document: string;
  full_thousandths: number;
  empty_thousandths: number;
  damaged_thousandths: number;
  owed_thousandths: number;
  loaned_thousandths: number;
  deposit_rp: number;
  note: string;
}

/** Events between two dates, the newest first; `kind` null for all. */
export function eventsBetween(
  db: Db,
  asked: { readonly kind: string | null; readonly from: string; readonly to: string },
  limit: number,
): CylinderMovement[] {
  return all<EventRow>(
    db,
    `SELECT event_id, kind, at, date, cause, receipt, agen, document, full_thousandths, empty_thousandths,
            damaged_thousandths, owed_thousandths, loaned_thousandths, deposit_rp, note
     FROM cylinder_event WHERE date BETWEEN ? AND ? AND kind = coalesce(?, kind)
     ORDER BY date DESC, seq DESC, kind LIMIT ?`,
    asked.from,
    asked.to,
    asked.kind,
    limit,
  ).map((row) => ({
    movementId: row.event_id,
    kind: row.kind,
    at: row.at,
    date: businessDateSchema.parse(row.date),
    cause: cylinderCauseSchema.parse(row.cause),
    receipt: row.receipt,
    agen: row.agen,
    document: row.document,
    fullThousandths: thousandths(row.full_thousandths),
    emptyThousandths: thousandths(row.empty_thousandths),
    damagedThousandths: thousandths(row.damaged_thousandths),
    agenOwedThousandths: thousandths(row.owed_thousandths),
    loanedThousandths: thousandths(row.loaned_thousandths),
    depositRp: rupiah(row.deposit_rp),
    note: row.note,
  }));
}

/** How many events there are between two dates. */
export function countEvents(
  db: Db,
  asked: { readonly kind: string | null; readonly from: string; readonly to: string },
): number {
  return number(
    db,
    'SELECT count(*) FROM cylinder_event WHERE date BETWEEN ? AND ? AND kind = coalesce(?, kind)',
    asked.from,
    asked.to,
    asked.kind,
  );
}

/** What changed in all after a date; `date` empty for what ever changed. */
export interface Changes {
  readonly full: number;
  readonly empty: number;
  readonly damaged: number;
  readonly loaned: number;
  readonly depositsRp: number;
}

/** The sum of a kind's changes after a date, that date left out. */
export function changesAfter(db: Db, kind: string, date: string): Changes {
  const row = get<{ full: number; empty: number; damaged: number; loaned: number; deposits: number }>(
    db,
    `SELECT coalesce(sum(full_thousandths), 0) AS full, coalesce(sum(empty_thousandths), 0) AS empty,
            coalesce(sum(damaged_thousandths), 0) AS damaged, coalesce(sum(loaned_thousandths), 0) AS loaned,
            coalesce(sum(deposit_rp), 0) AS deposits
     FROM cylinder_event WHERE kind = ? AND date > ?`,
    kind,
    date,
  );
  if (row === undefined) throw new Error('a sum has a row');
  return {
    full: row.full,
    empty: row.empty,
    damaged: row.damaged,
    loaned: row.loaned,
    depositsRp: row.deposits,
  };
}

/** What is owed to an agen, and its newest delivery. */
export interface AgenRow {
  readonly agen: string;
  readonly owedThousandths: Thousandths;
  readonly lastDate: BusinessDate;
  readonly lastDocument: string;
}

/** Every agen of a kind by name. */
export function agensOf(db: Db, kind: string): AgenRow[] {
  // Of several rows of a group, SQLite answers the bare columns of the one that `max` found: its newest
  // delivery, or where it never delivered whatever there is.
  return all<{ agen: string; owed: number; last: number; date: string; document: string }>(
    db,
    `SELECT agen, sum(owed_thousandths) AS owed, max(iif(cause = 'agen', seq, 0)) AS last, date, document
     FROM cylinder_event WHERE kind = ? AND agen <> '' GROUP BY agen ORDER BY agen COLLATE NOCASE`,
    kind,
  ).map((row) => ({
    agen: row.agen,
    owedThousandths: thousandths(row.owed),
    lastDate: businessDateSchema.parse(row.date),
    lastDocument: row.document,
  }));
}

/** What is owed to one agen. */
export function owedTo(db: Db, kind: string, agen: string): number {
  return number(
    db,
    'SELECT coalesce(sum(owed_thousandths), 0) FROM cylinder_event WHERE kind = ? AND agen = ?',
    kind,
    agen,
  );
}

/** Full ones that each agen delivered between two dates, both included; agens that brought none are left out. */
export function receivedBetween(
  db: Db,
  kind: string,
  from: string,
  to: string,
): { readonly agen: string; readonly quantityThousandths: number }[] {
  return all<{ agen: string; came: number }>(
    db,
    `SELECT agen, sum(full_thousandths) AS came FROM cylinder_event
     WHERE kind = ? AND date BETWEEN ? AND ? AND cause = 'agen' AND full_thousandths > 0
     GROUP BY agen ORDER BY agen COLLATE NOCASE`,
    kind,
    from,
    to,
  ).map((row) => ({ agen: row.agen, quantityThousandths: row.came }));
}

/** A cylinder that somebody took along for a deposit. */
export interface LoanRow {
  readonly saleId: string;
  readonly kind: string;
  readonly date: BusinessDate;
  readonly receipt: string;
  readonly quantityThousandths: Thousandths;
  readonly returnedThousandths: Thousandths;
  readonly depositRp: Rupiah;
}

/** Begins a loan. */
export function insertLoan(
  db: Db,
  loan: {
    saleId: string;
    kind: string;
    seq: number;
    date: string;
    receipt: string;
    quantity: number;
    depositRp: number;
  },
): void {
  run(
    db,
    `INSERT INTO cylinder_loan (sale_id, kind, seq, date, receipt, quantity_thousandths, deposit_rp)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    loan.saleId,
    loan.kind,
    loan.seq,
    loan.date,
    loan.receipt,
    loan.quantity,
    loan.depositRp,
  );
}

/** Cylinders came back, and what was held for them was given back. */
export function takeBackLoan(
  db: Db,
  saleId: string,
  kind: string,
  quantity: number,
  depositRp: number,
): void {
  run(
    db,
    `UPDATE cylinder_loan SET returned_thousandths = returned_thousandths + ?, given_back_rp = given_back_rp + ?
     WHERE sale_id = ? AND kind = ?`,
    quantity,
    depositRp,
    saleId,
    kind,
  );
}

const LOANS = `FROM cylinder_loan
  WHERE kind = coalesce(?, kind) AND (? = 0 OR returned_thousandths < quantity_thousandths)`;

/** Loans, the oldest first; `kind` null for all. */
export function loansOf(db: Db, kind: string | null, onlyOpen: boolean, limit: number): LoanRow[] {
  return all<{
    sale_id: string;
    kind: string;
    date: string;
    receipt: string;
    quantity_thousandths: number;
    returned_thousandths: number;
    held: number;
  }>(
    db,
    `SELECT sale_id, kind, date, receipt, quantity_thousandths, returned_thousandths,
            deposit_rp - given_back_rp AS held
     ${LOANS} ORDER BY seq, kind LIMIT ?`,
    kind,
    onlyOpen ? 1 : 0,
    limit,
  ).map((row) => ({
    saleId: row.sale_id,
    kind: row.kind,
    date: businessDateSchema.parse(row.date),
    receipt: row.receipt,
    quantityThousandths: thousandths(row.quantity_thousandths),
    returnedThousandths: thousandths(row.returned_thousandths),
    depositRp: rupiah(row.held),
  }));
}

/** How many loans there are, how many cylinders are still out, and what is held for them. */
export function loanSums(
  db: Db,
  kind: string | null,
  onlyOpen: boolean,
): { readonly total: number; readonly left: number; readonly depositsRp: number } {
  const row = get<{ total: number; left_out: number; deposits: number }>(
    db,
    `SELECT count(*) AS total, coalesce(sum(quantity_thousandths - returned_thousandths), 0) AS left_out,
            coalesce(sum(deposit_rp - given_back_rp), 0) AS deposits ${LOANS}`,
    kind,
    onlyOpen ? 1 : 0,
  );
  return { total: row?.total ?? 0, left: row?.left_out ?? 0, depositsRp: row?.deposits ?? 0 };
}

/** How many cylinders of a kind are with buyers, in thousandths. */
export function onLoan(db: Db, kind: string): number {
  return loanSums(db, kind, true).left;
}

/** Notes which agen a lot came from. */
export function insertLot(db: Db, lotId: string, agen: string): void {
  run(db, 'INSERT INTO cylinder_lot (lot_id, agen) VALUES (?, ?) ON CONFLICT DO NOTHING', lotId, agen);
}

/** Which agen each of some lots came from; lots of none are left out. */
export function agensOfLots(db: Db, lotIds: readonly string[]): Map<string, string> {
  const rows = all<{ lot_id: string; agen: string }>(
    db,
    'SELECT lot_id, agen FROM cylinder_lot WHERE lot_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(lotIds),
  );
  return new Map(rows.map((row) => [row.lot_id, row.agen]));
}
