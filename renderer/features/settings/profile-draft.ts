import type { z } from 'zod';
import { changeableProfileSchema, type StoreProfile } from '../../../shared/contract/setup.ts';
import { textError, type FieldErrors } from '../../ui/field-checks.ts';

/** The store's profile while it is being changed: text as typed, choices as chosen. */
export interface ProfileDraft {
  readonly koperasi: string;
  readonly gerai: string;
  readonly address: string;
  readonly kabupaten: string;
  readonly priceZone: string;
  readonly columns: '32' | '48';
}

type Profile = z.output<typeof changeableProfileSchema>;

/** The profile as it stands, ready to be changed. */
export function draftOf(store: StoreProfile): ProfileDraft {
  const { koperasi, gerai, address, kabupaten, priceZone, receiptColumns } = store;
  return {
    koperasi,
    gerai,
    address,
    kabupaten,
    priceZone: String(priceZone),
    columns: receiptColumns === 32 ? '32' : '48',
  };
}

/** The command's input; whether it is right is for `checkProfile` to say. */
export function toProfile(draft: ProfileDraft): Profile {
  return {
    koperasi: draft.koperasi.trim(),
    gerai: draft.gerai.trim(),
    address: draft.address.trim(),
    kabupaten: draft.kabupaten.trim(),
    priceZone: Number(draft.priceZone),
    receiptColumns: draft.columns === '32' ? 32 : 48,
  };
}

/** Whether saving would change anything. */
export function isChanged(draft: ProfileDraft, store: StoreProfile): boolean {
  // Both are made by the same function, so their fields stand in the same order.
  return JSON.stringify(toProfile(draft)) !== JSON.stringify(toProfile(draftOf(store)));
}

const { shape } = changeableProfileSchema;

/** What is wrong with each field, by the contract's own schema. */
export function checkProfile(draft: ProfileDraft): FieldErrors<keyof ProfileDraft> {
  return {
    koperasi: textError(shape.koperasi, draft.koperasi),
    gerai: textError(shape.gerai, draft.gerai),
    address: textError(shape.address, draft.address),
    kabupaten: textError(shape.kabupaten, draft.kabupaten),
  };
}
