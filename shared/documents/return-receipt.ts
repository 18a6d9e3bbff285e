import type { StoreProfile } from '../contract/setup.ts';
import { priceTimesQuantity } from '../domain/money.ts';
import { formatAmountAscii, formatCheck, formatQuantity, formatRupiah } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import type { CylindersMoved } from '../journal/programme-bodies.ts';
import type { RecordOf } from '../journal/record.ts';
import type { Refund, ReturnBody, ReturnedLine } from '../journal/sale-bodies.ts';
import { buyerRow, copyMark, paperTitle, referenceEnd, writtenHead, type BuyerLine } from './paper-parts.ts';
import type { Block, PrintDocument } from './print-document.ts';
import { BELOW_ITEM } from './receipt-lines.ts';
import { storeHead } from './store-head.ts';
import { shortUnit } from './unit-short-forms.ts';

export interface ReturnReceipt {
  readonly profile: StoreProfile;
  readonly record: RecordOf<'sale-returned/1'>;
  /** Hash of the record, 64 hex digits. */
  readonly hash: string;
  /** Which copy this is, from 1; `null` for the one original. */
  readonly copy: number | null;
  /** Who had bought; left out or `null` where nobody is named. */
  readonly buyerLine?: BuyerLine | null;
  /** What it did to cylinders beside its own lines; left out where it did nothing. */
  readonly cylinders?: readonly CylindersMoved[];
}

const words = documents.returnReceipt;

/**
 * The paper of a return: what came back, what was given for it, why and who allowed it. The buyer
 * signs for the money, so that a return nobody asked for has no signature.
 */
export function returnReceiptDocument({
  profile,
  record,
  hash,
  copy,
  buyerLine,
  cylinders = [],
}: ReturnReceipt): PrintDocument {
  const { body } = record;
  return [
    ...storeHead(profile),
    ...copyMark(copy),
    ...paperTitle(words.title),
    ...writtenHead({ ...record, title: documents.receipt.number(body.receipt), cashier: body.cashier }),
    { kind: 'text', text: words.of(body.sale.receipt) },
    ...(buyerLine === undefined || buyerLine === null ? [] : [buyerRow(buyerLine)]),
    { kind: 'rule' },
    { kind: 'item-heads', heads: documents.receipt.heads },
    ...body.lines.flatMap(lineBlocks),
    ...cylinders.flatMap(cylinderBlocks),
    { kind: 'rule' },
    ...totals(body),
    ...body.refunds.map(refundRow),
    { kind: 'text', text: words.reason(body.reason, body.note) },
    ...(body.approvedBy === '' ? [] : [{ kind: 'text', text: words.approved(body.approvedBy) } as const]),
    { kind: 'rule' },
    { kind: 'blank' },
    { kind: 'signature', label: words.signature },
    { kind: 'centred', text: documents.receipt.check(formatCheck(hash)) },
    { kind: 'cut' },
  ];
}

function lineBlocks(line: ReturnedLine): Block[] {
  // What comes back is what was paid: of a line with discounts less than its price times quantity.
  const plain = priceTimesQuantity(line.unitPriceRp, line.quantityThousandths) === line.totalRp;
  const notes = [plain ? '' : words.lessDiscount, line.condition === 'damaged' ? words.damaged : ''];
  const note = notes.filter((each) => each !== '').join(', ');
  return [
    {
      kind: 'item',
      name: line.name,
      quantity: formatQuantity(0 - line.quantityThousandths),
      unit: shortUnit(line.unit),
      unitPrice: formatAmountAscii(line.unitPriceRp),
      amount: formatAmountAscii(0 - line.totalRp),
      mark: '',
    },
    ...(note === '' ? [] : [{ kind: 'text', text: note, indent: BELOW_ITEM } as const]),
  ];
}

/** An empty cylinder that the buyer takes home again, or brings. Goods of the deposit itself are lines above. */
function cylinderBlocks({ moves }: CylindersMoved): Block[] {
  const empties = moves.filter(({ from, to }) => from === 'outside' || to === 'outside');
  const count = empties.reduce(
    (sum, { from, quantityThousandths }) => sum + (from === 'outside' ? 1 : -1) * quantityThousandths,
    0,
  );
  if (count === 0) return [];
  const { received, givenBack } = documents.receipt.subsidy;
  const text = count > 0 ? received(formatQuantity(count)) : givenBack(formatQuantity(0 - count));
  return [{ kind: 'text', text, indent: BELOW_ITEM }];
}

/** Where the refund alone does not say it: the worth of what came back, its PPN and the rounding. */
function totals(body: ReturnBody): Block[] {
  const rows: Block[] = [];
  const add = (label: string, amountRp: number): void => {
    rows.push({ kind: 'ledger', label, amount: formatAmountAscii(amountRp) });
  };
  if (body.roundingRp !== 0 || body.lines.length > 1 || body.refunds.length > 1 || body.taxRp !== 0) {
    add(words.total(body.lines.length), body.totalRp);
  }
  if (body.taxRp !== 0) add(words.taxWithin, body.taxRp);
  if (body.roundingRp !== 0) add(documents.receipt.cashRounding, body.roundingRp);
  return rows;
}

function refundRow(refund: Refund): Block {
  const end = 'reference' in refund ? referenceEnd(refund.reference) : '';
  return {
    kind: 'ledger',
    label: words.refund(refund.kind, end),
    amount: formatRupiah(refund.amountRp),
    strong: true,
  };
}
