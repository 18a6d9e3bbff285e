import { ChainError, checkNext, EMPTY_HEAD, fromHex, zSigningBytes, type ChainCrypto, type ChainHead } from './chain.ts';
import type { JournalRecord, RecordOf } from './record.ts';
import { addToDayTotals, EMPTY_DAY_TOTALS } from '../domain/day-totals.ts';
import { canonicalText } from './canonical.ts';
import type { DayTotals } from './bodies.ts';

/**
 * Walks a chain record by record and remembers what later records must agree with: the pinned key,
 * gapless receipt and Z numbers, running totals. Till, district and command line use this one class,
 * so none of them can be laxer than the others.
 */
export class ChainVerifier {
  readonly #crypto: ChainCrypto;
  #head: ChainHead = EMPTY_HEAD;
  #publicKey: Uint8Array | undefined;
  #tillId: string | undefined;
  #receipts = 0;
  #perpetualGross = 0;
  #perpetualNet = 0;
  #perpetualVoid = 0;
  #lastZ: { number: number; hash: string } | undefined;
  #day: { firstSeq: number; totals: DayTotals } | undefined;

  constructor(crypto: ChainCrypto) {
    this.#crypto = crypto;
  }

  /** Last record taken. */
  get head(): ChainHead {
    return this.#head;
  }

  /** Public key from the first record, raw 32 bytes; undefined while the chain is empty. */
  get publicKey(): Uint8Array | undefined {
    return this.#publicKey;
  }

  /** Chain identity from the first record. */
  get tillId(): string | undefined {
    return this.#tillId;
  }

  /**
   * Takes the next record.
   * @returns the record and its hash
   * @throws ChainError where it does not continue the chain or contradicts it; the head stays put.
   */
  take(bytes: Uint8Array): { record: JournalRecord; hash: string } {
    const checked = checkNext(this.#crypto, this.#head, bytes);
    this.#checkAgainstPast(checked.record, checked.hash);
    this.#head = { seq: checked.record.seq, hash: checked.hash };
    return checked;
  }

  #checkAgainstPast(record: JournalRecord, hash: string): void {
    if (record.type === 'till-initialised/1') {
      if (record.seq !== 1) throw new ChainError(record.seq, 'begins a chain a second time');
      this.#publicKey = fromHex(record.body.publicKey);
      this.#tillId = record.body.tillId;
      return;
    }
    if (this.#publicKey === undefined) throw new ChainError(record.seq, 'comes before the till was initialised');
    if (record.type === 'day-opened/1') this.#day = { firstSeq: record.seq, totals: EMPTY_DAY_TOTALS };
    if (this.#day !== undefined) this.#day.totals = addToDayTotals(this.#day.totals, record);
    if (record.type === 'sale-completed/1') this.#takeSale(record);
    if (record.type === 'line-voided/1') this.#perpetualVoid += record.body.amountRp;
    if (record.type === 'day-closed/1') this.#takeZ(record, hash, this.#publicKey);
  }

  #takeSale(record: RecordOf<'sale-completed/1'>): void {
    const { body, seq } = record;
    if (body.number !== this.#receipts + 1) throw new ChainError(seq, `receipt ${body.number} is not the next number`);
    if (body.perpetualGrossRp !== this.#perpetualGross + body.totalRp) {
      throw new ChainError(seq, 'perpetual gross does not follow from the sale before');
    }
    this.#receipts = body.number;
    this.#perpetualGross = body.perpetualGrossRp;
    this.#perpetualNet += body.dueRp;
  }

  #takeZ(record: RecordOf<'day-closed/1'>, hash: string, publicKey: Uint8Array): void {
    const { body, seq } = record;
    const fail = (reason: string): never => {
      throw new ChainError(seq, `Z ${body.number} ${reason}`);
    };
    if (this.#day === undefined) return fail('closes a day that was not opened');
    if (body.number !== (this.#lastZ?.number ?? 0) + 1) fail('is not the next number');
    if (body.previousZHash !== (this.#lastZ?.hash ?? null)) fail('does not name the Z before');
    if (body.headHash !== this.#head.hash || body.lastSeq !== this.#head.seq) fail('names another head');
    if (body.firstSeq !== this.#day.firstSeq) fail('names another first record');
    if (canonicalText(body.totals) !== canonicalText(this.#day.totals)) fail('totals differ from the day’s records');
    const { perpetual } = body;
    if (
      perpetual.grossRp !== this.#perpetualGross ||
      perpetual.netRp !== this.#perpetualNet ||
      perpetual.voidRp !== this.#perpetualVoid
    ) {
      fail('perpetual totals do not follow');
    }
    if (!this.#crypto.verifyEd25519(publicKey, zSigningBytes(body), fromHex(body.signature))) {
      fail('is not signed by this till');
    }
    this.#lastZ = { number: body.number, hash };
    this.#day = undefined;
  }
}
