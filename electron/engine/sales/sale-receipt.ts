import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { maskedName } from '../../../shared/domain/masked-name.ts';
import type { Rupiah } from '../../../shared/domain/money.ts';
import { saleOf, type SaleRecord } from '../../../shared/domain/sale-view.ts';
import type { BuyerLine } from '../../../shared/documents/paper-parts.ts';
import { receiptDocument } from '../../../shared/documents/receipt.ts';
import type { PrintDocument } from '../../../shared/documents/print-document.ts';
import type { SaleBuyer } from '../../../shared/journal/parts.ts';
import type { SaleBody } from '../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../context.ts';
import { buyerById, memberById, purchasesOf } from '../members/index.ts';
import { policy } from '../policy/index.ts';
import { isDeposit } from '../programmes/index.ts';
import { receiptNotes } from './subsidy/receipt-notes.ts';

/** A sale with what its receipt said when it was sold. */
export interface SoldSale {
  readonly record: SaleRecord;
  /** Hash of the record, 64 hex digits. */
  readonly hash: string;
  readonly profile: StoreProfile;
}

/**
 * A sale's receipt, original or copy. Names come from the vault: where an entry was erased, the
 * receipt names nobody. Purchases of the year stand on the paper of the moment only; later they are
 * others.
 */
export function saleReceipt(
  ctx: Ctx,
  { record, hash, profile }: SoldSale,
  copy: number | null,
  justSold = copy === null,
): PrintDocument {
  const sale = saleOf(record);
  return receiptDocument({
    profile,
    record,
    hash,
    copy,
    buyerLine: buyerLineOf(ctx, sale.buyer),
    subsidy: receiptNotes(ctx, sale),
    memberYearRp: justSold ? yearOf(ctx, sale, record.businessDate) : null,
    // What is a deposit and nothing else comes back on any day.
    returnDays: sale.lines.every((line) => isDeposit(ctx.db, line.productId))
      ? null
      : policy(ctx.db).returnDays,
  });
}

/**
 * Who bought, as any paper of the roll may name them: a member by number and masked name, an
 * institution by its name, nobody where the vault can no longer say it.
 */
export function buyerLineOf(ctx: Ctx, buyer: Pick<SaleBuyer, 'memberId' | 'buyerId'>): BuyerLine | null {
  if (buyer.memberId !== null) {
    const member = memberById(ctx, buyer.memberId);
    return { number: member.number, maskedName: maskedName(member.name) };
  }
  if (buyer.buyerId === null) return null;
  const { name } = buyerById(ctx, buyer.buyerId);
  return name === '' ? null : { number: '', maskedName: name };
}

function yearOf(ctx: Ctx, { buyer }: SaleBody, businessDate: string | null): Rupiah | null {
  if (buyer.memberId === null || businessDate === null) return null;
  return purchasesOf(ctx.db, buyer.memberId, Number(businessDate.slice(0, 4))).purchasesRp;
}
