import { createHash, timingSafeEqual } from 'node:crypto';
import { RefusalError } from '../refusal.ts';

/**
 * Lets the district office in: `Bearer TOKEN` from programs, or a browser's own password prompt
 * (Basic) with the token as the password and any name.
 * @throws RefusalError `admin.required`
 */
export function requireAdmin(authorization: string | undefined, token: string): void {
  const given = givenToken(authorization);
  if (given === undefined || !sameText(given, token)) {
    throw new RefusalError('admin.required', 'the district office’s token is needed');
  }
}

function givenToken(authorization: string | undefined): string | undefined {
  const [scheme, value = ''] = (authorization ?? '').split(' ', 2);
  if (scheme === 'Bearer') return value;
  if (scheme !== 'Basic') return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

/** Compares digests, so that neither length nor a common beginning shows in the time it takes. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
