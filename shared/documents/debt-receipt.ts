import type { StoreProfile } from '../contract/setup.ts';
import { formatAmountAscii, formatCheck, formatRupiah } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import type { RecordBodies } from '../journal/bodies.ts';
import type { RecordOf } from '../journal/record.ts';
import { buyerRow, copyMark, paperTitle, writtenHead, type BuyerLine } from './paper-parts.ts';
import type { Block, PrintDocument } from './print-document.ts';
import { tenderBlocks } from './receipt-tenders.ts';
import { storeHead } from './store-head.ts';

export interface DebtReceipt {
  readonly profile: StoreProfile;
  readonly record: RecordOf<'debt-paid/1'>;
  /** Hash of the record, 64 hex digits. */
  readonly hash: string;
  /** Which copy this is, from 1; `null` for the one original. */
  readonly copy: number | null;
  /** Who paid; left out or `null` where the vault can no longer say it. */
  readonly buyerLine?: BuyerLine | null;
  /** The receipt number of each sale that was paid off: the record holds their ids. */
  readonly receiptOf: (saleId: string) => string;
}

const words = documents.debtReceipt;

/** The paper of a debt paid: for which sales, how it was paid, and what is still owed. */
export function debtReceiptDocument(receipt: DebtReceipt): PrintDocument {
  const { profile, record, hash, copy, buyerLine, receiptOf } = receipt;
  const { body } = record;
  return [
    ...storeHead(profile),
    ...copyMark(copy),
    ...paperTitle(words.title[body.debtor.kind]),
    ...writtenHead({ ...record, title: words.number(body.receipt), cashier: body.cashier }),
    ...(buyerLine === undefined || buyerLine === null ? [] : [buyerRow(buyerLine)]),
    { kind: 'rule' },
    ...body.allocations.map(({ saleId, amountRp }): Block => ({
      kind: 'ledger',
      label: documents.receipt.number(receiptOf(saleId)),
      amount: formatAmountAscii(amountRp),
    })),
    { kind: 'rule' },
    ...totals(body),
    ...tenderBlocks(body.tender, record),
    { kind: 'rule' },
    body.leftRp === 0
      ? { kind: 'text', text: words.settled, strong: true }
      : { kind: 'ledger', label: words.left, amount: formatRupiah(body.leftRp), strong: true },
    { kind: 'blank' },
    ...(copy === null ? [{ kind: 'centred', text: documents.receipt.thanks } as const] : []),
    { kind: 'centred', text: documents.receipt.check(formatCheck(hash)) },
    { kind: 'cut' },
  ];
}

function totals(body: RecordBodies['debt-paid/1']): Block[] {
  const paid: Block = {
    kind: 'ledger',
    label: words.paid(body.allocations.length),
    amount: formatRupiah(body.amountRp),
    strong: true,
  };
  if (body.roundingRp === 0) return [paid];
  return [
    paid,
    { kind: 'ledger', label: documents.receipt.cashRounding, amount: formatAmountAscii(body.roundingRp) },
    {
      kind: 'ledger',
      label: documents.receipt.due,
      amount: formatRupiah(body.tender.amountRp),
      strong: true,
    },
  ];
}
