import { rupiah, type Rupiah } from './money.ts';

/** Notes in circulation, largest first (Bank Indonesia, emission years 2016 and 2022). */
export const NOTES_RP = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const;
/** Coins in circulation, largest first. */
export const COINS_RP = [1_000, 500, 200, 100] as const;

export interface ChangePart {
  readonly valueRp: number;
  readonly count: number;
}

const CHANGE_VALUES = [...NOTES_RP, 500, 200, 100];

/**
 * The fewest notes and coins that make up an amount of change; whatever is below the smallest coin
 * is left out, since cash is already rounded to it.
 */
export function suggestChange(amount: Rupiah): ChangePart[] {
  const parts: ChangePart[] = [];
  let rest: number = amount;
  for (const valueRp of CHANGE_VALUES) {
    const count = Math.floor(rest / valueRp);
    if (count > 0) parts.push({ valueRp, count });
    rest -= count * valueRp;
  }
  return parts;
}

/** Total of a counted drawer in rupiah. */
export function countedTotal(counts: readonly { valueRp: number; count: number }[]): Rupiah {
  return rupiah(counts.reduce((sum, row) => sum + row.valueRp * row.count, 0));
}
