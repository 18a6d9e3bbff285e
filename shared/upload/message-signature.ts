import { fromBase64, toBase64 } from './base64.ts';

/**
 * HTTP message signatures (RFC 9421), as far as till and district need them: one signature a
 * message, Ed25519, plain fields and three derived components.
 */

/** What must be signed of a request with a body, and of one without. */
export const BODY_COMPONENTS = [
  '@method',
  '@authority',
  '@path',
  'content-digest',
  'content-encoding',
] as const;
export const BARE_COMPONENTS = ['@method', '@authority', '@path'] as const;

/** Name of our signature within the two header fields. */
export const SIGNATURE_LABEL = 'gerai';

/** A request as its signature sees it. */
export interface SignableRequest {
  readonly method: string;
  /** Host, and port where it is not the scheme's own, in lower case. */
  readonly authority: string;
  readonly path: string;
  /** Value of a header field by its lower-case name. */
  readonly field: (name: string) => string | undefined;
}

/** When, once and by whom a request was signed. */
export interface SignatureParams {
  /** Seconds since 1970. */
  readonly created: number;
  /** Different for every request, so that none counts twice. */
  readonly nonce: string;
  readonly keyid: string;
}

/** What the two signature fields of a request say. */
export interface ParsedSignature extends SignatureParams {
  readonly components: readonly string[];
  /** The value of `@signature-params`, exactly as it was sent. */
  readonly paramsText: string;
  readonly bytes: Uint8Array;
}

/** Why a request counts as unsigned. */
export class SignatureError extends Error {
  override readonly name = 'SignatureError';
}

/** The `@signature-params` value for our own requests. */
export function signatureParamsText(components: readonly string[], params: SignatureParams): string {
  const names = components.map((name) => `"${name}"`).join(' ');
  return `(${names});created=${params.created};nonce="${params.nonce}";keyid="${params.keyid}";alg="ed25519"`;
}

/**
 * The text that is signed (RFC 9421, 2.5): a line for each component, then the parameters.
 * @throws SignatureError where a component is not there to be signed
 */
export function signatureBase(
  request: SignableRequest,
  components: readonly string[],
  paramsText: string,
): Uint8Array {
  const lines = components.map((name) => `"${name}": ${componentValue(request, name)}`);
  return new TextEncoder().encode([...lines, `"@signature-params": ${paramsText}`].join('\n'));
}

function componentValue(request: SignableRequest, name: string): string {
  if (name === '@method') return request.method;
  if (name === '@authority') return request.authority;
  if (name === '@path') return request.path;
  const value = name.startsWith('@') ? undefined : request.field(name);
  if (value === undefined) throw new SignatureError(`component ${name} is missing`);
  return value.trim();
}

/** The two header fields of a signed request. */
export function signatureFields(
  paramsText: string,
  signature: Uint8Array,
): { 'signature-input': string; signature: string } {
  return {
    'signature-input': `${SIGNATURE_LABEL}=${paramsText}`,
    signature: `${SIGNATURE_LABEL}=:${toBase64(signature)}:`,
  };
}

const INPUT =
  /^gerai=(\(((?:"[@a-z-]+"(?: "[@a-z-]+")*)?)\)((?:;[a-z]+=(?:\d{1,15}|"[\x20\x21\x23-\x5b\x5d-\x7e]*"))*))$/;
const PARAMETER = /;([a-z]+)=(?:(\d+)|"([^"]*)")/g;

/**
 * Reads Signature-Input and Signature. Only the form that a till writes is taken; anything else is
 * refused rather than interpreted, because two readings of one header are how signatures get forged.
 * @throws SignatureError saying what is missing or malformed
 */
export function parseSignature(input: string | undefined, signature: string | undefined): ParsedSignature {
  if (input === undefined || signature === undefined) throw new SignatureError('no signature');
  const match = INPUT.exec(input);
  const bytes = fromBase64(/^gerai=:([A-Za-z0-9+/=]+):$/.exec(signature)?.[1] ?? '');
  if (match === null || bytes?.length !== 64) throw new SignatureError('malformed signature fields');
  const [, paramsText = '', names = '', parameters = ''] = match;
  const { created, nonce, keyid, alg } = readParameters(parameters);
  if (typeof created !== 'number' || typeof nonce !== 'string' || typeof keyid !== 'string') {
    throw new SignatureError('created, nonce or keyid is missing');
  }
  if (alg !== 'ed25519') throw new SignatureError('not an ed25519 signature');
  const components = names === '' ? [] : names.slice(1, -1).split('" "');
  return { components, paramsText, created, nonce, keyid, bytes };
}

function readParameters(text: string): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const [, name = '', digits, quoted] of text.matchAll(PARAMETER)) {
    if (Object.hasOwn(found, name)) throw new SignatureError(`parameter ${name} stands twice`);
    found[name] = digits === undefined ? (quoted ?? '') : Number(digits);
  }
  return found;
}

/** Whether a signature covers exactly the components that a request of this kind must have signed. */
export function covers(signature: ParsedSignature, required: readonly string[]): boolean {
  const signed = signature.components;
  return signed.length === required.length && required.every((name, index) => signed[index] === name);
}
