import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { z } from 'zod';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { DEFAULT_POLICY, tillPolicyV1Schema } from '../../shared/domain/policy.ts';
import { recordBodies, type RecordType } from '../../shared/journal/bodies.ts';
import {
  EMPTY_HEAD,
  hashRecord,
  recordBytes,
  toHex,
  zSigningBytes,
  type ChainHead,
} from '../../shared/journal/chain.ts';
import { parseRecord, type JournalRecord } from '../../shared/journal/record.ts';

/** What goes into a body, before it is parsed. */
export type BodyInput<T extends RecordType> = z.input<(typeof recordBodies)[T]>;

const person = '0196a000-0000-7000-8000-000000000001';
const product = '0196a000-0000-7000-8000-000000000002';
const lot = '0196a000-0000-7000-8000-000000000003';
const shift = '0196a000-0000-7000-8000-000000000004';
const sale = '0196a000-0000-7000-8000-000000000005';
const ticket = '0196a000-0000-7000-8000-000000000006';
const line = '0196a000-0000-7000-8000-000000000007';
const secondSale = '0196a000-0000-7000-8000-00000000000c';
const secondLine = '0196a000-0000-7000-8000-00000000000d';
const boot = '0196a000-0000-7000-8000-000000000008';
const other = '0196a000-0000-7000-8000-000000000009';
const member = '0196a000-0000-7000-8000-00000000000a';
const buyer = '0196a000-0000-7000-8000-00000000000b';
const priceRule = '0196a000-0000-7000-8000-000000000020';
const claim = '0196a000-0000-7000-8000-000000000021';
const registration = '0196a000-0000-7000-8000-00000000000e';
const rule = '0196a000-0000-7000-8000-00000000000f';
/** As keyed hashes look: of no number. */
const nikHash = 'a1'.repeat(32);
const kkHash = 'b2'.repeat(32);

