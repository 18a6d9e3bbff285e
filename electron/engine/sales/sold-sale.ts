import { isSale } from '../../../shared/domain/sale-view.ts';
import { toHex } from '../../../shared/journal/chain.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { decodeStored, storedRecord } from '../journal/index.ts';
import { profileAt } from '../setup/index.ts';
import type { SoldSale } from './sale-receipt.ts';
import { saleById, type SaleRow } from './sale-store.ts';

/**
 * A sale with everything its papers said when it was sold.
 * @throws DomainError `sale.unknown`
 */
export function requireSale(ctx: Ctx, saleId: string): SoldSale & { readonly row: SaleRow } {
  const row = saleById(ctx.db, saleId);
  const stored = row === undefined ? undefined : storedRecord(ctx.db, row.seq);
  if (row === undefined || stored === undefined) throw new DomainError('sale.unknown');
  const record = decodeStored(stored.bytes);
  if (!isSale(record)) throw new Error(`record ${row.seq} is no sale`);
  return { row, record, hash: toHex(stored.hash), profile: profileAt(ctx.db, row.seq) };
}
