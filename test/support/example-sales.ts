import type { z } from 'zod';
import { NO_RUPIAH, priceTimesQuantity, rupiah, sumRupiah } from '../../shared/domain/money.ts';
import { wrongDebtSum, wrongReturnSum, wrongSum } from '../../shared/domain/sale-sums.ts';
import { shareTax, taxRateOn, taxWithin, type TaxClass } from '../../shared/domain/tax.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import { parseRecord, type RecordOf } from '../../shared/journal/record.ts';
import type { saleBodies, SaleBody, SaleLine } from '../../shared/journal/sale-bodies.ts';
import { at, exampleId } from './example-papers.ts';

/** Bodies as they are before parsing: plain numbers and strings. */
type Input<T extends keyof typeof saleBodies> = z.input<(typeof saleBodies)[T]>;
export type TenderInput = Input<'sale-completed/2'>['tenders'][number];
type LineInput = Input<'sale-completed/2'>['lines'][number];

/** A line as a test tells it; what it leaves out is an ordinary piece at everybody's price. */
export interface DeskLine {
  readonly name: string;
  readonly unit?: string;
  readonly baseUnit?: string;
  /** Base units in one unit, thousandths. */
  readonly content?: number;
  readonly quantity?: number;
  readonly listRp?: number;
  readonly priceRp: number;
  readonly reason?: LineInput['priceReason'];
  /** What the label says; price times quantity where left out. */
  readonly grossRp?: number;
  readonly discounts?: LineInput['discounts'];
  readonly taxClass?: TaxClass;
  readonly owner?: string;
}

export interface DeskSale {
  readonly lines: readonly DeskLine[];
  readonly buyer?: Partial<Input<'sale-completed/2'>['buyer']>;
  /** Whether the store is PKP. */
  readonly pkp?: boolean;
  readonly roundingRp?: number;
  /** Exact cash where left out. */
  readonly tenders?: readonly TenderInput[];
  readonly at?: number;
  readonly businessDate?: string;
}

/** The member and the institution of the examples. */
export const siti = exampleId(20);
export const schoolKitchen = exampleId(21);

/** A sale of the cashier's desk as the journal holds it; refused where its sums are wrong. */
export function deskSale(sale: DeskSale): RecordOf<'sale-completed/2'> {
  const businessDate = sale.businessDate ?? '2026-04-15';
  const lines = sale.lines.map(lineOf);
  const tax = sale.pkp === true ? taxed(lines, businessDate) : null;
  const totalRp = lines.reduce((sum, line) => sum + line.totalRp, 0);
  const dueRp = totalRp + (sale.roundingRp ?? 0);
  const record = recordAround('sale-completed/2', 57, sale, {
    saleId: exampleId(3),
    shiftId: exampleId(4),
    cashier: 'Wulan',
    number: 57,
    receipt: 'G2207-1-0057',
    buyer: { tier: 'umum', memberId: null, buyerId: null, ...sale.buyer },
    lines,
    totalRp,
    tax,
    cashStepRp: 100,
    roundingRp: sale.roundingRp ?? 0,
    dueRp,
    tenders: [...(sale.tenders ?? [cash(dueRp)])],
    approvalIds: [],
    perpetualGrossRp: totalRp,
  });
  if (record.type !== 'sale-completed/2') throw new TypeError('the example is a sale');
  refuse(wrongSum(record.body));
  return record;
}

function lineOf(line: DeskLine, index: number): LineInput {
  const quantity = line.quantity ?? 1000;
  const unit = line.unit ?? 'bungkus';
  const content = line.content ?? 1000;
  const base = (quantity * content) / 1000;
  const grossRp = line.grossRp ?? priceTimesQuantity(rupiah(line.priceRp), thousandths(quantity));
  const discounts = line.discounts ?? [];
  return {
    lineId: exampleId(100 + index),
    productId: exampleId(200 + index),
    name: line.name,
    category: 'Lainnya',
    unit,
    quantityThousandths: quantity,
    baseUnit: line.baseUnit ?? unit,
    contentThousandths: content,
    baseQuantityThousandths: base,
    listPriceRp: line.listRp ?? line.priceRp,
    unitPriceRp: line.priceRp,
    priceReason: line.reason ?? { kind: 'list' },
    grossRp,
    discounts,
    totalRp: discounts.reduce((left, discount) => left - discount.amountRp, grossRp),
    taxClass: line.taxClass ?? 'kena',
    taxRp: 0,
    approvalId: null,
    batch: 'B0426',
    expiry: '2027-01-31',
    programmeRule: null,
    lots: [
      {
        lotId: exampleId(300 + index),
        owner: line.owner ?? 'store',
        quantityThousandths: base,
        unitCostRp: null,
      },
    ],
  };
}

