import { formatAmountAscii, formatTimeAscii } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import { paperDate, referenceEnd } from './paper-parts.ts';
import type { Block, Words } from './print-document.ts';
import { BELOW_ITEM } from './receipt-lines.ts';

const words = documents.receipt.tenders;

/** When a record was written, for tenders that say the time. */
interface Moment {
  readonly at: number;
  readonly offset: number;
}

/** What paper says of a tender, of a sale as of a debt that is paid off. */
type ShownTender =
  | {
      readonly kind: 'cash';
      readonly receivedRp: number;
      readonly changeRp: number;
      readonly donationRp?: number;
    }
  | { readonly kind: 'qris' | 'transfer' | 'card'; readonly amountRp: number; readonly reference: string }
  | { readonly kind: 'kasbon' | 'invoice'; readonly amountRp: number; readonly dueDate: string }
  | { readonly kind: 'savings' | 'exchange'; readonly amountRp: number };

/** How one part of a sale was paid. */
export function tenderBlocks(tender: ShownTender, { at, offset }: Moment): Block[] {
  switch (tender.kind) {
    case 'cash':
      return cashBlocks(tender);
    case 'qris':
      return [paid(words.qris(formatTimeAscii(at, offset), referenceEnd(tender.reference)), tender.amountRp)];
    case 'transfer':
      return [paid(words.transfer(referenceEnd(tender.reference)), tender.amountRp)];
    case 'card':
      return [paid(words.card(referenceEnd(tender.reference)), tender.amountRp)];
    case 'kasbon':
      return [paid(words.kasbon, tender.amountRp), due(tender.dueDate)];
    case 'savings':
      return [paid(words.savings, tender.amountRp)];
    case 'invoice':
      return [paid(words.invoice, tender.amountRp), due(tender.dueDate)];
    case 'exchange':
      return [paid(words.exchange, tender.amountRp)];
  }
}

function cashBlocks(tender: Extract<ShownTender, { kind: 'cash' }>): Block[] {
  const donationRp = tender.donationRp ?? 0;
  return [
    paid(words.cashReceived, tender.receivedRp),
    ...(donationRp === 0 ? [] : [paid(words.donation, donationRp)]),
    paid(words.change, tender.changeRp),
  ];
}

function paid(label: Words, amountRp: number): Block {
  return { kind: 'ledger', label, amount: formatAmountAscii(amountRp) };
}

function due(date: string): Block {
  const day = paperDate(date);
  const text =
    typeof day === 'string'
      ? words.dueOn(day)
      : { narrow: words.dueOn(day.narrow), wide: words.dueOn(day.wide) };
  return { kind: 'text', text, indent: BELOW_ITEM };
}
