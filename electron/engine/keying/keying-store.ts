import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { externalSystemSchema, type ExternalSystem } from '../../../shared/domain/programmes/rules.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';
import { keyingStatusSchema, type KeyingStatus } from '../../../shared/contract/keying.ts';
import type { RecordBodies } from '../../../shared/journal/bodies.ts';
import { programmeBodies } from '../../../shared/journal/programme-bodies.ts';
import type { SubsidySold } from '../../../shared/journal/programme-bodies.ts';
import type { ReturnedLine } from '../../../shared/journal/sale-bodies.ts';
import { all, get, number, run, type Db } from '../db/sql.ts';

/** A line that another system has to know of. */
export interface ExternalLine {
  readonly saleId: string;
  readonly lineId: string;
  readonly system: ExternalSystem;
  readonly at: number;
  readonly receipt: string;
  readonly date: BusinessDate;
  readonly programme: string;
  readonly registrationId: string | null;
  readonly nikKey: string | null;
  /** Returns taken off. */
  readonly quantityThousandths: Thousandths;
  /** As it was marked. */
  readonly markedAs: KeyingStatus;
  /** As it stands: what was keyed and has changed since is different. */
  readonly status: KeyingStatus;
  readonly keyedThousandths: Thousandths | null;
  readonly reference: string;
  readonly note: string;
}

interface LineRow {
  sale_id: string;
  line_id: string;
  system: string;
  at: number;
  receipt: string;
  date: string;
  programme: string;
  registration_id: string | null;
  nik_key: string | null;
  left_thousandths: number;
  status: string;
  state: string;
  keyed_thousandths: number | null;
  reference: string;
  note: string;
}

/**
 * Lines as they stand. One of which all came back before it was keyed has nothing to be keyed; one
 * that was keyed and then changed stands there differently.
 */
const LINES = `
  SELECT *, quantity_thousandths - returned_thousandths AS left_thousandths,
    iif(status = 'sudah' AND keyed_thousandths <> quantity_thousandths - returned_thousandths, 'beda', status) AS state
  FROM external_line
  WHERE (status <> 'belum' OR returned_thousandths < quantity_thousandths)`;

function lineOf(row: LineRow): ExternalLine {
  return {
    saleId: row.sale_id,
    lineId: row.line_id,
    system: externalSystemSchema.parse(row.system),
    at: row.at,
    receipt: row.receipt,
    date: businessDateSchema.parse(row.date),
    programme: row.programme,
    registrationId: row.registration_id,
    nikKey: row.nik_key,
    quantityThousandths: thousandths(row.left_thousandths),
    markedAs: keyingStatusSchema.parse(row.status),
    status: keyingStatusSchema.parse(row.state),
    keyedThousandths: row.keyed_thousandths === null ? null : thousandths(row.keyed_thousandths),
    reference: row.reference,
    note: row.note,
  };
}

