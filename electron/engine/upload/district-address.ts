import { BlockList, isIP } from 'node:net';
import { DomainError } from '../domain-error.ts';

/** Networks where nobody but the shop itself listens: this PC, and addresses that aren't routed (RFC 1918, 4193). */
const NEAR = new BlockList();
NEAR.addSubnet('127.0.0.0', 8);
NEAR.addSubnet('10.0.0.0', 8);
NEAR.addSubnet('172.16.0.0', 12);
NEAR.addSubnet('192.168.0.0', 16);
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');

/**
 * The district's address as it is kept: without a slash at the end. Takings of a whole store travel
 * there, so it must be https; http only within the house, for trial.
 * @throws DomainError `district.insecure-address`
 */
export function districtAddress(text: string): string {
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isNear(url.hostname));
  // A password in an address would end up in the journal, and from there in every copy of it.
  if (!safe || url.username !== '' || url.password !== '') throw new DomainError('district.insecure-address');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function isNear(hostname: string): boolean {
  if (hostname === 'localhost') return true;
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  const version = isIP(address);
  return version !== 0 && NEAR.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
