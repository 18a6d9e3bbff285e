import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { PaperChain, recordOf } from '../../test/support/records.ts';
import {
  ChainError,
  checkNext,
  EMPTY_HEAD,
  fromHex,
  hashRecord,
  recordBytes,
  toHex,
  utf8,
  zSigningBytes,
} from './chain.ts';
import { recordBodies } from './bodies.ts';

/** Why `bytes` can't be the first record of a chain. */
function fault(bytes: Uint8Array): { seq: number; reason: string } {
  try {
    checkNext(nodeCrypto, EMPTY_HEAD, bytes);
  } catch (error) {
    if (error instanceof ChainError) return { seq: error.seq, reason: error.reason };
    throw error;
  }
  throw new Error('it was taken');
}

/** The first record of a paper chain as text, so that a test can write it wrong. */
const FIRST = new TextDecoder().decode(
  recordBytes(recordOf('till-initialised/1', undefined, { businessDate: null })),
);

describe('the hash of a record', () => {
  test('is SHA-256 of its domain, a zero byte, and its bytes', () => {
    // printf 'gerai/record/v1\0{"seq":1}' | sha256sum
    expect(hashRecord(nodeCrypto, utf8('{"seq":1}'))).toBe(
      '16ee0b1451ac93972eff60dda8e3ca358cb5f8cc3336130899207de7ee64b992',
    );
  });

  test('of a sale is what another program comes to', () => {
    const record = recordOf('receipt-reprinted/1');
    expect(new TextDecoder().decode(recordBytes(record))).toBe(
      '{"actor":"0196a000-0000-7000-8000-000000000001","at":1776214800000,' +
        '"body":{"copy":1,"receipt":"G2207-1-0001","saleId":"0196a000-0000-7000-8000-000000000005"},' +
        '"boot":"0196a000-0000-7000-8000-000000000008","businessDate":"2026-04-15","epoch":1,"mono":1000,' +
        '"offset":420,"prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,' +
        '"store":"G2207","till":"1","type":"receipt-reprinted/1","v":1}',
    );
    expect(hashRecord(nodeCrypto, recordBytes(record))).toBe(
      '45f207c69d5b9cffc87afc7d97dc01167131f4b3d9ba2fa28d635122016192e9',
    );
  });
});

