import type { StoreProfile } from '../contract/setup.ts';
import type { Rupiah } from '../domain/money.ts';
import { saleOf, type SaleRecord } from '../domain/sale-view.ts';
import type { Tier } from '../domain/tier.ts';
import { formatAmountAscii, formatCheck, formatRupiah } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import type { SaleBody } from '../journal/sale-bodies.ts';
import { buyerRow, copyMark, writtenHead, type BuyerLine } from './paper-parts.ts';
import type { Block, PrintDocument } from './print-document.ts';
import { itemBlocks, legend, savedRp } from './receipt-lines.ts';
import { tenderBlocks } from './receipt-tenders.ts';
import { subsidyBlocks, subsidyFoot, type SubsidyNotes } from './receipt-subsidy.ts';
import { storeHead } from './store-head.ts';

export interface Receipt {
  readonly profile: StoreProfile;
  readonly record: SaleRecord;
  /** Hash of the record, 64 hex digits; its first twelve stand at the receipt's foot. */
  readonly hash: string;
  /** Which copy this is, from 1; `null` for the one original. */
  readonly copy: number | null;
  /** Who bought; left out or `null` where nobody is named, or the vault can no longer say who it was. */
  readonly buyerLine?: BuyerLine | null;
  /** What the member bought this year, this sale included, for SHU; left out or `null` to say nothing. */
  readonly memberYearRp?: Rupiah | null;
  /** What is said of subsidised goods and cylinders; left out or `null` where there are none. */
  readonly subsidy?: SubsidyNotes | null;
  /** Days in which goods are taken back, 0 for the same day only; left out or `null` to say nothing. */
  readonly returnDays?: number | null;
}

const words = documents.receipt;

/**
 * The receipt of a sale. Everything on it but the head, the buyer's name and what `Receipt` names as
 * left out comes from the record, so a copy printed years later says the same. PPN stands on it where
 * the record holds PPN and nowhere else: a store that is no PKP may print none (UU PPN, article 14).
 */
export function receiptDocument(receipt: Receipt): PrintDocument {
  const { profile, record, hash, copy } = receipt;
  const sale = saleOf(record);
  const subsidy = receipt.subsidy ?? null;
  return [
    ...storeHead(profile),
    ...copyMark(copy),
    ...writtenHead({ ...record, title: words.number(sale.receipt), cashier: sale.cashier }),
    ...buyerBlocks(sale, receipt.buyerLine ?? null),
    { kind: 'rule' },
    { kind: 'item-heads', heads: words.heads },
    ...sale.lines.flatMap((line) => [...itemBlocks(line), ...subsidyBlocks(line.lineId, subsidy)]),
    { kind: 'rule' },
    ...totals(sale),
    ...sale.tenders.flatMap((tender) => tenderBlocks(tender, record)),
    ...ruled(benefits(sale, record.businessDate, receipt.memberYearRp ?? null)),
    ...ruled([...legend(sale.lines), ...subsidyFoot(subsidy), ...returnNotice(receipt)]),
    { kind: 'blank' },
    ...(copy === null ? [{ kind: 'centred', text: words.thanks } as const] : []),
    { kind: 'centred', text: words.check(formatCheck(hash)) },
    ...numberToScan(record, sale.receipt),
    { kind: 'cut' },
  ];
}

/** Blocks under a rule of their own, or nothing. */
function ruled(blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'rule' }, ...blocks];
}

/** Who bought, and whose prices were asked for where the buyer does not say that already. */
function buyerBlocks({ buyer }: SaleBody, buyerLine: BuyerLine | null): Block[] {
  const usual: Tier = buyerLine !== null && buyer.memberId !== null ? 'anggota' : 'umum';
  return [
    ...(buyerLine === null ? [] : [buyerRow(buyerLine)]),
    ...(buyer.tier === 'umum' || buyer.tier === usual
      ? []
      : [{ kind: 'text', text: words.tierHead(buyer.tier) } as const]),
  ];
}

function totals(sale: SaleBody): Block[] {
  const total: Block = {
    kind: 'ledger',
    label: words.total(sale.lines.length),
    amount: formatRupiah(sale.totalRp),
    strong: true,
  };
  if (sale.roundingRp === 0) return [total, ...taxRows(sale), ...(sale.tax === null ? [] : [RULE])];
  return [
    total,
    ...taxRows(sale),
    { kind: 'ledger', label: words.cashRounding, amount: formatAmountAscii(sale.roundingRp) },
    { kind: 'ledger', label: words.due, amount: formatRupiah(sale.dueRp), strong: true },
    RULE,
  ];
}

const RULE: Block = { kind: 'rule' };

/** The PPN within the total, by the rule of the day of sale, whatever the law or the store is today. */
function taxRows({ tax }: SaleBody): Block[] {
  if (tax === null) return [];
  const { rateBp, baseNumerator, baseDenominator } = tax;
  return [
    {
      kind: 'ledger',
      label: words.taxBase(baseNumerator, baseDenominator),
      amount: formatAmountAscii(tax.baseRp),
    },
    { kind: 'ledger', label: words.taxWithin(rateBp), amount: formatAmountAscii(tax.taxRp) },
  ];
}

function benefits(sale: SaleBody, businessDate: string | null, memberYearRp: Rupiah | null): Block[] {
  const saved = savedRp(sale.lines);
  const blocks: Block[] = [];
  if (saved > 0) blocks.push({ kind: 'ledger', label: words.saved, amount: formatAmountAscii(saved) });
  if (memberYearRp !== null && businessDate !== null) {
    const label = words.memberYear(businessDate.slice(0, 4));
    blocks.push({ kind: 'ledger', label, amount: formatAmountAscii(memberYearRp) });
  }
  return blocks;
}

/** The first till promised nothing about returns and printed no bars: its receipts say the same for ever. */
function returnNotice({ record, returnDays }: Receipt): Block[] {
  if (returnDays === undefined || returnDays === null || record.type === 'sale-completed/1') return [];
  return [{ kind: 'text', text: words.returns(returnDays) }];
}

function numberToScan(record: SaleRecord, receipt: string): Block[] {
  return record.type === 'sale-completed/1' ? [] : [{ kind: 'blank' }, { kind: 'barcode', data: receipt }];
}
