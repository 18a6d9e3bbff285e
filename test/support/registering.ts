import type { InputOf } from '../../shared/contract/define.ts';
import type { subsidyContract } from '../../shared/contract/subsidy.ts';

/** People of the village: made up, in a district whose code nobody has. */
export const VILLAGERS = {
  /** Sumarni and Karjo are of one household, Paimin keeps a food stall. */
  Sumarni: { nik: '3507015504800021', kk: '3507011203100007', categories: ['rumah-tangga'] },
  Karjo: { nik: '3507010203780033', kk: '3507011203100007', categories: ['rumah-tangga'] },
  Paimin: { nik: '3507011708690007', kk: '3507012305120019', categories: ['usaha-mikro'] },
} as const;

/** What registering somebody of the village at the counter takes. */
export function registering(
  name: keyof typeof VILLAGERS,
  memberId: string | null = null,
): InputOf<typeof subsidyContract.register> {
  const { nik, kk, categories } = VILLAGERS[name];
  return {
    nik,
    kk,
    name,
    address: 'RT 03 RW 01 Sukamaju',
    categories: [...categories],
    memberId,
    programme: 'lpg-3kg',
    consent: true,
  };
}

/** Sixteen digits as they stand on a card and are read aloud. */
export function grouped(digits: string, between = ' '): string {
  return [digits.slice(0, 6), digits.slice(6, 12), digits.slice(12)].join(between);
}
