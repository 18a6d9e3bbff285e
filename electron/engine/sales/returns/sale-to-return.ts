import { addDays, businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { isSale, saleOf } from '../../../../shared/domain/sale-view.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import type { Owed, PaidSoFar } from '../../../../shared/domain/refunds.ts';
import type { JournalRecord } from '../../../../shared/journal/record.ts';
import type { ReturnBody, SaleLine } from '../../../../shared/journal/sale-bodies.ts';
import { productById } from '../../catalog/index.ts';
import type { Ctx } from '../../context.ts';
import { debtsOfSale } from '../../debts/index.ts';
import { DomainError } from '../../domain-error.ts';
import { decodeStored, storedRecord } from '../../journal/index.ts';
import { policy } from '../../policy/index.ts';
import { pricingDate } from '../price-ticket.ts';
import { saleById, type SaleRow } from '../sale-store.ts';
import { isReturn, returnSeqs } from './return-store.ts';

/** A sale with everything that decides what can come back and how it is paid back. */
export interface SaleToReturn extends PaidSoFar {
  readonly row: SaleRow;
  readonly earlier: readonly ReturnBody[];
  /** More days ago than the store takes goods back. */
  readonly late: boolean;
}

/**
 * Reads a sale of this till for taking its goods back.
 * @throws DomainError `sale.unknown`; `return.of-return` where the id is that of a return
 */
export function saleToReturn(ctx: Ctx, saleId: string): SaleToReturn {
  const row = saleById(ctx.db, saleId);
  if (row === undefined)
    throw new DomainError(isReturn(ctx.db, saleId) ? 'return.of-return' : 'sale.unknown');
  const record = recordAt(ctx, row.seq);
  if (!isSale(record)) throw new Error(`record ${row.seq} is no sale`);
  const earlier = returnsOfSale(ctx, saleId);
  return { row, sale: saleOf(record), earlier, owed: owedFor(ctx, saleId), late: isLate(ctx, row) };
}

/** What came back of a sale, the oldest return first. */
export function returnsOfSale(ctx: Ctx, saleId: string): ReturnBody[] {
  return returnSeqs(ctx.db, saleId).map((seq) => {
    const returned = recordAt(ctx, seq);
    if (returned.type !== 'sale-returned/1') throw new Error(`record ${seq} is no return`);
    return returned.body;
  });
}

function recordAt(ctx: Ctx, seq: number): JournalRecord {
  const stored = storedRecord(ctx.db, seq);
  if (stored === undefined) throw new Error(`there is no record ${seq}`);
  return decodeStored(stored.bytes);
}

function owedFor(ctx: Ctx, saleId: string): Owed[] {
  return debtsOfSale(ctx.db, saleId).map((row) => {
    const amountRp = rupiah(row.amount_rp - row.returned_rp - row.paid_rp);
    return row.debtor_kind === 'member'
      ? { kind: 'kasbon', memberId: row.debtor_id, amountRp }
      : { kind: 'invoice', buyerId: row.debtor_id, amountRp };
  });
}

function isLate(ctx: Ctx, row: SaleRow): boolean {
  const last = addDays(businessDateSchema.parse(row.business_date), policy(ctx.db).returnDays);
  return pricingDate(ctx) > last;
}

/** Whether less than a whole unit of a line may come back: weighed goods, never packs. */
export function isFractional(ctx: Ctx, line: SaleLine): boolean {
  if (line.quantityThousandths % 1000 !== 0) return true;
  return line.unit === line.baseUnit && productById(ctx.db, line.productId).fractional;
}