/** The key of RFC 8032, test 1: known to everybody, so good for tests and nothing else. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const paperKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${SEED}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const paperPublicKey = toHex(createPublicKey(paperKey).export({ format: 'der', type: 'spki' }).subarray(-32));

const rice = {
  productId: product,
  name: 'Beras premium',
  brand: 'Sri Rejeki',
  category: 'Sembako',
  unit: 'kg',
  priceRp: 14_900,
  costRp: 13_200,
  plu: '101',
  gtins: ['08998866200301'],
  fractional: true,
  active: true,
};

const profile: BodyInput<'till-initialised/1'>['profile'] = {
  koperasi: 'Koperasi Desa Merah Putih Sukamaju',
  gerai: 'Gerai Sembako Sukamaju',
  storeCode: 'G2207',
  tillNumber: 1,
  address: 'Jl. Balai Desa 3',
  kabupaten: 'Kab. Malang',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 32,
};

/** One body of every record type, as a shop would write it. A new type does not compile without one. */
export const sampleBodies: { readonly [T in RecordType]: BodyInput<T> } = {
  'till-initialised/1': {
    tillId: other,
    publicKey: paperPublicKey,
    profile,
    example: false,
    software: 'gerai test',
  },
  'store-profile-changed/1': { profile: { ...profile, address: 'Jl. Raya Sukamaju 1' } },
  'till-enrolled/1': {
    districtUrl: 'https://dinas.example',
    districtName: 'Dinas Koperasi',
    districtKey: paperPublicKey,
  },
  'staff-added/1': { staffId: person, name: 'Siti Aminah', role: 'kasir' },
  'member-saved/1': {
    memberId: member,
    number: '0012',
    tier: 'anggota',
    cardCodes: ['KDMP-0012'],
    creditLimitRp: 500_000,
    active: true,
    joinedOn: '2025-07-21',
  },
  'members-imported/1': {
    importId: other,
    part: 1,
    parts: 1,
    members: [
      {
        memberId: member,
        number: '0012',
        tier: 'grosir',
        cardCodes: [],
        creditLimitRp: 0,
        active: true,
        joinedOn: null,
      },
    ],
  },
  'member-savings-set/1': {
    source: 'import',
    asOf: '2026-04-14',
    rows: [{ memberId: member, pokokRp: 50_000, wajibRp: 120_000, sukarelaRp: 300_000 }],
  },
  'buyer-saved/1': {
    buyerId: buyer,
    kind: 'school-kitchen',
    tier: 'grosir',
    creditLimitRp: 20_000_000,
    termDays: 14,
    active: true,
  },
  'staff-active-set/1': { staffId: person, active: false },
  'staff-pin-set/1': { staffId: person },
  'signed-in/1': { staffId: person },
  'signed-out/1': { staffId: person },
  'sign-in-locked/1': { staffId: person, tries: 5, until: 1_776_214_860_000 },
  'product-saved/1': rice,
  'products-imported/1': { importId: other, fileName: 'harga.csv', part: 1, parts: 1, products: [rice] },
  'product-terms-set/1': {
    productId: product,
    taxClass: 'bebas',
    ceilingRp: 15_000,
    packs: [{ unit: 'karung', contentThousandths: 25_000, gtins: ['18998866200308'], plu: '125' }],
    prices: [
      { unit: null, tier: 'anggota', fromThousandths: 0, priceRp: 14_700, validFrom: null, validTo: null },
      { unit: 'karung', tier: 'umum', fromThousandths: 0, priceRp: 365_000, validFrom: null, validTo: null },
      {
        unit: 'karung',
        tier: 'grosir',
        fromThousandths: 4_000,
        priceRp: 360_000,
        validFrom: '2026-04-01',
        validTo: '2026-04-30',
      },
    ],
  },
  'promotion-saved/1': {
    promotionId: other,
    name: 'Murah pagi',
    validFrom: '2026-04-01',
    validTo: '2026-04-30',
    minutes: { from: 360, to: 540 },
    tiers: ['anggota'],
    goods: { productIds: [product], categories: [], units: [] },
    gift: { kind: 'percent', bp: 500 },
    active: true,
  },
  'till-policy-set/1': tillPolicyV1Schema
    .strip()
    .parse({ ...DEFAULT_POLICY, cashStepRp: 500, returnDays: 3 }),
  'till-policy-set/2': { ...DEFAULT_POLICY, paymentNote: 'BPD 2204-7781 a.n. KDMP Dadapan' },
  'tax-status-set/1': { validFrom: '2026-05-01', pkp: true, npwp: '0012345678901000' },
  'opening-stock/1': {
    part: 1,
    parts: 1,
    lots: [
      { lotId: lot, productId: product, owner: 'store', quantityThousandths: 50_000, unitCostRp: 13_200 },
    ],
  },
  'day-opened/1': { businessDate: '2026-04-15' },
  'shift-opened/1': {
    shiftId: shift,
    number: 1,
    cashierId: person,
    cashier: 'Siti Aminah',
    floatRp: 200_000,
  },
  'cash-counted/1': {
    shiftId: shift,
    counts: [{ kind: 'note', valueRp: 2_000, count: 110 }],
    countedRp: 220_000,
    expectedRp: 218_600,
    cashSalesRp: 18_600,
    cashSaleCount: 1,
  },
  'shift-closed/1': { shiftId: shift, varianceRp: 1_400, reason: 'miscount', note: '' },
  'day-closed/1': {
    zId: other,
    number: 1,
    openedAt: 1_776_214_800_000,
    firstSeq: 1,
    lastSeq: 1,
    headHash: '0'.repeat(64),
    previousZHash: null,
    shifts: 1,
    totals: {
      saleCount: 0,
      lineCount: 0,
      grossRp: 0,
      roundingRp: 0,
      cashRp: 0,
      voidedLines: 0,
      voidedRp: 0,
      abandonedTickets: 0,
      reprints: 0,
    },
    tenders: [],
    categories: [],
    cashVarianceRp: 0,
    perpetual: { grossRp: 0, voidRp: 0, refundRp: 0, netRp: 0 },
    signature: '0'.repeat(128),
  },
  'sale-completed/2': {
    saleId: secondSale,
    shiftId: shift,
    cashier: 'Siti Aminah',
    number: 2,
    receipt: 'G2207-1-0002',
    buyer: { tier: 'anggota', memberId: other, buyerId: null },
    lines: [
      {
        lineId: secondLine,
        productId: product,
        name: 'Beras premium',
        category: 'Sembako',
        unit: 'sak',
        quantityThousandths: 2_000,
        baseUnit: 'kg',
        contentThousandths: 5_000,
        baseQuantityThousandths: 10_000,
        listPriceRp: 72_000,
        unitPriceRp: 71_000,
        priceReason: { kind: 'tier', tier: 'anggota' },
        grossRp: 142_000,
        discounts: [{ kind: 'manual', reason: 'karung sobek', amountRp: 1_950 }],
        totalRp: 140_050,
        taxClass: 'kena',
        taxRp: 13_879,
        approvalId: other,
        batch: null,
        expiry: null,
        programmeRule: null,
        lots: [{ lotId: lot, owner: 'store', quantityThousandths: 10_000, unitCostRp: 13_200 }],
      },
    ],
    totalRp: 140_050,
    tax: {
      rateBp: 1_200,
      baseNumerator: 11,
      baseDenominator: 12,
      decree: 'PMK 131/2024',
      baseRp: 115_657,
      taxRp: 13_879,
    },
    cashStepRp: 100,
    roundingRp: -50,
    dueRp: 140_000,
    tenders: [
      {
        kind: 'qris',
        amountRp: 40_000,
        paymentId: other,
        evidence: 'app',
        reference: '4821',
        confirmedBy: 'Siti Aminah',
      },
      { kind: 'kasbon', amountRp: 50_000, memberId: other, dueDate: '2026-05-15' },
      { kind: 'cash', amountRp: 50_000, receivedRp: 60_000, changeRp: 9_500, donationRp: 500 },
    ],
    approvalIds: [],
    perpetualGrossRp: 158_675,
  },
  'sale-returned/1': {
    returnId: other,
    shiftId: shift,
    cashier: 'Siti Aminah',
    number: 1,
    receipt: 'G2207-1-R001',
    sale: {
      saleId: sale,
      number: 1,
      receipt: 'G2207-1-0001',
      businessDate: '2026-04-15',
      memberId: null,
      buyerId: null,
    },
    lines: [
      {
        lineId: line,
        productId: product,
        name: 'Beras premium',
        category: 'Sembako',
        unit: 'kg',
        quantityThousandths: 1_250,
        soldThousandths: 1_250,
        baseUnit: 'kg',
        baseQuantityThousandths: 1_250,
        unitPriceRp: 14_900,
        totalRp: 18_625,
        taxRp: 0,
        condition: 'sellable',
        lots: [
          { lotId: lot, owner: 'store', quantityThousandths: 1_250, unitCostRp: 13_200, costRp: 16_500 },
        ],
      },
    ],
    totalRp: 18_625,
    taxRp: 0,
    roundingRp: -25,
    refundRp: 18_600,
    refunds: [{ kind: 'cash', amountRp: 18_600 }],
    reason: 'damaged',
    note: '',
    approvalId: null,
    approvedBy: 'Pak Karyo',
    perpetualRefundRp: 18_625,
  },
  'debt-paid/1': {
    paymentId: other,
    shiftId: shift,
    cashier: 'Siti Aminah',
    number: 1,
    receipt: 'G2207-1-P001',
    debtor: { kind: 'member', memberId: other },
    amountRp: 20_000,
    roundingRp: 0,
    tender: { kind: 'cash', amountRp: 20_000, receivedRp: 20_000, changeRp: 0 },
    allocations: [{ saleId: secondSale, amountRp: 20_000 }],
    leftRp: 30_000,
  },
  'approval-given/1': {
    approvalId: other,
    action: 'line-discount',
    subject: '{"action":"line-discount"}',
    amountRp: 1_950,
    approverId: other,
    approver: 'Pak Karyo',
    requesterId: person,
    requester: 'Siti Aminah',
  },
  'line-voided/2': {
    ticketId: ticket,
    lineId: line,
    productId: product,
    name: 'Beras premium',
    unit: 'kg',
    quantityThousandths: 1_000,
    amountRp: 14_900,
    reason: 'changed-mind',
    note: '',
  },
  'ticket-abandoned/2': { ticketId: ticket, lines: 1, amountRp: 14_900, reason: 'no-money', note: '' },
  'cash-counted/2': {
    shiftId: shift,
    counts: [{ kind: 'note', valueRp: 2_000, count: 110 }],
    countedRp: 220_000,
    expectedRp: 218_600,
    cashSalesRp: 18_600,
    cashSaleCount: 1,
    cashRefundsRp: 0,
    cashRefundCount: 0,
    cashDebtsRp: 0,
    cashDebtCount: 0,
  },
  'day-closed/2': {
    zId: other,
    number: 1,
    openedAt: 1_776_214_800_000,
    firstSeq: 1,
    lastSeq: 1,
    headHash: '0'.repeat(64),
    previousZHash: null,
    shifts: 1,
    totals: {
      saleCount: 0,
      lineCount: 0,
      grossRp: 0,
      roundingRp: 0,
      cashRp: 0,
      voidedLines: 0,
      voidedRp: 0,
      abandonedTickets: 0,
      reprints: 0,
      discountRp: 0,
      taxRp: 0,
      returnCount: 0,
      returnRp: 0,
      cashRefundRp: 0,
      debtPaidCount: 0,
      debtPaidRp: 0,
      cashDebtPaidRp: 0,
      donationRp: 0,
    },
    tenders: [],
    refunds: [],
    debtPayments: [],
    categories: [],
    cashVarianceRp: 0,
    perpetual: { grossRp: 0, voidRp: 0, refundRp: 0, netRp: 0 },
    signature: '0'.repeat(128),
  },
  'sale-completed/1': {
    saleId: sale,
    shiftId: shift,
    cashier: 'Siti Aminah',
    number: 1,
    receipt: 'G2207-1-0001',
    lines: [
      {
        lineId: line,
        productId: product,
        name: 'Beras premium',
        unit: 'kg',
        category: 'Sembako',
        quantityThousandths: 1_250,
        unitPriceRp: 14_900,
        totalRp: 18_625,
        priceRule: 'list',
        programmeRule: null,
        lots: [{ lotId: lot, owner: 'store', quantityThousandths: 1_250, unitCostRp: 13_200 }],
      },
    ],
    totalRp: 18_625,
    roundingRp: -25,
    dueRp: 18_600,
    tenders: [{ kind: 'cash', amountRp: 18_600, receivedRp: 20_000, changeRp: 1_400 }],
    perpetualGrossRp: 18_625,
  },
  'programme-saved/1': { programme: 'sphp', name: 'Beras SPHP', unit: 'kg', active: true },
  'programme-rule-saved/1': {
    kind: 'price',
    ruleId: priceRule,
    programme: 'sphp',
    region: '35',
    zone: 1,
    sellerTier: '',
    validFrom: '2026-04-15',
    validTo: null,
    decree: 'Kepbadan 299/2025',
    source: 'store',
    active: true,
    priceKind: 'program',
    amountRp: 12_500,
  },
  'programme-goods-set/1': {
    productId: product,
    programme: 'sphp',
    measureThousandths: 5_000,
    cylinder: null,
  },
  'programme-place-set/1': { region: '3507', sellerTier: 'sub-pangkalan' },
  'price-claim-raised/1': {
    claimId: claim,
    programme: 'sphp',
    beforeRuleId: other,
    ruleId: priceRule,
    decree: 'Kepbadan 299/2025',
    effectiveOn: '2026-04-15',
    beforeRp: 12_900,
    afterRp: 12_500,
    lines: [
      { productId: product, onHandThousandths: 40_000, quantityThousandths: 200_000, amountRp: 80_000 },
    ],
    totalRp: 80_000,
  },
  'price-claim-settled/1': {
    claimId: claim,
    outcome: 'paid',
    paidRp: 75_000,
    refusedRp: 5_000,
    note: 'nota kredit Bulog 12',
  },
  'cylinders-moved/1': {
    movementId: other,
    kind: 'lpg-3kg',
    cause: 'agen',
    saleId: null,
    returnId: null,
    agen: 'PT Sumber Gas Makmur',
    document: 'SJ-0415',
    moves: [
      {
        productId: product,
        lotId: lot,
        owner: 'store',
        from: 'outside',
        to: 'shop',
        quantityThousandths: 50_000,
        unitCostRp: 16_000,
      },
      {
        productId: other,
        lotId: other,
        owner: 'store',
        from: 'shop',
        to: 'outside',
        quantityThousandths: 48_000,
        unitCostRp: null,
      },
    ],
    agenOwedThousandths: 2_000,
    loanedThousandths: 0,
    depositRp: 0,
    note: '',
  },
  'external-keyed/1': {
    saleId: secondSale,
    lineId: secondLine,
    system: 'map',
    status: 'beda',
    quantityThousandths: 1_000,
    reference: '',
    note: 'di MAP tercatat satu',
  },
  'external-compared/1': {
    comparisonId: other,
    system: 'map',
    from: '2026-04-01',
    to: '2026-04-30',
    fileName: 'transaksi-april.xlsx',
    rows: 41,
    matched: 40,
    differences: [
      {
        kind: 'different',
        saleId: secondSale,
        lineId: secondLine,
        date: '2026-04-15',
        oursThousandths: 2_000,
        theirsThousandths: 1_000,
        explanation: 'dicatat satu kali saja',
      },
    ],
  },
  'line-voided/1': {
    ticketId: ticket,
    lineId: line,
    productId: product,
    name: 'Beras premium',
    quantityThousandths: 1_000,
    amountRp: 14_900,
  },
  'ticket-abandoned/1': { ticketId: ticket, lines: 2, amountRp: 33_500 },
  'receipt-reprinted/1': { saleId: sale, receipt: 'G2207-1-0001', copy: 1 },
  'drawer-opened/1': { shiftId: shift, reason: 'other', note: 'tukar uang receh ke warung' },
  'subsidy-registered/1': {
    registrationId: registration,
    nikKey: nikHash,
    kkKey: kkHash,
    sharedNikKey: null,
    sharedKkKey: null,
    categories: ['rumah-tangga'],
    memberId: member,
    farmer: true,
    allotments: [{ programme: 'pupuk-urea', quantityThousandths: 150_000 }],
    purpose: 'Mencocokkan jatah barang bersubsidi dan mencatatnya ke sistem resmi.',
    expiresOn: '2027-04-15',
  },
  'subsidy-erased/1': { registrationId: registration, cause: 'request' },
  'identity-opened/1': { registrationId: registration, purpose: 'external-system', note: 'MAP' },
  'subsidy-sold/1': {
    saleId: secondSale,
    date: '2026-04-15',
    registrationId: registration,
    category: 'rumah-tangga',
    subject: { nikKey: nikHash, kkKey: kkHash, sharedNikKey: null, sharedKkKey: null, memberId: member },
    proxyRegistrationId: null,
    lines: [
      {
        lineId: secondLine,
        programme: 'lpg-3kg',
        quantityThousandths: 2_000,
        price: { ruleId: rule, priceKind: 'het', amountRp: 18_000, decree: 'SK Gubernur 100.3.3.1/801/2024' },
        system: 'map',
        ruleIds: [rule],
      },
    ],
    warnings: ['quota-exceeded'],
    knownBy: 'store',
    approvalId: null,
  },
  'subsidy-refused/1': {
    ticketId: ticket,
    programme: 'lpg-3kg',
    code: 'quota-exceeded',
    ruleId: rule,
    registrationId: registration,
    quantityThousandths: 1_000,
  },
  'clock-jumped/1': { fromAt: 1_776_214_800_000, toAt: 1_776_200_000_000 },
};

