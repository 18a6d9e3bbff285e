import type { VoidReason } from '../../journal/parts.ts';

/** Why a line or a ticket was given up, as the cashier chooses it and as the evening's report says it. */
export const voidReasons = {
  mistake: 'salah scan',
  'changed-mind': 'pembeli batal',
  price: 'harga tidak cocok',
  'no-money': 'uang kurang',
  less: 'jumlah dikurangi',
  other: 'lainnya',
} satisfies Readonly<Record<VoidReason, string>>;

/** The words of a reason as a record keeps it; undefined where it is none. */
export function voidReasonWords(reason: string): string | undefined {
  return new Map<string, string>(Object.entries(voidReasons)).get(reason);
}