/** RFC 8032, section 7.1: public key, message, signature. */
const ED25519: readonly (readonly [test: string, publicKey: string, message: string, signature: string])[] = [
  [
    'TEST 1',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    'TEST 2',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'TEST 3',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
];

describe('Ed25519, by RFC 8032', () => {
  test.each(ED25519)('%s holds, and no longer once one bit is changed', (_test, key, message, signature) => {
    const holds = (k: Uint8Array, m: Uint8Array, s: Uint8Array) => nodeCrypto.verifyEd25519(k, m, s);
    expect(holds(fromHex(key), fromHex(message), fromHex(signature))).toBe(true);
    const forged = fromHex(signature);
    forged[10]! ^= 1;
    expect(holds(fromHex(key), fromHex(message), forged)).toBe(false);
    expect(holds(fromHex(key), fromHex(`${message}00`), fromHex(signature))).toBe(false);
    expect(
      holds(fromHex(ED25519.find(([, other]) => other !== key)![1]), fromHex(message), fromHex(signature)),
    ).toBe(false);
  });

  test('a key or a signature of another length is no signature, and no fault', () => {
    const [, key, message, signature] = ED25519[1]!;
    expect(nodeCrypto.verifyEd25519(fromHex(key).slice(1), fromHex(message), fromHex(signature))).toBe(false);
    expect(nodeCrypto.verifyEd25519(fromHex(key), fromHex(message), fromHex(signature).slice(1))).toBe(false);
  });

  test('a Z is signed under a domain of its own, and without its signature', () => {
    const z = recordBodies['day-closed/1'].parse(
      JSON.parse(new TextDecoder().decode(recordBytes(recordOf('day-closed/1')))).body,
    );
    const { signature: _, ...unsigned } = z;
    expect(zSigningBytes(z)).toEqual(zSigningBytes(unsigned));
    expect(new TextDecoder().decode(zSigningBytes(z))).toMatch(/^gerai\/z\/v1\0\{"cashVarianceRp":0,/);
  });
});

describe('hex', () => {
  test('goes there and back', () => {
    expect(toHex(Uint8Array.of(0, 15, 16, 255))).toBe('000f10ff');
    expect(fromHex('000f10ff')).toEqual(Uint8Array.of(0, 15, 16, 255));
    expect(fromHex('')).toEqual(new Uint8Array());
  });

  test.each(['0', 'zz', 'FF', '0 '])('%j is no hex', (text) => {
    expect(() => fromHex(text)).toThrow(RangeError);
  });
});

describe('the next record of a chain', () => {
  test('is taken where it has the next number and names the hash before it', () => {
    const chain = new PaperChain().add('till-initialised/1').add('staff-added/1');
    const first = checkNext(nodeCrypto, EMPTY_HEAD, chain.records[0]!);
    const second = checkNext(nodeCrypto, { seq: 1, hash: first.hash }, chain.records[1]!);
    expect(second.record).toMatchObject({ seq: 2, type: 'staff-added/1', prev: first.hash });
    expect(second.hash).toBe(chain.head.hash);
  });

  /** What is wrong │ the first record, written wrong │ what the verifier says. */
  const wrong: readonly (readonly [what: string, text: string, reason: RegExp])[] = [
    ['another number', FIRST.replace('"seq":1', '"seq":2'), /has number 2/],
    ['another predecessor', FIRST.replace(/"prev":"0/, '"prev":"1'), /does not name the hash/],
    ['a space between members', FIRST.replace(',"at"', ', "at"'), /not in canonical form/],
    ['a line feed at the end', `${FIRST}\n`, /not in canonical form/],
    ['a byte order mark', `\ufeff${FIRST}`, /not JSON/],
    ['a member twice', FIRST.replace('"at":', '"at":1,"at":'), /not in canonical form/],
    [
      'members in another order',
      FIRST.replace(/^\{("actor":"[^"]*"),("at":\d+)/, '{$2,$1'),
      /not in canonical form/,
    ],
    [
      'an escape where none is needed',
      FIRST.replace('Sukamaju', String.raw`\u0053ukamaju`),
      /not in canonical form/,
    ],
    ['a number as a float', FIRST.replace('"epoch":1', '"epoch":1.0'), /not in canonical form/],
    ['an extra member', FIRST.replace('{"actor"', '{"aaa":1,"actor"'), /not a record/],
    ['an extra member of the body', FIRST.replace('"example"', '"exambled":1,"example"'), /bad body/],
    ['a type nobody knows', FIRST.replace('till-initialised/1', 'till-initialised/9'), /unknown record type/],
    [
      'a type that is a property of every object',
      FIRST.replace('till-initialised/1', 'constructor'),
      /unknown record type/,
    ],
    ['another version of the frame', FIRST.replace('"v":1', '"v":2'), /not a record/],
    ['an accent apart from its letter', FIRST.replace('gerai test', 'gerai te\u0301st'), /NFC/],
    ['half a record', FIRST.slice(0, 200), /not JSON/],
    ['nothing', '', /not JSON/],
    ['a list', '[]', /not a record/],
  ];

  test.each(wrong)('with %s is refused', (_what, text, reason) => {
    expect(text).not.toBe(FIRST);
    expect(fault(utf8(text))).toMatchObject({ seq: 1, reason: expect.stringMatching(reason) });
  });

  test('that is not UTF-8 is refused', () => {
    const bytes = utf8(FIRST);
    bytes[bytes.indexOf('S'.charCodeAt(0))] = 0xff;
    expect(fault(bytes)).toMatchObject({ seq: 1, reason: 'is not JSON in UTF-8' });
  });

  test('left as it was is taken: every refusal above is for what was changed', () => {
    expect(checkNext(nodeCrypto, EMPTY_HEAD, utf8(FIRST)).record.seq).toBe(1);
  });
});
