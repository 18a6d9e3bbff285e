import { ChainError, checkNext, fromHex, zSigningBytes, type ChainCrypto, type ChainHead } from './chain.ts';
import type { JournalRecord, RecordOf } from './record.ts';
import { EMPTY_VERIFIER_STATE, type VerifierState } from './verifier-state.ts';
import { addToDayTotals, EMPTY_DAY_TOTALS } from '../domain/day-totals.ts';
import { rupiah } from '../domain/money.ts';
import { wrongDebtSum, wrongReturnSum, wrongSum } from '../domain/sale-sums.ts';
import { isSale, isZ, saleOf, zOf, type SaleRecord, type ZRecord } from '../domain/sale-view.ts';
import { canonicalText } from './canonical.ts';
import { afterProgrammeRecord } from './verify-programmes.ts';

/**
 * Walks a chain record by record and remembers what later records must agree with: the pinned key,
 * gapless receipt and Z numbers, running totals. Till, district and command line use this one class,
 * so none of them can be laxer than the others.
 */
export class ChainVerifier {
  readonly #crypto: ChainCrypto;
  #state: VerifierState;

  /** @param state where an earlier verifier of the same chain stopped; the beginning if left out */
  constructor(crypto: ChainCrypto, state: VerifierState = EMPTY_VERIFIER_STATE) {
    this.#crypto = crypto;
    this.#state = state;
  }

  /** Everything a later verifier needs to go on from here. */
  get state(): VerifierState {
    return this.#state;
  }

  /** Last record taken. */
  get head(): ChainHead {
    return this.#state.head;
  }

  /** Public key from the first record, raw 32 bytes; undefined while the chain is empty. */
  get publicKey(): Uint8Array | undefined {
    return this.#state.till === null ? undefined : fromHex(this.#state.till.publicKey);
  }

  /** Chain identity from the first record. */
  get tillId(): string | undefined {
    return this.#state.till?.tillId;
  }

