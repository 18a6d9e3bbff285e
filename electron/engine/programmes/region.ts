import { DomainError } from '../domain-error.ts';

/** Digits of a Kemendagri code: everywhere, a province, a kabupaten, a kecamatan, a desa. */
const LENGTHS: readonly number[] = [0, 2, 4, 6, 10];

/**
 * Refuses a region that no code of Kemendagri can be: one digit too few would mean another place.
 * @throws DomainError `rule.region`
 */
export function requireRegion(region: string): void {
  if (!LENGTHS.includes(region.length)) throw new DomainError('rule.region', { region });
}
