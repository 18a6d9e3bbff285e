import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { addToDayTotals, EMPTY_DAY_TOTALS } from '../../shared/domain/day-totals.ts';
import { businessDateSchema, instantSchema, type BusinessDate } from '../../shared/domain/business-date.ts';
import { storeProfileSchema } from '../../shared/contract/setup.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import type { RecordBodies, RecordType } from '../../shared/journal/bodies.ts';
import {
  EMPTY_HEAD,
  hashRecord,
  recordBytes,
  toHex,
  zSigningBytes,
  type ChainHead,
} from '../../shared/journal/chain.ts';
import { parseRecord, RECORD_VERSION } from '../../shared/journal/record.ts';

const sha256 = { sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest() };

let made = 0;

/** An id that no other of this run has, in the shape of a UUIDv7. */
function nextId(): string {
  made += 1;
  return `0198c0de-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
}

/** The first day of trade in these stories. */
export const FIRST_DAY = businessDateSchema.parse('2026-04-15');
const OPENING = Date.parse('2026-04-15T01:00:00Z');

const PROFILE = storeProfileSchema.parse({
  koperasi: 'Koperasi Desa Dadapan',
  gerai: 'Gerai Dadapan',
  storeCode: 'DDP01',
  tillNumber: 1,
  address: 'Jl. Raya Dadapan 12',
  kabupaten: 'Panderman',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 32,
});

/**
 * A till made of nothing but its key and its records: what the engine would have written, without the
 * engine. The district can't tell the difference, and a story can write what an engine never would.
 */
export class PaperTill {
  readonly tillId: string = nextId();
  readonly example: boolean;
  readonly publicKey: string;
  readonly #key: KeyObject;
  #records: Uint8Array[] = [];
  #hashes: string[] = [EMPTY_HEAD.hash];
  #date: BusinessDate | null = null;
  #day = { firstSeq: 0, totals: EMPTY_DAY_TOTALS };
  #receipts = 0;
  #returns = 0;
  #perpetual = { gross: 0, net: 0, void: 0, refund: 0 };
  #lastZ: { number: number; hash: string } | undefined;

  constructor({ example = false } = {}, like?: PaperTill) {
    if (like !== undefined) {
      this.tillId = like.tillId;
      this.example = like.example;
      this.publicKey = like.publicKey;
      this.#key = like.#key;
      this.#records = [...like.#records];
      this.#hashes = [...like.#hashes];
      this.#date = like.#date;
      this.#day = { ...like.#day };
      this.#receipts = like.#receipts;
      this.#returns = like.#returns;
      this.#perpetual = { ...like.#perpetual };
      this.#lastZ = like.#lastZ;
      return;
    }
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.example = example;
    this.#key = privateKey;
    this.publicKey = toHex(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    this.#initialise();
  }

  #initialise(): void {
    const { tillId, publicKey, example } = this;
    this.append('till-initialised/1', { tillId, publicKey, profile: PROFILE, example, software: 'paper' });
  }

  /** The same till as it is now, to go on in two ways: a disk image restored, or a tail cut off. */
  branch(): PaperTill {
    return new PaperTill({}, this);
  }

  /** Every record's bytes, oldest first. */
  get records(): readonly Uint8Array[] {
    return this.#records;
  }

  get head(): ChainHead {
    return { seq: this.#records.length, hash: this.hashOf(this.#records.length) };
  }

  /** Hash of record `seq`; of nothing for 0. */
  hashOf(seq: number): string {
    const hash = this.#hashes[seq];
    if (hash === undefined) throw new Error(`there is no record ${seq}`);
    return hash;
  }

  sign(message: Uint8Array): Uint8Array {
    return sign(null, message, this.#key);
  }

  append<T extends RecordType>(type: T, body: RecordBodies[T], date = this.#date): void {
    const record = parseRecord({
      v: RECORD_VERSION,
      store: 'DDP01',
      till: '1',
      epoch: 1,
      seq: this.head.seq + 1,
      type,
      at: OPENING + this.head.seq * 1000,
      offset: 420,
      mono: this.head.seq * 1000,
      boot: this.tillId,
      businessDate: date,
      actor: 'system',
      prev: this.head.hash,
      body,
    });
    this.#day.totals = addToDayTotals(this.#day.totals, record);
    const bytes = recordBytes(record);
    this.#records.push(bytes);
    this.#hashes.push(hashRecord(sha256, bytes));
  }

  openDay(date: string): void {
    this.#date = businessDateSchema.parse(date);
    this.#day = { firstSeq: this.head.seq + 1, totals: EMPTY_DAY_TOTALS };
    this.append('day-opened/1', { businessDate: this.#date });
  }

  /**
   * One sale of one thing, paid in cash without change.
   * @param of what is sold and how many of it, where a story minds
   */
  sell(amount: number, of: PaperGoods = {}): PaperSale {
    const totalRp = rupiah(amount);
    const sold = line(amount, of);
    const saleId = nextId();
    this.#receipts += 1;
    this.#perpetual.gross += amount;
    this.#perpetual.net += amount;
    this.append('sale-completed/2', {
      saleId,
      shiftId: this.tillId,
      cashier: 'Sari',
      number: this.#receipts,
      receipt: `DDP01-1-${this.#receipts}`,
      buyer: { tier: 'umum', memberId: null, buyerId: null },
      lines: [sold],
      totalRp,
      tax: null,
      cashStepRp: rupiah(100),
      roundingRp: rupiah(0),
      dueRp: totalRp,
      tenders: [
        { kind: 'cash', amountRp: totalRp, receivedRp: totalRp, changeRp: rupiah(0), donationRp: rupiah(0) },
      ],
      approvalIds: [],
      perpetualGrossRp: rupiah(this.#perpetual.gross),
    });
    return { saleId, number: this.#receipts, line: sold };
  }

  /** All of a sale of one thing comes back, for cash. */
  takeBack(
    { saleId, number, line: sold }: PaperSale,
    condition: 'sellable' | 'damaged' = 'sellable',
  ): string {
    const { lineId, productId, name, category, unit, quantityThousandths, baseUnit, totalRp } = sold;
    const { baseQuantityThousandths, unitPriceRp, taxRp, lots } = sold;
    const returnId = nextId();
    this.#returns += 1;
    this.#perpetual.refund += totalRp;
    this.#perpetual.net -= totalRp;
    const goods = { lineId, productId, name, category, unit, quantityThousandths, baseUnit, totalRp };
    const parts = { soldThousandths: quantityThousandths, baseQuantityThousandths, unitPriceRp, taxRp };
    this.append('sale-returned/1', {
      returnId,
      shiftId: this.tillId,
      cashier: 'Sari',
      number: this.#returns,
      receipt: `DDP01-1-R${this.#returns}`,
      sale: {
        saleId,
        number,
        receipt: `DDP01-1-${number}`,
        businessDate: this.#date,
        memberId: null,
        buyerId: null,
      },
      lines: [
        { ...goods, ...parts, condition, lots: lots.map((lot) => ({ ...lot, costRp: lot.unitCostRp })) },
      ],
      totalRp,
      taxRp: rupiah(0),
      roundingRp: rupiah(0),
      refundRp: totalRp,
      refunds: [{ kind: 'cash', amountRp: totalRp }],
      reason: 'changed-mind',
      note: '',
      approvalId: null,
      approvedBy: 'Sari',
      perpetualRefundRp: rupiah(this.#perpetual.refund),
    });
    return returnId;
  }

  /** A line was taken off an open ticket. */
  removeLine(amount: number): void {
    this.#perpetual.void += amount;
    this.append('line-voided/2', {
      ticketId: nextId(),
      lineId: nextId(),
      productId: nextId(),
      name: 'Teh celup',
      quantityThousandths: thousandths(1000),
      amountRp: rupiah(amount),
      unit: 'kotak',
      reason: 'changed-mind',
      note: '',
    });
  }

  /** Closes the day; signed by another key where a story wants that. */
  closeDay(signer: (message: Uint8Array) => Uint8Array = (message) => this.sign(message)): void {
    const unsigned = {
      zId: nextId(),
      number: (this.#lastZ?.number ?? 0) + 1,
      openedAt: instantSchema.parse(OPENING),
      firstSeq: this.#day.firstSeq,
      lastSeq: this.head.seq,
      headHash: this.head.hash,
      previousZHash: this.#lastZ?.hash ?? null,
      shifts: 0,
      totals: this.#day.totals,
      tenders: [],
      refunds: [],
      debtPayments: [],
      categories: [],
      cashVarianceRp: rupiah(0),
      perpetual: {
        grossRp: rupiah(this.#perpetual.gross),
        voidRp: rupiah(this.#perpetual.void),
        refundRp: rupiah(this.#perpetual.refund),
        netRp: rupiah(this.#perpetual.net),
      },
    };
    this.append('day-closed/2', { ...unsigned, signature: toHex(signer(zSigningBytes(unsigned))) });
    this.#lastZ = { number: unsigned.number, hash: this.head.hash };
    this.#date = null;
  }

  /** A whole day with some sales and a removed line; totals of the day are returned. */
  trade(date: string, amounts: readonly number[]): RecordBodies['day-closed/2']['totals'] {
    this.openDay(date);
    for (const amount of amounts) this.sell(amount);
    this.removeLine(2500);
    const { totals } = this.#day;
    this.closeDay();
    return totals;
  }
}

type PaperLine = RecordBodies['sale-completed/2']['lines'][number];

/** What a paper till sells; anything where it is left out. */
export interface PaperGoods {
  readonly productId?: string;
  /** Whole ones; one where left out. */
  readonly pieces?: number;
}

/** A sale that a story goes on with. */
export interface PaperSale {
  readonly saleId: string;
  readonly number: number;
  readonly line: PaperLine;
}

function line(amount: number, { productId = nextId(), pieces = 1 }: PaperGoods): PaperLine {
  const quantityThousandths = thousandths(pieces * 1000);
  return {
    lineId: nextId(),
    productId,
    name: 'Beras pulen 5 kg',
    unit: 'sak',
    category: 'Beras',
    quantityThousandths,
    baseUnit: 'sak',
    contentThousandths: 1000,
    baseQuantityThousandths: quantityThousandths,
    listPriceRp: rupiah(amount / pieces),
    unitPriceRp: rupiah(amount / pieces),
    priceReason: { kind: 'list' },
    grossRp: rupiah(amount),
    discounts: [],
    totalRp: rupiah(amount),
    taxClass: 'bebas',
    taxRp: rupiah(0),
    approvalId: null,
    batch: null,
    expiry: null,
    programmeRule: null,
    lots: [{ lotId: nextId(), owner: 'store', quantityThousandths, unitCostRp: rupiah(1) }],
  };
}