/** Adds a line that was sold. */
export function insertLine(
  db: Db,
  sale: { readonly at: number; readonly receipt: string },
  body: SubsidySold,
  line: SubsidySold['lines'][number],
): void {
  run(
    db,
    `INSERT INTO external_line (sale_id, line_id, system, at, receipt, date, programme, registration_id, nik_key,
                                quantity_thousandths)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    body.saleId,
    line.lineId,
    line.system,
    sale.at,
    sale.receipt,
    body.date,
    line.programme,
    body.registrationId,
    body.subject.nikKey,
    line.quantityThousandths,
  );
}

/** Takes back what a line of a sale brought back; lines that no other system asks for are not here. */
export function takeBackLine(db: Db, saleId: string, line: ReturnedLine): void {
  run(
    db,
    `UPDATE external_line
     SET came_back_thousandths = came_back_thousandths + ?,
         returned_thousandths = quantity_thousandths * (came_back_thousandths + ?) / ?
     WHERE sale_id = ? AND line_id = ?`,
    line.quantityThousandths,
    line.quantityThousandths,
    line.soldThousandths,
    saleId,
    line.lineId,
  );
}

/** Marks a line as somebody said. */
export function markLine(db: Db, body: RecordBodies['external-keyed/1']): void {
  run(
    db,
    `UPDATE external_line SET status = ?, keyed_thousandths = ?, reference = ?, note = ?
     WHERE sale_id = ? AND line_id = ?`,
    body.status,
    body.status === 'belum' ? null : body.quantityThousandths,
    body.reference,
    body.note,
    body.saleId,
    body.lineId,
  );
}

/** Which lines are asked for; null for all. */
export interface LinesAsked {
  readonly system: string | null;
  readonly status: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const ASKED = `system = coalesce(?, system) AND state = coalesce(?, state)
  AND date >= coalesce(?, '') AND date <= coalesce(?, '9999')`;

/** Lines as they were sold, the oldest first. */
export function linesAsked(db: Db, asked: LinesAsked, limit: number): ExternalLine[] {
  return all<LineRow>(
    db,
    `SELECT * FROM (${LINES}) WHERE ${ASKED} ORDER BY date, at, line_id LIMIT ?`,
    asked.system,
    asked.status,
    asked.from,
    asked.to,
    limit,
  ).map(lineOf);
}

/** How many lines are asked for. */
export function countLines(db: Db, asked: LinesAsked): number {
  return number(
    db,
    `SELECT count(*) FROM (${LINES}) WHERE ${ASKED}`,
    asked.system,
    asked.status,
    asked.from,
    asked.to,
  );
}

/** How many lines of each system stand how. */
export interface SystemCount {
  system: string;
  belum: number;
  sudah: number;
  beda: number;
  belum_thousandths: number;
  oldest: string | null;
}

/** Counts of each system that has lines between two dates; null for no end. */
export function countsOfSystems(db: Db, from: string | null, to: string | null): SystemCount[] {
  return all<SystemCount>(
    db,
    `SELECT system, sum(state = 'belum') AS belum, sum(state = 'sudah') AS sudah, sum(state = 'beda') AS beda,
            sum(iif(state = 'belum', left_thousandths, 0)) AS belum_thousandths,
            min(iif(state = 'belum', date, NULL)) AS oldest
     FROM (${LINES}) WHERE date >= coalesce(?, '') AND date <= coalesce(?, '9999')
     GROUP BY system ORDER BY system`,
    from,
    to,
  );
}

/** One line, or undefined where no other system asks for it. */
export function readLine(db: Db, saleId: string, lineId: string): ExternalLine | undefined {
  const row = get<LineRow>(
    db,
    `SELECT *, quantity_thousandths - returned_thousandths AS left_thousandths, status AS state
     FROM external_line WHERE sale_id = ? AND line_id = ?`,
    saleId,
    lineId,
  );
  return row === undefined ? undefined : lineOf(row);
}

type Compared = RecordBodies['external-compared/1'];

/** Keeps a comparison that was written down. */
export function insertComparison(
  db: Db,
  seq: number,
  at: number,
  actor: string,
  body: string,
  id: string,
): void {
  run(
    db,
    'INSERT INTO external_comparison (seq, comparison_id, at, actor, body) VALUES (?, ?, ?, ?, ?)',
    seq,
    id,
    at,
    actor,
    body,
  );
}

/** A comparison with who wrote it down. */
export interface StoredComparison {
  readonly at: number;
  readonly actor: string;
  readonly body: Compared;
}

/** The newest comparisons first. */
export function newestComparisons(db: Db, limit: number): StoredComparison[] {
  return all<{ at: number; actor: string; body: string }>(
    db,
    'SELECT at, actor, body FROM external_comparison ORDER BY seq DESC LIMIT ?',
    limit,
  ).map((row) => ({
    at: row.at,
    actor: row.actor,
    body: programmeBodies['external-compared/1'].parse(JSON.parse(row.body)),
  }));
}
