import type { z } from 'zod';
import type { contract } from '../../../shared/contract/index.ts';
import { storeProfileSchema, type StoreProfile } from '../../../shared/contract/setup.ts';
import { TIME_ZONES, type TimeZone } from '../../../shared/domain/business-date.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import { id } from '../../../shared/i18n/id.ts';
import { pinErrors, textError, type FieldErrors } from '../../ui/field-checks.ts';

/** What the wizard holds while it is being filled in: text as typed, choices as chosen. */
export interface SetupDraft {
  readonly koperasi: string;
  readonly gerai: string;
  readonly address: string;
  readonly kabupaten: string;
  readonly priceZone: '1' | '2' | '3' | null;
  readonly timeZone: TimeZone | null;
  /** `null` until someone types one: the name of the gerai proposes it. */
  readonly storeCode: string | null;
  readonly tillNumber: string;
  readonly pkp: 'no' | 'yes';
  readonly columns: '32' | '48' | null;
  readonly ownerName: string;
  readonly pin: string;
  readonly pinAgain: string;
}

export type SetupErrors = FieldErrors<keyof SetupDraft>;

/** The steps of the wizard, in order. */
export const SETUP_STEPS = ['shop', 'place', 'till', 'owner'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** The wizard before anything is typed. Nearly every gerai is its only till and no PKP. */
export const EMPTY_DRAFT: SetupDraft = {
  koperasi: '',
  gerai: '',
  address: '',
  kabupaten: '',
  priceZone: null,
  timeZone: zoneOfThisComputer(),
  storeCode: null,
  tillNumber: '1',
  pkp: 'no',
  columns: null,
  ownerName: '',
  pin: '',
  pinAgain: '',
};

/** The computer's own zone is only a proposal, shown to be confirmed. */
function zoneOfThisComputer(): TimeZone | null {
  const offset = -new Date().getTimezoneOffset();
  const zones: readonly TimeZone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
  return zones.find((zone) => TIME_ZONES[zone].offsetMinutes === offset) ?? null;
}

/** A short code from the last word of the gerai's name, until the district gives one. */
export function proposedCode(gerai: string): string {
  const words = gerai
    .normalize('NFD')
    .toUpperCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^A-Z0-9]/g, ''));
  return (words.findLast((word) => word.length >= 2) ?? '').slice(0, 8);
}

/** The code as it will be taken over. */
export function codeOf(draft: SetupDraft): string {
  return draft.storeCode ?? proposedCode(draft.gerai);
}

const store = storeProfileSchema.shape;

const CHECKS: Readonly<Record<SetupStep, (draft: SetupDraft) => SetupErrors>> = {
  shop: (draft) => ({
    koperasi: textError(store.koperasi, draft.koperasi),
    gerai: textError(store.gerai, draft.gerai),
    address: textError(store.address, draft.address),
  }),
  place: (draft) => ({
    kabupaten: textError(store.kabupaten, draft.kabupaten),
    priceZone: chosen(draft.priceZone),
    timeZone: chosen(draft.timeZone),
  }),
  till: (draft) => ({
    storeCode: store.storeCode.safeParse(codeOf(draft)).success ? undefined : id.setup.errors.storeCode,
    tillNumber: store.tillNumber.safeParse(Number(draft.tillNumber)).success
      ? undefined
      : id.setup.errors.tillNumber,
    columns: chosen(draft.columns),
  }),
  owner: (draft) => ({
    ownerName: textError(nameSchema(60), draft.ownerName),
    ...pinErrors(draft.pin, draft.pinAgain),
  }),
};

function chosen(value: string | null): string | undefined {
  return value === null ? id.fields.choose : undefined;
}

/** What is wrong with one step, beside each field. */
export function checkStep(step: SetupStep, draft: SetupDraft): SetupErrors {
  return CHECKS[step](draft);
}

/** The command's input; `null` where a step is not right yet. */
export function toSetup(draft: SetupDraft): z.input<typeof contract.setup.create.input> | null {
  const { priceZone, timeZone, columns } = draft;
  if (priceZone === null || timeZone === null || columns === null) return null;
  const profile: StoreProfile = {
    koperasi: draft.koperasi.trim(),
    gerai: draft.gerai.trim(),
    storeCode: codeOf(draft),
    tillNumber: Number(draft.tillNumber),
    address: draft.address.trim(),
    kabupaten: draft.kabupaten.trim(),
    priceZone: Number(priceZone),
    timeZone,
    pkp: draft.pkp === 'yes',
    receiptColumns: columns === '32' ? 32 : 48,
  };
  return { store: profile, owner: { name: draft.ownerName.trim(), pin: draft.pin } };
}
