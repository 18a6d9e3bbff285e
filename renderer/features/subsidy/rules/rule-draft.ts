import type { RuleDraft as RuleInput } from '../../../../shared/contract/programmes.ts';
import type { ConsumerCategory, ProgrammeRule } from '../../../../shared/domain/programmes/rules.ts';
import { MAX_RUPIAH } from '../../../../shared/domain/money.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { dateTyped, readDate } from '../../../ui/dates.ts';
import type { FieldErrors } from '../../../ui/field-checks.ts';
import { parseQuantity } from '../../../ui/figures.ts';

const words = id.subsidyOffice.rules.errors;

type RuleKind = ProgrammeRule['kind'];
type PriceKind = Extract<ProgrammeRule, { kind: 'price' }>['priceKind'];
type Access = Extract<ProgrammeRule, { kind: 'access' }>;
type Quota = Extract<ProgrammeRule, { kind: 'quota' }>;

/** A rule while it is being filled in: dates and figures as typed. */
export interface RuleDraft {
  readonly ruleId: string | null;
  readonly programme: string;
  readonly kind: RuleKind;
  readonly decree: string;
  readonly region: string;
  readonly zone: string;
  readonly sellerTier: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly priceKind: PriceKind;
  readonly amountRp: number | null;
  readonly identity: Access['identity'];
  readonly categories: readonly ConsumerCategory[];
  readonly proxyAllowed: boolean;
  readonly resaleForbidden: boolean;
  readonly mixingForbidden: boolean;
  readonly system: NonNullable<Access['system']> | 'none';
  readonly purpose: string;
  readonly retentionDays: string;
  /** Of a quota; `anyone` counts within one sale. */
  readonly subject: Quota['subject'];
  readonly window: Exclude<Quota['window'], 'sale'>;
  readonly category: ConsumerCategory | 'all';
  /** Empty for what the buyer was allotted. */
  readonly limit: string;
  readonly effect: Quota['effect'];
  /** False for a rule that was a mistake. */
  readonly active: boolean;
}

const EMPTY = {
  decree: '',
  region: '',
  zone: '',
  sellerTier: '',
  validFrom: '',
  validTo: '',
  priceKind: 'het',
  amountRp: null,
  identity: 'nik',
  categories: [],
  proxyAllowed: false,
  resaleForbidden: true,
  mixingForbidden: false,
  system: 'none',
  purpose: '',
  retentionDays: '365',
  subject: 'nik',
  window: 'month',
  category: 'all',
  limit: '',
  effect: 'block',
  active: true,
} as const;

/** A rule that does not exist yet. */
export function newRule(programme: string, kind: RuleKind): RuleDraft {
  return { ...EMPTY, ruleId: null, programme, kind };
}

/**
 * A rule that exists, ready to be mended; or, for a new decree, one like it that begins later.
 * @param as `next` leaves decree and dates to be filled in and does not touch the old rule
 */
export function ruleDraftOf(rule: ProgrammeRule, as: 'same' | 'next'): RuleDraft {
  const head = {
    ...newRule(rule.programme, rule.kind),
    region: rule.region,
    zone: rule.zone === null ? '' : String(rule.zone),
    sellerTier: rule.sellerTier,
    ...(as === 'same' && {
      ruleId: rule.ruleId,
      decree: rule.decree,
      validFrom: dateTyped(rule.validFrom),
      validTo: dateTyped(rule.validTo),
      active: rule.active,
    }),
  };
  switch (rule.kind) {
    case 'price':
      return { ...head, priceKind: rule.priceKind, amountRp: rule.amountRp };
    case 'access':
      return {
        ...head,
        identity: rule.identity,
        categories: rule.categories,
        proxyAllowed: rule.proxyAllowed,
        resaleForbidden: rule.resaleForbidden,
        mixingForbidden: rule.mixingForbidden,
        system: rule.system ?? 'none',
        purpose: rule.purpose,
        retentionDays: String(rule.retentionDays),
      };
    case 'quota':
      return {
        ...head,
        subject: rule.subject,
        window: rule.window === 'sale' ? EMPTY.window : rule.window,
        category: rule.category ?? 'all',
        limit:
          rule.limitThousandths === null ? '' : formatQuantity(rule.limitThousandths).replaceAll('.', ''),
        effect: rule.effect,
      };
  }
}

