import { rupiah, type Rupiah } from './money.ts';

/**
 * QRIS payloads: EMVCo merchant-presented TLV as Bank Indonesia profiles it. The store has one
 * static payload from its acquirer; the till makes a dynamic one from it for an amount. There is no
 * callback: that a code was shown says nothing about having been paid.
 */

/** One field: two-digit id, value. */
interface QrisField {
  readonly id: string;
  readonly value: string;
}

/** Why a payload or an amount can't be used. */
export type QrisFault =
  /** No TLV: a length does not fit, or the text is not plain ASCII. */
  | 'not-tlv'
  | 'crc'
  | 'tag-missing'
  | 'tag-twice'
  | 'tag-value'
  /** A code of another country's scheme. */
  | 'not-qris'
  | 'not-rupiah'
  /** A dynamic code was made for one payment; new ones come from the static code only. */
  | 'not-static'
  | 'amount-zero'
  | 'amount-over-limit'
  | 'tip-unsupported';

/** A refused payload; `detail` names the tag. */
export class QrisError extends Error {
  override readonly name = 'QrisError';
  readonly fault: QrisFault;
  readonly detail: string;
  constructor(fault: QrisFault, detail = '') {
    super(`${fault} ${detail}`.trim());
    this.fault = fault;
    this.detail = detail;
  }
}

/** Highest amount of one QRIS payment, in rupiah (Bank Indonesia). */
export const QRIS_LIMIT: Rupiah = rupiah(10_000_000);

/** What a tag must look like; without those that are required no wallet can pay. */
const TAGS: readonly { readonly id: string; readonly form: RegExp; readonly required: boolean }[] = [
  { id: '00', form: /^01$/, required: true },
  { id: '01', form: /^1[12]$/, required: false },
  { id: '52', form: /^\d{4}$/, required: true },
  { id: '53', form: /^\d{3}$/, required: true },
  { id: '54', form: /^[\d.]{1,13}$/, required: false },
  { id: '58', form: /^[A-Z]{2}$/, required: true },
  { id: '59', form: /^.{1,25}$/, required: true },
  { id: '60', form: /^.{1,15}$/, required: true },
  { id: '63', form: /^[0-9A-Fa-f]{4}$/, required: true },
];
const CRC_TAG = '63';
const CRC_LENGTH = 4;

/** Name by which the national template says that it holds the NMID. */
const NATIONAL = 'ID.CO.QRIS.WWW';

/** What a merchant's payload says, for showing it to a person. */
export interface QrisMerchant {
  readonly name: string;
  readonly city: string;
  /** National Merchant ID, empty where the payload has none. */
  readonly nmid: string;
  /** Made for one payment, and no use for making others. */
  readonly dynamic: boolean;
  /** The amount of a dynamic payload, as it is written there; null for a static one. */
  readonly amount: string | null;
}

/**
 * CRC-16/CCITT-FALSE of ASCII text (polynomial 1021, start FFFF), as four upper-case hex digits.
 * "123456789" gives 29B1.
 */
export function crc16(text: string): string {
  let crc = 0xff_ff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x80_00) === 0 ? (crc << 1) & 0xff_ff : ((crc << 1) ^ 0x10_21) & 0xff_ff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Splits TLV text into its fields, each of which may be there once. */
function readFields(text: string): QrisField[] {
  const fields: QrisField[] = [];
  let at = 0;
  while (at < text.length) {
    const head = text.slice(at, at + 4);
    const length = /^\d{4}$/.test(head) ? Number(head.slice(2)) : 0;
    const value = text.slice(at + 4, at + 4 + length);
    const id = head.slice(0, 2);
    if (length === 0 || value.length !== length) throw new QrisError('not-tlv', head);
    if (fields.some((field) => field.id === id)) throw new QrisError('tag-twice', id);
    fields.push({ id, value });
    at += 4 + length;
  }
  return fields;
}

function writeFields(fields: readonly QrisField[]): string {
  return fields.map(({ id, value }) => id + String(value.length).padStart(2, '0') + value).join('');
}

