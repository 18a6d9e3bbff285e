import { createHash } from 'node:crypto';

/** Another number, another shop: same goods, other stock and costs. */
const SEED = 7;

/**
 * A number in [0, 1) that is always the same for the same product and purpose. It does not depend on
 * other products, so that adding one to the file changes no other.
 */
export function chance(purpose: string, product: string): number {
  const digest = createHash('sha256').update(`${SEED}/${purpose}/${product}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