/** Parts of the frame that a test cares about; the rest is an ordinary morning. */
interface FrameInput {
  readonly seq?: number;
  readonly prev?: string;
  readonly at?: number;
  readonly businessDate?: string | null;
}

/** A record around a body, checked by the journal's own schemas. */
export function recordOf<T extends RecordType>(
  type: T,
  body: BodyInput<T> = sampleBodies[type],
  frame: FrameInput = {},
): JournalRecord {
  return parseRecord({
    v: 1,
    store: 'G2207',
    till: '1',
    epoch: 1,
    seq: frame.seq ?? 1,
    type,
    at: frame.at ?? 1_776_214_800_000,
    offset: 420,
    mono: 1_000,
    boot,
    businessDate: frame.businessDate === undefined ? '2026-04-15' : frame.businessDate,
    actor: person,
    prev: frame.prev ?? EMPTY_HEAD.hash,
    body,
  });
}

/** A chain written by hand, without an engine: what a verifier is shown in its own tests. */
export class PaperChain {
  readonly records: Uint8Array[] = [];
  #head: ChainHead = EMPTY_HEAD;
  #date: string | null = null;

  get head(): ChainHead {
    return this.#head;
  }

  /** Appends a record; a `day-opened` opens its day, a `day-closed` ends it. */
  add<T extends RecordType>(type: T, body: BodyInput<T> = sampleBodies[type]): this {
    if ('businessDate' in body) this.#date = body.businessDate;
    this.addRecord(recordOf(type, body, { ...this.next, businessDate: this.#date }));
    if (type === 'day-closed/1' || type === 'day-closed/2') this.#date = null;
    return this;
  }

  /** Number and predecessor of the next record. */
  get next(): { seq: number; prev: string } {
    return { seq: this.#head.seq + 1, prev: this.#head.hash };
  }

  /** Appends a record as it is, however wrong. */
  addRecord(record: JournalRecord): this {
    return this.addBytes(recordBytes(record));
  }

  /** Appends bytes as they are, and goes on from their hash. */
  addBytes(bytes: Uint8Array): this {
    this.records.push(bytes);
    this.#head = { seq: this.#head.seq + 1, hash: hashRecord(nodeCrypto, bytes) };
    return this;
  }

  /** Appends a Z signed by the chain's key; `body` needs no signature. */
  addZ(body: Omit<BodyInput<'day-closed/1'>, 'signature' | 'headHash' | 'lastSeq'>): this {
    const unsigned = { ...body, headHash: this.#head.hash, lastSeq: this.#head.seq };
    const parsed = recordBodies['day-closed/1'].parse({ ...unsigned, signature: '0'.repeat(128) });
    return this.add('day-closed/1', {
      ...unsigned,
      signature: toHex(sign(null, zSigningBytes(parsed), paperKey)),
    });
  }
}