function valueOf(fields: readonly QrisField[], id: string): string | undefined {
  return fields.find((field) => field.id === id)?.value;
}

/**
 * Reads a payload and refuses whatever a wallet would stumble over.
 * @throws QrisError naming the fault and the tag
 */
export function readMerchant(payload: string): QrisMerchant {
  const fields = checkedFields(payload.trim());
  return {
    name: valueOf(fields, '59') ?? '',
    city: valueOf(fields, '60') ?? '',
    nmid: nmidOf(fields),
    dynamic: isDynamic(fields),
    amount: valueOf(fields, '54') ?? null,
  };
}

/** Templates of merchant accounts: 26 to 45 of acquirers, 51 of the national switch. */
function isAccount({ id }: QrisField): boolean {
  return (id >= '26' && id <= '45') || id === '51';
}

function nmidOf(fields: readonly QrisField[]): string {
  for (const { value } of fields.filter(isAccount)) {
    const template = readFields(value);
    if (valueOf(template, '00')?.toUpperCase() === NATIONAL) return valueOf(template, '02') ?? '';
  }
  return '';
}

/** A payload with an amount is meant for one payment, whatever its tag 01 says. */
function isDynamic(fields: readonly QrisField[]): boolean {
  return valueOf(fields, '01') === '12' || valueOf(fields, '54') !== undefined;
}

function checkedFields(payload: string): QrisField[] {
  if (!/^[ -~]*$/.test(payload)) throw new QrisError('not-tlv', 'ASCII');
  const fields = readFields(payload);
  for (const { id, form, required } of TAGS) {
    const value = valueOf(fields, id);
    if (value === undefined && required) throw new QrisError('tag-missing', id);
    if (value !== undefined && !form.test(value)) throw new QrisError('tag-value', id);
  }
  if (fields[0]?.id !== '00' || fields.at(-1)?.id !== CRC_TAG) throw new QrisError('not-tlv', '00-63');
  const signed = payload.slice(0, -CRC_LENGTH);
  if (payload.slice(-CRC_LENGTH).toUpperCase() !== crc16(signed)) throw new QrisError('crc', CRC_TAG);
  const accounts = fields.filter(isAccount);
  if (accounts.length === 0) throw new QrisError('tag-missing', '26');
  // A template that can't be read would fail in the wallet, in front of the buyer.
  for (const { value } of accounts) readFields(value);
  if (valueOf(fields, '58') !== 'ID') throw new QrisError('not-qris', '58');
  if (valueOf(fields, '53') !== '360') throw new QrisError('not-rupiah', '53');
  return fields;
}

/**
 * The payload a buyer scans for one amount: point of initiation 12, tag 54 with a bare integer, and
 * a new CRC. Everything else stays as the acquirer issued it, in its order.
 * @param staticPayload as the acquirer issued it
 * @throws QrisError where the payload or the amount can't be used
 */
export function dynamicPayload(staticPayload: string, amount: Rupiah): string {
  const fields = checkedFields(staticPayload.trim());
  if (isDynamic(fields)) throw new QrisError('not-static', '01');
  // Tags 55 to 57 ask the buyer for a tip or fee on top: the sum paid would not be the sum owed.
  const tip = fields.find(({ id }) => id >= '55' && id <= '57');
  if (tip !== undefined) throw new QrisError('tip-unsupported', tip.id);
  if (amount <= 0) throw new QrisError('amount-zero', '54');
  if (amount > QRIS_LIMIT) throw new QrisError('amount-over-limit', '54');
  const unsigned = fields.flatMap((field) => {
    if (field.id === '01' || field.id === CRC_TAG) return [];
    if (field.id === '00') return [field, { id: '01', value: '12' }];
    return field.id === '53' ? [field, { id: '54', value: String(amount) }] : [field];
  });
  const signed = `${writeFields(unsigned)}${CRC_TAG}0${CRC_LENGTH}`;
  return signed + crc16(signed);
}
