import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentDigest } from './content-digest.ts';
import {
  BODY_COMPONENTS,
  covers,
  parseSignature,
  signatureBase,
  SignatureError,
  signatureFields,
  signatureParamsText,
  type SignableRequest,
} from './message-signature.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** RFC 9421, B.1.4: the key `test-key-ed25519`. */
const RFC_PUBLIC_KEY = createPublicKey(
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n-----END PUBLIC KEY-----\n',
);
const RFC_PRIVATE_KEY = createPrivateKey(
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n',
);

/** RFC 9421, B.2: the request that all of its examples sign. */
const RFC_FIELDS: Readonly<Record<string, string>> = {
  date: 'Tue, 20 Apr 2021 02:07:55 GMT',
  'content-type': 'application/json',
  'content-length': '18',
};
const RFC_REQUEST: SignableRequest = {
  method: 'POST',
  authority: 'example.com',
  path: '/foo',
  field: (name) => RFC_FIELDS[name],
};

describe('the vectors of the standards', () => {
  it('arrives at the signature of RFC 9421, B.2.6', () => {
    const names = ['date', '@method', '@path', '@authority', 'content-type', 'content-length'];
    const params =
      '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
    const base = signatureBase(RFC_REQUEST, names, params);
    const expected =
      'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';
    expect(toBase64(sign(null, base, RFC_PRIVATE_KEY))).toBe(expected);
    expect(verify(null, base, RFC_PUBLIC_KEY, fromBase64(expected)!)).toBe(true);
  });

  it('arrives at the digest of RFC 9530, B.1', () => {
    const digest = createHash('sha256').update('{"hello": "world"}\n').digest();
    expect(contentDigest(digest)).toBe('sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:');
  });
});

const PARAMS = { created: 1_770_000_000, nonce: 'abc123', keyid: '0198-till' };

describe('reading a signature', () => {
  const text = signatureParamsText(BODY_COMPONENTS, PARAMS);
  const fields = signatureFields(text, new Uint8Array(64).fill(7));

  it('reads what it writes', () => {
    const read = parseSignature(fields['signature-input'], fields.signature);
    expect(read).toMatchObject({ ...PARAMS, components: [...BODY_COMPONENTS], paramsText: text });
    expect(read.bytes).toEqual(new Uint8Array(64).fill(7));
    expect(covers(read, BODY_COMPONENTS)).toBe(true);
  });

  it('notices a component left out, added or moved', () => {
    const signed = (names: string[]) =>
      parseSignature(`gerai=${signatureParamsText(names, PARAMS)}`, fields.signature);
    expect(covers(signed(['@method', '@path']), BODY_COMPONENTS)).toBe(false);
    expect(covers(signed([...BODY_COMPONENTS, 'date']), BODY_COMPONENTS)).toBe(false);
    expect(covers(signed([...BODY_COMPONENTS].toReversed()), BODY_COMPONENTS)).toBe(false);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['no fields', undefined, undefined],
    ['another label', fields['signature-input'].replace('gerai', 'lain'), fields.signature],
    ['two signatures', `${fields['signature-input']}, sig2=();created=1`, fields.signature],
    ['a parameter twice', `${fields['signature-input']};nonce="other"`, fields.signature],
    ['no nonce', fields['signature-input'].replace(';nonce="abc123"', ''), fields.signature],
    ['another algorithm', fields['signature-input'].replace('ed25519', 'hmac-sha256'), fields.signature],
    ['a short signature', fields['signature-input'], 'gerai=:AAAA:'],
    ['a signature that is no base64', fields['signature-input'], 'gerai=:A:'],
  ])('refuses %s', (_, input, signature) => {
    expect(() => parseSignature(input, signature)).toThrow(SignatureError);
  });

  it('will not sign what is not there', () => {
    expect(() => signatureBase(RFC_REQUEST, ['content-digest'], '()')).toThrow(SignatureError);
    expect(() => signatureBase(RFC_REQUEST, ['@status'], '()')).toThrow(SignatureError);
  });
});