/** Works out the PPN as a till of that day does, and puts its parts on the lines. */
function taxed(lines: LineInput[], date: string): Input<'sale-completed/2'>['tax'] {
  const rate = taxRateOn(date);
  if (rate === undefined) throw new RangeError(`no PPN is known for ${date}`);
  const branded = lines.map((line) => ({ taxClass: line.taxClass, totalRp: rupiah(line.totalRp) }));
  const kena = branded.filter((line) => line.taxClass === 'kena');
  const split = taxWithin(kena.length === 0 ? NO_RUPIAH : sumRupiah(kena.map((line) => line.totalRp)), rate);
  for (const [index, taxRp] of shareTax(branded, split.taxRp).entries()) {
    const line = lines[index];
    if (line !== undefined) line.taxRp = taxRp;
  }
  const { validFrom: _, ...rule } = rate;
  return { ...rule, ...split };
}

/** Cash that settles so much. */
export function cash(amountRp: number, receivedRp = amountRp, donationRp = 0): TenderInput {
  return { kind: 'cash', amountRp, receivedRp, changeRp: receivedRp - amountRp - donationRp, donationRp };
}

/** What a return of the example sale's lines says; counted from the sale unless told otherwise. */
export interface DeskReturn {
  readonly sale: SaleBody;
  /** Which lines come back, by index, and how many thousandths of each. */
  readonly lines: readonly { readonly index: number; readonly quantity: number; readonly damaged?: true }[];
  readonly roundingRp?: number;
  readonly refunds?: Input<'sale-returned/1'>['refunds'];
  readonly reason?: Input<'sale-returned/1'>['reason'];
  readonly note?: string;
  readonly approvedBy?: string;
}

/** A return as the journal holds it; refused where its sums are wrong. */
export function deskReturn(given: DeskReturn): RecordOf<'sale-returned/1'> {
  const lines = given.lines.map(({ index, quantity, damaged }) => {
    const line = given.sale.lines[index];
    if (line === undefined) throw new RangeError(`the sale has no line ${index}`);
    return returnedLine(line, quantity, damaged === true);
  });
  const totalRp = lines.reduce((sum, line) => sum + line.totalRp, 0);
  const refundRp = totalRp + (given.roundingRp ?? 0);
  const record = recordAround(
    'sale-returned/1',
    58,
    { at: at(13, 20) },
    {
      returnId: exampleId(30),
      shiftId: exampleId(4),
      cashier: 'Wulan',
      number: 3,
      receipt: 'G2207-1-R0003',
      sale: {
        saleId: given.sale.saleId,
        number: given.sale.number,
        receipt: given.sale.receipt,
        businessDate: '2026-04-15',
        memberId: given.sale.buyer.memberId,
        buyerId: given.sale.buyer.buyerId,
      },
      lines,
      totalRp,
      taxRp: lines.reduce((sum, line) => sum + line.taxRp, 0),
      roundingRp: given.roundingRp ?? 0,
      refundRp,
      refunds: given.refunds ?? [{ kind: 'cash', amountRp: refundRp }],
      reason: given.reason ?? 'wrong-item',
      note: given.note ?? '',
      approvalId: exampleId(31),
      approvedBy: given.approvedBy ?? 'Hadi',
      perpetualRefundRp: totalRp,
    },
  );
  if (record.type !== 'sale-returned/1') throw new TypeError('the example is a return');
  refuse(wrongReturnSum(record.body));
  return record;
}

