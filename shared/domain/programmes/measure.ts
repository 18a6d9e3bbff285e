import type { ProgrammeGoods } from './rules.ts';

/**
 * So many base units of a product, in thousandths, in units of its programme. A part of a thousandth is
 * rounded up: no quota is stretched by it.
 */
export function inProgrammeUnits(
  { measureThousandths }: Pick<ProgrammeGoods, 'measureThousandths'>,
  baseThousandths: number,
): number {
  return Number((BigInt(baseThousandths) * BigInt(measureThousandths) + 999n) / 1000n);
}
