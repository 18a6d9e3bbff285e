import type { StoreProfile } from '../contract/setup.ts';
import { calendarDate, TIME_ZONES } from '../domain/business-date.ts';
import {
  formatAmountAscii,
  formatCheck,
  formatDateAscii,
  formatQuantity,
  formatRupiah,
  formatTimeAscii,
} from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import { OWN_GOODS, type SaleLine, type Tender } from '../journal/bodies.ts';
import type { RecordOf } from '../journal/record.ts';
import type { Block, PrintDocument, Words } from './print-document.ts';
import { storeHead } from './store-head.ts';
import { shortUnit } from './unit-short-forms.ts';

type SaleRecord = RecordOf<'sale-completed/1'>;

export interface Receipt {
  readonly profile: StoreProfile;
  readonly record: SaleRecord;
  /** Hash of the record, 64 hex digits; its first twelve stand at the receipt's foot. */
  readonly hash: string;
  /** Which copy this is, from 1; `null` for the one original. */
  readonly copy: number | null;
}

const words = documents.receipt;

/**
 * The receipt of a sale. Everything on it but the head comes from the record, so a copy printed years
 * later says the same. It has no PPN line: a store that is no PKP may print none (UU PPN, article
 * 14), and a sale's record holds no tax.
 */
export function receiptDocument({ profile, record, hash, copy }: Receipt): PrintDocument {
  return [
    ...storeHead(profile),
    ...copyMark(copy),
    ...saleHead(record),
    { kind: 'rule' },
    { kind: 'item-heads', heads: words.heads },
    ...record.body.lines.map(itemOf),
    { kind: 'rule' },
    ...totals(record),
    ...record.body.tenders.flatMap(tenderRows),
    ...legend(record.body.lines),
    { kind: 'blank' },
    ...(copy === null ? [{ kind: 'centred', text: words.thanks } as const] : []),
    { kind: 'centred', text: words.check(formatCheck(hash)) },
    { kind: 'cut' },
  ];
}

function copyMark(copy: number | null): Block[] {
  if (copy === null) return [];
  return [{ kind: 'centred', text: words.copy(copy), strong: true }, { kind: 'double-rule' }];
}

function saleHead({ at, offset, businessDate, till, body }: SaleRecord): Block[] {
  const date = calendarDate(at, offset);
  const rows: Block[] = [
    { kind: 'row', left: words.number(body.receipt), right: paperDate(date) },
    {
      kind: 'row',
      left: words.cashier(body.cashier, till),
      right: `${formatTimeAscii(at, offset)} ${zoneName(offset)}`.trim(),
    },
  ];
  // After midnight the buyer's date and the day the sale is booked on differ: both are said.
  if (businessDate !== null && businessDate !== date) {
    rows.push({ kind: 'row', left: words.businessDate, right: paperDate(businessDate) });
  }
  return rows;
}

function paperDate(date: string): Words {
  return { narrow: formatDateAscii(date, true), wide: formatDateAscii(date) };
}

function zoneName(offsetMinutes: number): string {
  return Object.values(TIME_ZONES).find((zone) => zone.offsetMinutes === offsetMinutes)?.short ?? '';
}

function itemOf(line: SaleLine): Block {
  return {
    kind: 'item',
    name: line.name,
    quantity: formatQuantity(line.quantityThousandths),
    unit: shortUnit(line.unit),
    unitPrice: formatAmountAscii(line.unitPriceRp),
    amount: formatAmountAscii(line.totalRp),
    mark: isConsigned(line) ? words.consigned.mark : '',
  };
}

function isConsigned(line: SaleLine): boolean {
  return line.lots.some((lot) => lot.owner !== OWN_GOODS);
}

function totals({ body }: SaleRecord): Block[] {
  const total: Block = {
    kind: 'ledger',
    label: words.total(body.lines.length),
    amount: formatRupiah(body.totalRp),
    strong: true,
  };
  if (body.roundingRp === 0) return [total];
  return [
    total,
    { kind: 'ledger', label: words.cashRounding, amount: formatAmountAscii(body.roundingRp) },
    { kind: 'ledger', label: words.due, amount: formatRupiah(body.dueRp), strong: true },
    { kind: 'rule' },
  ];
}

function tenderRows(tender: Tender): Block[] {
  return [
    { kind: 'ledger', label: words.cashReceived, amount: formatAmountAscii(tender.receivedRp) },
    { kind: 'ledger', label: words.change, amount: formatAmountAscii(tender.changeRp) },
  ];
}

function legend(lines: readonly SaleLine[]): Block[] {
  if (!lines.some(isConsigned)) return [];
  return [{ kind: 'rule' }, { kind: 'text', text: words.consigned.legend }];
}