function returnedLine(
  line: SaleLine,
  quantity: number,
  damaged: boolean,
): Input<'sale-returned/1'>['lines'][number] {
  const part = (amount: number): number => Math.round((amount * quantity) / line.quantityThousandths);
  const base = (quantity * line.contentThousandths) / 1000;
  const [lot] = line.lots;
  if (lot === undefined) throw new RangeError('a line without a lot');
  return {
    lineId: line.lineId,
    productId: line.productId,
    name: line.name,
    category: line.category,
    unit: line.unit,
    quantityThousandths: quantity,
    soldThousandths: line.quantityThousandths,
    baseUnit: line.baseUnit,
    baseQuantityThousandths: base,
    unitPriceRp: line.unitPriceRp,
    totalRp: part(line.totalRp),
    taxRp: part(line.taxRp),
    condition: damaged ? 'damaged' : 'sellable',
    lots: [{ ...lot, quantityThousandths: base, costRp: null }],
  };
}

/** A debt of the example's member paid off; refused where its sums are wrong. */
export function debtPaid(change: Partial<Input<'debt-paid/1'>> = {}): RecordOf<'debt-paid/1'> {
  const record = recordAround(
    'debt-paid/1',
    59,
    { at: at(14, 5) },
    {
      paymentId: exampleId(40),
      shiftId: exampleId(4),
      cashier: 'Wulan',
      number: 12,
      receipt: 'G2207-1-P0012',
      debtor: { kind: 'member', memberId: siti },
      amountRp: 150_000,
      roundingRp: 0,
      tender: { kind: 'cash', amountRp: 150_000, receivedRp: 200_000, changeRp: 50_000 },
      allocations: [
        { saleId: exampleId(41), amountRp: 100_000 },
        { saleId: exampleId(42), amountRp: 50_000 },
      ],
      leftRp: 75_000,
      ...change,
    },
  );
  if (record.type !== 'debt-paid/1') throw new TypeError('the example is a debt paid');
  refuse(wrongDebtSum(record.body));
  return record;
}

function recordAround<T extends keyof typeof saleBodies>(
  type: T,
  seq: number,
  when: { readonly at?: number; readonly businessDate?: string },
  body: Input<T>,
): ReturnType<typeof parseRecord> {
  return parseRecord({
    v: 1,
    store: 'G2207',
    till: '1',
    epoch: 1,
    seq,
    type,
    at: when.at ?? at(10, 45),
    offset: 420,
    mono: 1000,
    boot: exampleId(1),
    businessDate: when.businessDate ?? '2026-04-15',
    actor: exampleId(2),
    prev: '0'.repeat(64),
    body,
  });
}

function refuse(wrong: string | undefined): void {
  if (wrong !== undefined) throw new RangeError(`the example does not add up: ${wrong}`);
}

/** The institution of the examples, as the vault has it. */
export const schoolKitchenDetails = {
  name: 'SPPG Dadapan (Dapur MBG)',
  contact: 'Bu Ratna Wulandari',
  phone: '0812-3456-7890',
  address: 'Jl. Balai Desa 3, Dadapan, Kec. Wates',
};

/** What a school kitchen takes on account for a week, a part of it paid at once. */
export function kitchenSale(change: Partial<DeskSale> = {}): RecordOf<'sale-completed/2'> {
  return deskSale({
    buyer: { tier: 'grosir', buyerId: schoolKitchen },
    lines: [
      {
        name: 'Beras premium',
        unit: 'sak',
        baseUnit: 'kg',
        content: 25_000,
        quantity: 4_000,
        priceRp: 342_500,
        taxClass: 'bebas',
      },
      {
        name: 'Minyak goreng 1 L',
        unit: 'dus',
        baseUnit: 'botol',
        content: 12_000,
        quantity: 3_000,
        listRp: 228_000,
        priceRp: 222_000,
        reason: { kind: 'tier', tier: 'grosir' },
        discounts: [{ kind: 'promotion', promotionId: exampleId(77), name: 'Gajian', amountRp: 6_000 }],
      },
      { name: 'Telur ayam ras', unit: 'kg', quantity: 12_500, priceRp: 28_000, taxClass: 'bebas' },
    ],
    tenders: [
      { kind: 'transfer', amountRp: 500_000, reference: 'BPD 2204-7781' },
      { kind: 'invoice', amountRp: 1_880_000, buyerId: schoolKitchen, dueDate: '2026-04-29' },
    ],
    ...change,
  });
}