  /**
   * Takes the next record.
   * @returns the record and its hash
   * @throws ChainError where it does not continue the chain or contradicts it; nothing is then taken.
   */
  take(bytes: Uint8Array): { record: JournalRecord; hash: string } {
    const checked = checkNext(this.#crypto, this.#state.head, bytes);
    const after = afterRecord(this.#crypto, this.#state, checked.record, checked.hash);
    this.#state = { ...after, head: { seq: checked.record.seq, hash: checked.hash } };
    return checked;
  }
}

/** The state once a record has been judged against it; the head is moved by the caller. */
function afterRecord(
  crypto: ChainCrypto,
  state: VerifierState,
  record: JournalRecord,
  hash: string,
): VerifierState {
  const dated = countInDay(state, record);
  const counted = { ...dated, programmes: afterProgrammeRecord(dated.programmes, record) };
  if (record.type === 'till-initialised/1') {
    if (record.seq !== 1) throw new ChainError(record.seq, 'begins a chain a second time');
    return { ...counted, till: { tillId: record.body.tillId, publicKey: record.body.publicKey } };
  }
  if (state.till === null) throw new ChainError(record.seq, 'comes before the till was initialised');
  if (isSale(record)) return afterSale(counted, record);
  if (isZ(record)) return afterZ(crypto, counted, record, hash, state.till.publicKey);
  switch (record.type) {
    case 'sale-returned/1':
      return afterReturn(counted, record);
    case 'debt-paid/1':
      return afterDebtPaid(counted, record);
    case 'line-voided/1':
    case 'line-voided/2':
      return afterVoid(counted, record);
    default:
      return counted;
  }
}

/**
 * Adds a record to the open day. One date has one day, and every record of it says so: whoever adds
 * up by date, as the district does, then arrives at the totals of the Z.
 */
function countInDay(state: VerifierState, record: JournalRecord): VerifierState {
  const day = record.type === 'day-opened/1' ? openedDay(state, record) : state.day;
  if (day === null) {
    if (record.businessDate === null) return state;
    throw new ChainError(record.seq, `belongs to ${record.businessDate}, which is not open`);
  }
  if (record.businessDate !== day.businessDate) {
    throw new ChainError(record.seq, `does not belong to the open day ${day.businessDate}`);
  }
  return { ...state, day: { ...day, totals: addToDayTotals(day.totals, record) } };
}

function openedDay(
  { day, lastZ }: VerifierState,
  { body, seq }: RecordOf<'day-opened/1'>,
): NonNullable<VerifierState['day']> {
  if (day !== null) throw new ChainError(seq, `opens a day while ${day.businessDate} is open`);
  if (lastZ !== null && body.businessDate <= lastZ.businessDate) {
    throw new ChainError(seq, `opens ${body.businessDate}, which is not after ${lastZ.businessDate}`);
  }
  return { businessDate: body.businessDate, firstSeq: seq, totals: EMPTY_DAY_TOTALS };
}

function afterSale(state: VerifierState, record: SaleRecord): VerifierState {
  const { perpetual, receipts } = state;
  const { seq } = record;
  const body = saleOf(record);
  const wrong = wrongSum(body);
  if (wrong !== undefined) throw new ChainError(seq, `receipt ${body.number}: ${wrong}`);
  if (body.number !== receipts + 1)
    throw new ChainError(seq, `receipt ${body.number} is not the next number`);
  if (body.perpetualGrossRp !== perpetual.grossRp + body.totalRp) {
    throw new ChainError(seq, 'perpetual gross does not follow from the sale before');
  }
  return {
    ...state,
    receipts: body.number,
    perpetual: {
      ...perpetual,
      grossRp: body.perpetualGrossRp,
      netRp: rupiah(perpetual.netRp + body.dueRp),
    },
  };
}

function afterReturn(state: VerifierState, { body, seq }: RecordOf<'sale-returned/1'>): VerifierState {
  const { perpetual, returns } = state;
  const wrong = wrongReturnSum(body);
  if (wrong !== undefined) throw new ChainError(seq, `return ${body.number}: ${wrong}`);
  if (body.number !== returns + 1) throw new ChainError(seq, `return ${body.number} is not the next number`);
  if (body.perpetualRefundRp !== perpetual.refundRp + body.totalRp) {
    throw new ChainError(seq, 'perpetual refunds do not follow from the return before');
  }
  return {
    ...state,
    returns: body.number,
    perpetual: {
      ...perpetual,
      refundRp: body.perpetualRefundRp,
      netRp: rupiah(perpetual.netRp - body.refundRp),
    },
  };
}

function afterDebtPaid(state: VerifierState, { body, seq }: RecordOf<'debt-paid/1'>): VerifierState {
  const wrong = wrongDebtSum(body);
  if (wrong !== undefined) throw new ChainError(seq, `debt payment ${body.number}: ${wrong}`);
  if (body.number !== state.debtPayments + 1) {
    throw new ChainError(seq, `debt payment ${body.number} is not the next number`);
  }
  return { ...state, debtPayments: body.number };
}

function afterVoid(
  state: VerifierState,
  { body }: RecordOf<'line-voided/1' | 'line-voided/2'>,
): VerifierState {
  const { perpetual } = state;
  return { ...state, perpetual: { ...perpetual, voidRp: rupiah(perpetual.voidRp + body.amountRp) } };
}

function afterZ(
  crypto: ChainCrypto,
  state: VerifierState,
  record: ZRecord,
  hash: string,
  publicKey: string,
): VerifierState {
  const { seq, body } = record;
  const fail = (reason: string): never => {
    throw new ChainError(seq, `Z ${body.number} ${reason}`);
  };
  const { head, lastZ, day } = state;
  if (day === null) return fail('closes a day that was not opened');
  if (body.number !== (lastZ?.number ?? 0) + 1) fail('is not the next number');
  if (body.previousZHash !== (lastZ?.hash ?? null)) fail('does not name the Z before');
  if (body.headHash !== head.hash || body.lastSeq !== head.seq) fail('names another head');
  if (body.firstSeq !== day.firstSeq) fail('names another first record');
  if (canonicalText(zOf(record).totals) !== canonicalText(day.totals))
    fail('totals differ from the day’s records');
  if (canonicalText(body.perpetual) !== canonicalText(state.perpetual))
    fail('perpetual totals do not follow');
  if (!crypto.verifyEd25519(fromHex(publicKey), zSigningBytes(body), fromHex(body.signature))) {
    fail('is not signed by this till');
  }
  return { ...state, lastZ: { number: body.number, hash, businessDate: day.businessDate }, day: null };
}
