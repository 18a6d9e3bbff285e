import type { StoreProfile } from '../../contract/setup.ts';
import { saleOf, type SaleRecord } from '../../domain/sale-view.ts';
import { formatAmount, formatCheck, formatDate, formatQuantity } from '../../i18n/format.ts';
import { documents } from '../../i18n/id/documents.ts';
import { sheets } from '../../i18n/id/sheets.ts';
import type { SaleLine } from '../../journal/sale-bodies.ts';
import { packNote } from '../receipt-lines.ts';
import { partyOf, sellerOf, type PartyDetails, type Sheet } from './sheet.ts';

export interface DeliveryNoteData {
  /** The store as it was when it sold. */
  readonly profile: StoreProfile;
  readonly record: SaleRecord;
  /** Hash of the record, 64 hex digits. */
  readonly hash: string;
  readonly buyer: PartyDetails;
}

const words = sheets.deliveryNote;

/**
 * Surat jalan: what goes along with the goods, to be counted and signed for. It says no price: whoever
 * carries the goods has no business with the money.
 */
export function deliveryNoteSheet({ profile, record, hash, buyer }: DeliveryNoteData): Sheet {
  const sale = saleOf(record);
  const date = formatDate(record.businessDate ?? '');
  return {
    title: words.title,
    number: words.number(sale.receipt),
    date,
    seller: sellerOf(profile),
    to: { label: sheets.invoice.to, ...partyOf(buyer) },
    facts: [
      [words.forReceipt, sale.receipt],
      [sheets.invoice.date, date],
      [words.kinds, formatAmount(sale.lines.length)],
    ],
    opening: '',
    columns: [
      { head: words.columns.number, right: true },
      { head: words.columns.goods, wide: true },
      { head: words.columns.quantity, right: true },
      { head: words.columns.unit },
      { head: words.columns.received, blank: true },
      { head: words.columns.note, blank: true },
    ],
    rows: sale.lines.map((line, index) => ({
      cells: [String(index + 1), line.name, formatQuantity(line.quantityThousandths), line.unit, '', ''],
      note: carried(line),
    })),
    sums: [],
    inWords: '',
    notes: [words.check],
    signatures: words.signatures.map((label) => ({ label, name: '' })),
    foot: documents.receipt.check(formatCheck(hash)),
  };
}

/** What a pack holds, and the batch where the pack itself said it: a recall asks for it. */
function carried(line: SaleLine): string {
  const batch = line.batch === null ? '' : words.batch(line.batch);
  const expiry = line.expiry === null ? '' : words.expiry(formatDate(line.expiry));
  return [packNote(line), batch, expiry].filter((note) => note !== '').join(', ');
}