/** What is wrong with each field. */
export function checkRule(draft: RuleDraft): FieldErrors<keyof RuleDraft> {
  const from = readDate(draft.validFrom);
  const to = readDate(draft.validTo);
  const decree = draft.decree.trim();
  return {
    decree: decree === '' ? words.decree : tooLong(decree, 160),
    region: /^\d{0,10}$/.test(draft.region.trim()) ? undefined : words.region,
    zone: /^[1-9]?$/.test(draft.zone.trim()) ? undefined : words.zone,
    sellerTier: tooLong(draft.sellerTier, 30),
    validFrom: fromError(from),
    validTo: toError(from, to),
    ...(draft.kind === 'price' && { amountRp: priceError(draft.amountRp) }),
    ...(draft.kind === 'access' && accessErrors(draft)),
    ...(draft.kind === 'quota' && { limit: limitError(draft) }),
  };
}

function tooLong(text: string, maximum: number): string | undefined {
  return text.trim().length > maximum ? id.fields.tooLong(maximum) : undefined;
}

function fromError(from: string | null | undefined): string | undefined {
  if (from === undefined) return id.fields.date;
  return from === null ? words.from : undefined;
}

function toError(from: string | null | undefined, to: string | null | undefined): string | undefined {
  if (to === undefined) return id.fields.date;
  return typeof from === 'string' && to !== null && to < from ? id.fields.span.order : undefined;
}

function priceError(amountRp: number | null): string | undefined {
  if (amountRp === null || amountRp === 0) return words.amount;
  return amountRp <= MAX_RUPIAH ? undefined : id.fields.amount;
}

function accessErrors(draft: RuleDraft): FieldErrors<'purpose' | 'retentionDays'> {
  const days = Number(draft.retentionDays);
  const asked = draft.identity !== 'none';
  return {
    purpose: asked && draft.purpose.trim() === '' ? words.purpose : tooLong(draft.purpose, 160),
    retentionDays: Number.isInteger(days) && days >= 1 && days <= 3650 ? undefined : words.retention,
  };
}

function limitError(draft: RuleDraft): string | undefined {
  // What somebody was allotted is known only of somebody.
  if (draft.limit.trim() === '') return draft.subject === 'anyone' ? words.limitMissing : undefined;
  return parseQuantity(draft.limit) === null ? words.limit : undefined;
}

/** The command's input of a draft in which nothing is wrong. */
export function toRule(draft: RuleDraft): RuleInput {
  const head = {
    ruleId: draft.ruleId,
    programme: draft.programme,
    region: draft.region.trim(),
    zone: draft.zone.trim() === '' ? null : Number(draft.zone),
    sellerTier: draft.sellerTier.trim(),
    validFrom: readDate(draft.validFrom) ?? '',
    validTo: readDate(draft.validTo) ?? null,
    decree: draft.decree.trim(),
    active: draft.active,
  };
  switch (draft.kind) {
    case 'price':
      return { ...head, kind: 'price', priceKind: draft.priceKind, amountRp: draft.amountRp ?? 0 };
    case 'access':
      return {
        ...head,
        kind: 'access',
        identity: draft.identity,
        categories: [...draft.categories],
        proxyAllowed: draft.proxyAllowed,
        resaleForbidden: draft.resaleForbidden,
        mixingForbidden: draft.mixingForbidden,
        system: draft.system === 'none' ? null : draft.system,
        purpose: draft.purpose.trim(),
        retentionDays: Number(draft.retentionDays),
      };
    case 'quota':
      return {
        ...head,
        kind: 'quota',
        subject: draft.subject,
        category: draft.category === 'all' ? null : draft.category,
        // A limit that needs no identity can only be counted within one sale.
        window: draft.subject === 'anyone' ? 'sale' : draft.window,
        limitThousandths: parseQuantity(draft.limit),
        effect: draft.effect,
      };
  }
}
