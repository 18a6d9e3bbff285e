import type { z } from 'zod';
import type { contract } from '../../../shared/contract/index.ts';
import { isPattern } from '../../../shared/domain/in-store-code.ts';
import { MAX_RUPIAH, rupiah } from '../../../shared/domain/money.ts';
import {
  approvedActionSchema,
  CASH_STEPS,
  MAX_PAYMENT_NOTE,
  type ApprovalRule,
  type ApprovedAction,
  type TillPolicy,
} from '../../../shared/domain/policy.ts';
import { dynamicPayload, QrisError, readMerchant, type QrisMerchant } from '../../../shared/domain/qris.ts';
import { qrisFault } from '../../../shared/i18n/id/policy.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { FieldErrors } from '../../ui/field-checks.ts';

const words = id.settings.policy.errors;

/** The most patterns the contract takes. */
const MOST_PATTERNS = 10;

/** The till's policy while it is being changed: figures as typed. */
export interface PolicyDraft {
  readonly cashStep: string;
  readonly qris: string;
  readonly patterns: string;
  readonly kasbonDays: string;
  readonly invoiceDays: string;
  readonly returnDays: string;
  readonly paymentNote: string;
  readonly kasbonLimitRp: number | null;
  readonly qrisReferenceRp: number | null;
  readonly approvals: Readonly<Record<ApprovedAction, ApprovalDraft>>;
}

/** Whose word an action needs, while it is being changed. */
export interface ApprovalDraft {
  readonly role: ApprovalRule['role'];
  readonly aboveRp: number | null;
}

/** The policy as it stands, ready to be changed. */
export function policyDraftOf(policy: TillPolicy): PolicyDraft {
  return {
    cashStep: String(policy.cashStepRp),
    qris: policy.qrisPayload ?? '',
    patterns: policy.inStorePatterns.join(', '),
    kasbonDays: String(policy.kasbonDays),
    invoiceDays: String(policy.invoiceDays),
    returnDays: String(policy.returnDays),
    paymentNote: policy.paymentNote,
    kasbonLimitRp: policy.kasbonLimitDefaultRp,
    qrisReferenceRp: policy.qrisReferenceAboveRp,
    approvals: policy.approvals,
  };
}

function patternsIn(typed: string): string[] {
  return typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
}

/** Whose code was scanned or pasted, or why it can't be used; null while there is none. */
export type QrisReading =
  | { readonly ok: true; readonly merchant: QrisMerchant }
  | { readonly ok: false; readonly why: string };

/** Reads a merchant's payload as the till will use it: for making codes for an amount. */
export function readQris(typed: string): QrisReading | null {
  if (typed.trim() === '') return null;
  try {
    dynamicPayload(typed, rupiah(1));
    return { ok: true, merchant: readMerchant(typed) };
  } catch (error) {
    if (error instanceof QrisError) return { ok: false, why: qrisFault(error.fault) };
    throw error;
  }
}

/** What is wrong with each field. */
export function checkPolicy(draft: PolicyDraft): FieldErrors<keyof PolicyDraft> {
  const qris = readQris(draft.qris);
  const amounts = approvedActionSchema.options.map((action) => draft.approvals[action].aboveRp);
  return {
    qris: qris?.ok === false ? words.qris(qris.why) : undefined,
    patterns: patternsError(draft.patterns),
    kasbonDays: daysError(draft.kasbonDays),
    invoiceDays: daysError(draft.invoiceDays),
    returnDays: daysError(draft.returnDays),
    paymentNote:
      draft.paymentNote.trim().length > MAX_PAYMENT_NOTE ? words.paymentNote(MAX_PAYMENT_NOTE) : undefined,
    kasbonLimitRp: amountError(draft.kasbonLimitRp),
    qrisReferenceRp: amountError(draft.qrisReferenceRp),
    approvals: amounts.map(amountError).find((error) => error !== undefined),
  };
}

function patternsError(typed: string): string | undefined {
  const patterns = patternsIn(typed);
  const wrong = patterns.find((pattern) => !isPattern(pattern));
  if (wrong !== undefined) return words.pattern(wrong);
  return patterns.length > MOST_PATTERNS ? words.patterns : undefined;
}

function daysError(typed: string): string | undefined {
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 365 ? undefined : words.days;
}

function amountError(amount: number | null): string | undefined {
  if (amount === null) return id.fields.missing;
  return amount <= MAX_RUPIAH ? undefined : id.fields.amount;
}

/** The command's input of a draft in which nothing is wrong. */
export function toPolicy(draft: PolicyDraft): z.input<typeof contract.policy.save.input> {
  const ruleOf = (action: ApprovedAction) => ({
    role: draft.approvals[action].role,
    aboveRp: draft.approvals[action].aboveRp ?? 0,
  });
  return {
    cashStepRp: CASH_STEPS.find((step) => String(step) === draft.cashStep) ?? 100,
    qrisPayload: draft.qris.trim() === '' ? null : draft.qris.trim(),
    inStorePatterns: patternsIn(draft.patterns),
    kasbonDays: Number(draft.kasbonDays),
    invoiceDays: Number(draft.invoiceDays),
    returnDays: Number(draft.returnDays),
    paymentNote: draft.paymentNote.trim(),
    kasbonLimitDefaultRp: draft.kasbonLimitRp ?? 0,
    qrisReferenceAboveRp: draft.qrisReferenceRp ?? 0,
    approvals: {
      'line-price': ruleOf('line-price'),
      'line-discount': ruleOf('line-discount'),
      tier: ruleOf('tier'),
      return: ruleOf('return'),
      credit: ruleOf('credit'),
    },
  };
}
