import { fromHex } from '../../shared/journal/chain.ts';
import { contentDigest } from '../../shared/upload/content-digest.ts';
import {
  BARE_COMPONENTS,
  BODY_COMPONENTS,
  covers,
  parseSignature,
  signatureBase,
  SignatureError,
  type ParsedSignature,
  type SignableRequest,
} from '../../shared/upload/message-signature.ts';
import { SIGNATURE_TOLERANCE_S } from '../../shared/upload/protocol.ts';
import type { District } from '../district.ts';
import { RefusalError } from '../refusal.ts';
import { spendNonce } from '../store/nonce-store.ts';

/** A request as it came in. */
export interface IncomingRequest extends SignableRequest {
  /** Undefined where a request of this kind has none. */
  readonly body: Uint8Array | undefined;
}

/**
 * Makes sure that a request was signed by this key and reached us unchanged. Nothing of the body is
 * read before: inflating and parsing are for known tills only.
 * @param keyId the till whose key it must be
 * @param publicKey Ed25519, raw, as hex
 * @throws RefusalError `signature.missing` or `signature.invalid`
 */
export function verifySignature(
  district: Pick<District, 'crypto'>,
  request: IncomingRequest,
  keyId: string,
  publicKey: string,
): ParsedSignature {
  try {
    const signature = parseSignature(request.field('signature-input'), request.field('signature'));
    requireCovered(signature, request);
    if (signature.keyid !== keyId) throw invalid('names another till’s key');
    if (!bodyIsAnnounced(district, request)) throw invalid('the body is not the one announced');
    const base = signatureBase(request, signature.components, signature.paramsText);
    if (!district.crypto.verifyEd25519(fromHex(publicKey), base, signature.bytes)) {
      throw invalid('was not made by this till’s key');
    }
    return signature;
  } catch (error) {
    if (error instanceof SignatureError) throw new RefusalError('signature.missing', error.message);
    throw error;
  }
}

function requireCovered(signature: ParsedSignature, request: IncomingRequest): void {
  const required = request.body === undefined ? BARE_COMPONENTS : BODY_COMPONENTS;
  if (!covers(signature, required)) throw invalid(`must cover ${required.join(' ')}`);
}

function bodyIsAnnounced({ crypto }: Pick<District, 'crypto'>, { body, field }: IncomingRequest): boolean {
  return body === undefined || field('content-digest') === contentDigest(crypto.sha256(body));
}

function invalid(detail: string): RefusalError {
  return new RefusalError('signature.invalid', detail);
}

/**
 * Makes sure that a request was signed just now.
 * @throws RefusalError `signature.stale`, with the district's time so that a till whose clock is
 *   wrong can sign by ours
 */
export function requireRecent({ clock }: Pick<District, 'clock'>, { created }: ParsedSignature): void {
  const now = clock.now();
  if (Math.abs(Math.floor(now / 1000) - created) > SIGNATURE_TOLERANCE_S) {
    throw new RefusalError('signature.stale', `signed at ${created}`, { serverTime: now });
  }
}

/**
 * Makes sure that a recent request comes for the first time.
 * @throws RefusalError `signature.replayed`
 */
export async function requireFirstTime(
  { db, clock }: Pick<District, 'db' | 'clock'>,
  tillId: string,
  { nonce, created }: ParsedSignature,
): Promise<void> {
  const oldest = Math.floor(clock.now() / 1000) - SIGNATURE_TOLERANCE_S;
  if (!(await spendNonce(db, tillId, nonce, created, oldest))) {
    throw new RefusalError('signature.replayed', 'this request came before');
  }
}
