import { toBase64 } from './base64.ts';

/**
 * The Content-Digest field of a body (RFC 9530). Both sides write it in this one form, so that a
 * receiver compares text instead of parsing a list of algorithms.
 * @param sha256 digest of the body as it travels, that is, after compression
 */
export function contentDigest(sha256: Uint8Array): string {
  return `sha-256=:${toBase64(sha256)}:`;
}
