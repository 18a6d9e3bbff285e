import type { Product } from '../../../shared/contract/catalog.ts';

/** The unit a line changes to next: from the smallest to the largest and round again; null for none. */
export function nextUnit(product: Pick<Product, 'unit' | 'packs'>, unit: string): string | null {
  const packs = product.packs.toSorted((a, b) => a.contentThousandths - b.contentThousandths);
  const units = [product.unit, ...packs.map((pack) => pack.unit)];
  const next = units[(units.indexOf(unit) + 1) % units.length];
  return next === undefined || next === unit ? null : next;
}
