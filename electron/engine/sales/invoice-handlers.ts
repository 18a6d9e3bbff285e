import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { salesContract } from '../../../shared/contract/sales.ts';
import type { FileReply } from '../../../shared/contract/values.ts';
import { deliveryNoteSheet } from '../../../shared/documents/sheets/delivery-note.ts';
import { invoiceSheet } from '../../../shared/documents/sheets/invoice.ts';
import type { PartyDetails } from '../../../shared/documents/sheets/sheet.ts';
import { saleOf } from '../../../shared/domain/sale-view.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import type { SaleBody } from '../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../context.ts';
import { sheetPdf } from '../documents-pdf/index.ts';
import { DomainError } from '../domain-error.ts';
import { buyerById, memberById } from '../members/index.ts';
import { policy, taxStatusOn } from '../policy/index.ts';
import { requireSale } from './sold-sale.ts';

type SalesHandlers = AreaHandlers<typeof salesContract, Ctx>;

/** A PDF that is ready, and the file's name. */
interface Ready {
  readonly fileName: string;
  readonly pdf: Uint8Array;
}

/** The faktur of a sale to a member or an institution, on A4. */
export const invoicePdf: SalesHandlers['invoicePdf'] = {
  prepare: async (ctx, { saleId }): Promise<Ready> => {
    const { record, hash, profile } = requireSale(ctx, saleId);
    const sale = saleOf(record);
    const { npwp } = taxStatusOn(ctx, record.businessDate ?? '');
    const buyer = buyerDetails(ctx, sale);
    const { paymentNote } = policy(ctx.db);
    const sheet = invoiceSheet({ profile, record, hash, buyer, npwp, paymentNote });
    return { fileName: `faktur-${sale.receipt}.pdf`, pdf: await sheetPdf(sheet, record.at) };
  },
  run: (_ctx, ready: Ready) => fileReply(ready),
};

/** The surat jalan that goes along with the goods of such a sale: no prices. */
export const deliveryNotePdf: SalesHandlers['deliveryNotePdf'] = {
  prepare: async (ctx, { saleId }): Promise<Ready> => {
    const { record, hash, profile } = requireSale(ctx, saleId);
    const sale = saleOf(record);
    const sheet = deliveryNoteSheet({ profile, record, hash, buyer: buyerDetails(ctx, sale) });
    return { fileName: `surat-jalan-${sale.receipt}.pdf`, pdf: await sheetPdf(sheet, record.at) };
  },
  run: (_ctx, ready: Ready) => fileReply(ready),
};

/**
 * Whose goods they are, by name and address from the vault as it is today. Of a member the number and
 * the name are enough.
 * @throws DomainError `sale.no-buyer` where it was sold to nobody in particular
 */
function buyerDetails(ctx: Ctx, { buyer }: SaleBody): PartyDetails {
  if (buyer.buyerId !== null) return buyerById(ctx, buyer.buyerId);
  if (buyer.memberId === null) throw new DomainError('sale.no-buyer');
  const { name, number } = memberById(ctx, buyer.memberId);
  return { name, contact: '', phone: '', address: documents.receipt.member(number) };
}

function fileReply({ fileName, pdf }: Ready): FileReply {
  return { fileName, mediaType: 'application/pdf', contentBase64: Buffer.from(pdf).toString('base64') };
}
