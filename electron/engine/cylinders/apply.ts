import { calendarDate, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { damagedDelta, shopDelta, stockMovesOf, type StockMove } from '../../../shared/domain/ledger.ts';
import { isSale, saleOf, type SaleRecord } from '../../../shared/domain/sale-view.ts';
import type { JournalRecord, RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { receiptOfReturn, receiptOfSale } from '../sales/index.ts';
import {
  addToEvent,
  insertLoan,
  insertLot,
  takeBackLoan,
  type EventChange,
  type EventHead,
} from './cylinder-store.ts';
import { cylinderParts, type CylinderPart } from './parts.ts';

type Moving = SaleRecord | RecordOf<'sale-returned/1' | 'opening-stock/1'>;

/** Full and empty cylinders that a record moved by its own lines. */
export function applyCylinderGoods(db: Db, record: Moving): void {
  const parts = cylinderParts(db);
  if (parts.size === 0) return;
  for (const move of stockMovesOf(record)) {
    const part = parts.get(move.productId);
    if (part === undefined || part.role === 'deposit') continue;
    addToEvent(db, headOf(record, part.kind, move), changeOf(part, move));
  }
}

function headOf(record: Moving, kind: string, move: StockMove): EventHead {
  const { seq, at } = record;
  const when = { kind, seq, at, date: dateOf(record) };
  if (isSale(record)) {
    const { saleId, receipt } = saleOf(record);
    return { ...when, eventId: saleId, cause: 'sale', receipt };
  }
  if (record.type === 'sale-returned/1') {
    return { ...when, eventId: record.body.returnId, cause: 'return', receipt: record.body.receipt };
  }
  return { ...when, eventId: move.lotId, cause: 'counted', receipt: '' };
}

/** What a move of full or empty cylinders changes. */
function changeOf({ role }: CylinderPart, move: StockMove): EventChange {
  const shop = shopDelta(move);
  return { ...(role === 'refill' ? { full: shop } : { empty: shop }), damaged: damagedDelta(move) };
}

/**
 * The date an event belongs to: the calendar's in the store's zone, never before the business day, as
 * for the rules that judge sales.
 */
function dateOf(record: JournalRecord): BusinessDate {
  const calendar = calendarDate(record.at, record.offset);
  return record.businessDate !== null && record.businessDate > calendar ? record.businessDate : calendar;
}

/** Cylinders that changed hands beside a sale's own lines, came from the agen, or were counted. */
export function applyCylindersMoved(db: Db, record: RecordOf<'cylinders-moved/1'>): void {
  const { body } = record;
  const { kind, cause, saleId, returnId } = body;
  const receipt = receiptOf(db, body);
  const when = { kind, cause, seq: record.seq, at: record.at, date: dateOf(record) };
  const eventId = (cause === 'return' ? returnId : saleId) ?? body.movementId;
  addToEvent(db, { ...when, eventId, receipt }, sumOfMoves(db, body.moves));
  addToEvent(
    db,
    { ...when, eventId, receipt },
    {
      agen: body.agen,
      document: body.document,
      owed: body.agenOwedThousandths,
      loaned: body.loanedThousandths,
      depositRp: body.depositRp,
      note: body.note,
    },
  );
  applyLoan(db, body, { seq: record.seq, date: when.date, receipt });
  if (cause !== 'agen' || body.agen === '') return;
  const came = body.moves.filter((move) => move.from === 'outside' && move.unitCostRp !== null);
  for (const { lotId } of came) insertLot(db, lotId, body.agen);
}

/** The paper that an event is known by: of a return its own, also where it was of nothing but a deposit. */
function receiptOf(db: Db, { saleId, returnId }: RecordOf<'cylinders-moved/1'>['body']): string {
  if (returnId !== null) return receiptOfReturn(db, returnId) ?? '';
  return saleId === null ? '' : (receiptOfSale(db, saleId) ?? '');
}

function sumOfMoves(db: Db, moves: readonly StockMove[]): EventChange {
  const parts = cylinderParts(db);
  const sum = { full: 0, empty: 0, damaged: 0 };
  for (const move of moves) {
    const part = parts.get(move.productId);
    if (part === undefined || part.role === 'deposit') continue;
    if (part.role === 'refill') sum.full += shopDelta(move);
    else sum.empty += shopDelta(move);
    sum.damaged += damagedDelta(move);
  }
  return sum;
}

function applyLoan(
  db: Db,
  { kind, saleId, loanedThousandths, depositRp }: RecordOf<'cylinders-moved/1'>['body'],
  sale: { readonly seq: number; readonly date: string; readonly receipt: string },
): void {
  if (saleId === null || loanedThousandths === 0) return;
  if (loanedThousandths > 0)
    insertLoan(db, { ...sale, saleId, kind, quantity: loanedThousandths, depositRp });
  else takeBackLoan(db, saleId, kind, 0 - loanedThousandths, 0 - depositRp);
}
