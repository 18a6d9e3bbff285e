import type { IdentityProblem } from '../../domain/nik.ts';
import type { ExternalSystem, PriceKind } from '../../domain/programmes/rules.ts';

/** What the other systems of record are called. */
export const systemNames: Readonly<Record<ExternalSystem, string>> = {
  map: 'MAP',
  'klik-sphp': 'Klik SPHP',
  'i-pubers': 'i-Pubers',
  simirah: 'SIMIRAH',
};

/** What a price of a programme is called, within a sentence. */
export const priceKindNames: Readonly<Record<PriceKind, string>> = {
  het: 'HET',
  hap: 'HAP',
  program: 'harga program',
};

/** The same where it stands alone or begins a line. */
export const priceKindTitles: Readonly<Record<PriceKind, string>> = {
  ...priceKindNames,
  program: 'Harga program',
};

/** What is wrong with an identity number, without saying the number. */
export function numberFaults(what: 'NIK' | 'Nomor KK'): Readonly<Record<IdentityProblem, string>> {
  return {
    'no-digits': `${what} hanya berisi angka.`,
    length: `${what} terdiri dari 16 angka.`,
    province: `Dua angka pertama ${what} bukan kode provinsi.`,
    // The date of a KK is never a fault.
    day: 'Tanggal lahir di NIK harus 01–31 atau 41–71.',
    month: 'Bulan lahir di NIK harus 01–12.',
  };
}

/** The same with where to look. */
export function numberProblems(
  what: 'NIK' | 'Nomor KK',
  card: 'KTP' | 'KK',
): Readonly<Record<IdentityProblem, string>> {
  const { 'no-digits': digits, length, province, day, month } = numberFaults(what);
  const look = (fault: string): string => `${fault} Periksa lagi di ${card}.`;
  return {
    'no-digits': look(digits),
    length: look(length),
    province: look(province),
    day: look(day),
    month: look(month),
  };
}
