import type { z } from 'zod';
import type { contract } from '../../../shared/contract/index.ts';
import {
  ADDRESS_LENGTH,
  MAX_CARDS,
  NAME_LENGTH,
  PHONE_LENGTH,
  type MemberDetail,
} from '../../../shared/contract/members.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { MAX_RUPIAH } from '../../../shared/domain/money.ts';
import type { Tier } from '../../../shared/domain/tier.ts';
import { id } from '../../../shared/i18n/id.ts';
import { textError, type FieldErrors } from '../../ui/field-checks.ts';

const words = id.members.editor;

/** A member while it is being edited. */
export interface MemberDraft {
  readonly memberId: string | null;
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly tier: Tier;
  readonly cardCodes: readonly string[];
  readonly creditLimitRp: number | null;
  readonly active: boolean;
  /** As typed: `21-7-2025`, or empty. */
  readonly joinedOn: string;
  readonly pokokRp: number | null;
  readonly wajibRp: number | null;
  readonly sukarelaRp: number | null;
}

export type MemberErrors = FieldErrors<keyof MemberDraft>;

/** A member who does not exist yet. */
export const NEW_MEMBER: MemberDraft = {
  memberId: null,
  number: '',
  name: '',
  phone: '',
  address: '',
  tier: 'anggota',
  cardCodes: [],
  creditLimitRp: null,
  active: true,
  joinedOn: '',
  pokokRp: null,
  wajibRp: null,
  sukarelaRp: null,
};

/** A member of the list, ready to be changed. */
export function draftOf(member: MemberDetail): MemberDraft {
  const { memberId, number, name, phone, address, tier, cardCodes, creditLimitRp, active, joinedOn } = member;
  return {
    memberId,
    number,
    name,
    phone,
    address,
    tier,
    cardCodes,
    creditLimitRp,
    active,
    joinedOn: joinedOn === null ? '' : typedDate(joinedOn),
    pokokRp: member.savings?.pokokRp ?? null,
    wajibRp: member.savings?.wajibRp ?? null,
    sukarelaRp: member.savings?.sukarelaRp ?? null,
  };
}

/** `2025-07-21` as people type it: `21-7-2025`. */
export function typedDate(date: BusinessDate | string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}-${month}-${year}`;
}

/**
 * A date as people type it, `21-7-2025`, `21/07/2025` or `21.7.2025`; `null` for an empty field and
 * `undefined` for what is no date.
 */
export function readDate(typed: string): BusinessDate | null | undefined {
  if (typed.trim() === '') return null;
  const parts = /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ](?<year>\d{4})$/.exec(typed.trim())?.groups;
  if (parts === undefined) return undefined;
  const [day, month] = [parts['day'], parts['month']].map((part) => (part ?? '').padStart(2, '0'));
  return businessDateSchema.safeParse(`${parts['year']}-${month}-${day}`).data;
}

const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}./ -]{0,19}$/u;

/** What is wrong with each field. */
export function checkMember(draft: MemberDraft): MemberErrors {
  const number = draft.number.trim();
  return {
    name: textError(nameSchema(NAME_LENGTH), draft.name),
    number: number === '' || NUMBER.test(number) ? undefined : words.errors.number,
    phone: tooLong(draft.phone, PHONE_LENGTH),
    address: tooLong(draft.address, ADDRESS_LENGTH),
    joinedOn: readDate(draft.joinedOn) === undefined ? words.errors.date : undefined,
    creditLimitRp: amountError(draft.creditLimitRp),
    pokokRp: amountError(draft.pokokRp),
    wajibRp: amountError(draft.wajibRp),
    sukarelaRp: amountError(draft.sukarelaRp),
  };
}

/** Why a card can't be added; `undefined` where it can. */
export function cardError(cards: readonly string[], code: string): string | undefined {
  if (cards.includes(code.trim())) return words.errors.cardTwice;
  if (code.trim().length > 64) return words.errors.cardLong;
  return cards.length >= MAX_CARDS ? words.errors.cardMany : undefined;
}

/** Text that may be missing, but not go on for ever. */
export function tooLong(text: string, maximum: number): string | undefined {
  return text.trim().length > maximum ? id.fields.tooLong(maximum) : undefined;
}

/** An amount that may be missing, but not be absurd. */
export function amountError(amount: number | null): string | undefined {
  return amount === null || amount <= MAX_RUPIAH ? undefined : id.fields.amount;
}

/**
 * The command's input.
 * @param newLimitRp what a new member may owe where nothing else is typed
 */
export function toSave(
  draft: MemberDraft,
  newLimitRp: number,
): z.input<typeof contract.members.saveMember.input> {
  const { memberId, tier, active } = draft;
  return {
    memberId,
    tier,
    active,
    number: draft.number.trim() === '' ? null : draft.number.trim(),
    name: draft.name.trim(),
    phone: draft.phone.trim(),
    address: draft.address.trim(),
    cardCodes: [...draft.cardCodes],
    creditLimitRp: draft.creditLimitRp ?? (memberId === null ? newLimitRp : 0),
    joinedOn: readDate(draft.joinedOn) ?? null,
  };
}

/** The balances to be typed anew, or `null` where nobody touched them. */
export function savingsToSet(
  draft: MemberDraft,
  before: MemberDetail | null,
): { readonly pokokRp: number; readonly wajibRp: number; readonly sukarelaRp: number } | null {
  const { pokokRp, wajibRp, sukarelaRp } = draft;
  const known = before?.savings ?? null;
  const same =
    pokokRp === (known?.pokokRp ?? null) &&
    wajibRp === (known?.wajibRp ?? null) &&
    sukarelaRp === (known?.sukarelaRp ?? null);
  if (same) return null;
  return { pokokRp: pokokRp ?? 0, wajibRp: wajibRp ?? 0, sukarelaRp: sukarelaRp ?? 0 };
}
