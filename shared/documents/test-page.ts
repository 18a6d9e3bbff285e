import type { StoreProfile } from '../contract/setup.ts';
import { formatAmountAscii } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import type { PrintDocument } from './print-document.ts';
import { storeHead } from './store-head.ts';

const words = documents.testPage;
const SAMPLE_PRICE_RP = 17_500;

/** A page that shows whether paper, columns and cutter are set right: the ruler fills one line exactly. */
export function testPageDocument(profile: StoreProfile): PrintDocument {
  return [
    ...storeHead(profile),
    { kind: 'centred', text: words.title, strong: true },
    { kind: 'centred', text: words.till(profile.storeCode, profile.tillNumber) },
    { kind: 'centred', text: words.columns(profile.receiptColumns) },
    { kind: 'blank' },
    { kind: 'ruler' },
    { kind: 'text', text: words.hint },
    { kind: 'rule' },
    { kind: 'item-heads', heads: documents.receipt.heads },
    {
      kind: 'item',
      ...words.sample,
      unitPrice: formatAmountAscii(SAMPLE_PRICE_RP),
      amount: formatAmountAscii(2 * SAMPLE_PRICE_RP),
      mark: '',
    },
    { kind: 'ledger', label: words.amount, amount: formatAmountAscii(2 * SAMPLE_PRICE_RP) },
    { kind: 'double-rule' },
    { kind: 'cut' },
  ];
}
