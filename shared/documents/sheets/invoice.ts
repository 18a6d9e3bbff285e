import type { StoreProfile } from '../../contract/setup.ts';
import { sumRupiah, type Rupiah } from '../../domain/money.ts';
import { saleOf, type SaleRecord } from '../../domain/sale-view.ts';
import { formatAmount, formatCheck, formatDate, formatQuantity, formatRupiah } from '../../i18n/format.ts';
import { documents } from '../../i18n/id/documents.ts';
import { sheets } from '../../i18n/id/sheets.ts';
import { terbilang } from '../../i18n/terbilang.ts';
import type { SaleBody, SaleLine, Tender } from '../../journal/sale-bodies.ts';
import { discountWords, lineNotes } from '../receipt-lines.ts';
import { partyOf, part, present, sellerOf, type PartyDetails, type Sheet, type SheetSum } from './sheet.ts';

export interface InvoiceData {
  /** The store as it was when it sold. */
  readonly profile: StoreProfile;
  readonly record: SaleRecord;
  /** Hash of the record, 64 hex digits. */
  readonly hash: string;
  readonly buyer: PartyDetails;
  /** The store's tax number, of a PKP; `null` to leave it out. */
  readonly npwp: string | null;
  /** Where to pay to, as the co-operative words it; empty to say nothing. */
  readonly paymentNote: string;
}

const words = sheets.invoice;

/**
 * Faktur penjualan: the goods of one sale with what they cost, what of it is still to be paid and by
 * when. PPN stands on it where the sale's record holds PPN, and nowhere else.
 */
export function invoiceSheet(data: InvoiceData): Sheet {
  const { profile, record, hash, buyer } = data;
  const sale = saleOf(record);
  const owed = owedOf(sale);
  const due = dueDateOf(sale);
  return {
    title: words.title,
    number: sale.receipt,
    date: formatDate(record.businessDate ?? ''),
    seller: sellerOf(profile, sale.tax === null ? null : data.npwp),
    to: { label: words.to, ...partyOf(buyer) },
    facts: [
      [words.number, sale.receipt],
      [words.date, formatDate(record.businessDate ?? '')],
      ...(due === null ? [] : ([[words.due, formatDate(due)]] as const)),
      [words.cashier, sale.cashier],
    ],
    opening: '',
    columns: [
      { head: words.columns.number, right: true },
      { head: words.columns.goods, wide: true },
      { head: words.columns.quantity, right: true },
      { head: words.columns.unit },
      { head: words.columns.price, right: true },
      { head: words.columns.discount, right: true },
      { head: words.columns.amount, right: true },
    ],
    rows: sale.lines.map((line, index) => ({
      cells: [
        String(index + 1),
        line.name,
        formatQuantity(line.quantityThousandths),
        line.unit,
        formatAmount(line.unitPriceRp),
        discountOf(line) === 0 ? '' : formatAmount(discountOf(line)),
        formatAmount(line.totalRp),
      ],
      note: [...lineNotes(line), ...line.discounts.map(discountWords)].join(', '),
    })),
    sums: sumsOf(sale, owed),
    inWords: terbilang(owed === 0 ? sale.dueRp : owed),
    notes: present([
      owed === 0 || due === null ? '' : words.payBy(formatDate(due)),
      owed === 0 ? '' : data.paymentNote,
      sale.tax === null ? '' : words.noTaxInvoice,
    ]),
    signatures: [
      { label: words.received, name: '' },
      { label: words.regards, name: '' },
    ],
    foot: documents.receipt.check(formatCheck(hash)),
  };
}

/** What of a sale is on account: nothing where all of it was paid. */
function owedOf(sale: SaleBody): Rupiah {
  return sumRupiah(onAccount(sale).map((tender) => tender.amountRp));
}

function dueDateOf(sale: SaleBody): string | null {
  return (
    onAccount(sale)
      .map((tender) => tender.dueDate)
      .toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null
  );
}

function onAccount(sale: SaleBody): Extract<Tender, { kind: 'kasbon' | 'invoice' }>[] {
  return sale.tenders.filter((tender) => tender.kind === 'kasbon' || tender.kind === 'invoice');
}

function discountOf(line: SaleLine): number {
  return line.totalRp - line.grossRp;
}

function sumsOf(sale: SaleBody, owed: Rupiah): SheetSum[] {
  const discount = sale.lines.reduce((sum, line) => sum + discountOf(line), 0);
  const paid = sale.tenders.filter((tender) => tender.kind !== 'kasbon' && tender.kind !== 'invoice');
  return [
    ...(discount === 0 ? [] : [part(words.gross, sale.totalRp - discount), part(words.discount, discount)]),
    part(words.total, sale.totalRp),
    ...taxSums(sale),
    ...(sale.roundingRp === 0 ? [] : [part(documents.receipt.cashRounding, sale.roundingRp)]),
    ...paid.map((tender) =>
      part(words.paidBy(documents.dailyReport.tenderOf(tender.kind)), 0 - tender.amountRp),
    ),
    owed === 0
      ? { label: words.settled, amount: formatRupiah(sale.dueRp), kind: 'total' }
      : { label: words.owed, amount: formatRupiah(owed), kind: 'total' },
  ];
}

function taxSums({ tax }: SaleBody): SheetSum[] {
  if (tax === null) return [];
  const { receipt } = documents;
  return [
    part(receipt.taxBase(tax.baseNumerator, tax.baseDenominator), tax.baseRp),
    part(receipt.taxWithin(tax.rateBp), tax.taxRp),
  ];
}
