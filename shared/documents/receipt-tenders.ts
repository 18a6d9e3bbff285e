import { formatAmountAscii, formatTimeAscii } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import type { Tender } from '../journal/sale-bodies.ts';
import { paperDate, referenceEnd } from './paper-parts.ts';
import type { Block, Words } from './print-document.ts';
import { BELOW_ITEM } from './receipt-lines.ts';

const words = documents.receipt.tenders;

/** When a record was written, for tenders that say the time. */
interface Moment {
  readonly at: number;
  readonly offset: number;
}

/** How one part of a sale was paid. */
export function tenderBlocks(tender: Tender, { at, offset }: Moment): Block[] {
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

function cashBlocks(tender: Extract<Tender, { kind: 'cash' }>): Block[] {
  return [
    paid(words.cashReceived, tender.receivedRp),
    ...(tender.donationRp === 0 ? [] : [paid(words.donation, tender.donationRp)]),
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
