import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchDir, TestLog, type ScratchDir } from '../../../test/support/till.ts';
import { toHex } from '../../../shared/journal/chain.ts';
import { subjectKeyStatement } from '../../../shared/upload/statements.ts';
import { nodePorts } from '../node-ports.ts';
import type { Ports, SigningKey } from '../ports.ts';
import { fetchSubjectKey } from './subject-key.ts';

const TILL = '019d8e00-0000-7000-8000-000000000001';
const KEY = '5e'.repeat(32);

let dir: ScratchDir;
let elsewhere: ScratchDir;
let log: TestLog;
let district: SigningKey;

beforeEach(() => {
  [dir, elsewhere] = [scratchDir('till'), scratchDir('district')];
  log = new TestLog();
  district = nodePorts(elsewhere.path).keys.createSigningKey();
});
afterEach(() => {
  dir.remove();
  elsewhere.remove();
});

/** What a till gets from a district that answers so. */
async function asked(fetch: Ports['fetch']): Promise<Uint8Array | undefined> {
  const ports = { ...nodePorts(dir.path), log, fetch };
  const ends = { districtUrl: 'http://127.0.0.1:9', tillId: TILL, key: ports.keys.createSigningKey() };
  return fetchSubjectKey(ports, { ends, districtKey: toHex(district.publicKey) });
}

const said = () => log.errors.map(({ what }) => what);

const answer = (status: number, body: object) => () => Promise.resolve(Response.json(body, { status }));
const refusal = (code: string) => ({ error: { code, detail: 'no' } });
const signedBy = (key: SigningKey) => ({
  subjectKey: KEY,
  countersignature: toHex(key.sign(subjectKeyStatement(TILL, KEY))),
});

test('the key that the district signed is taken', async () => {
  const key = await asked(answer(200, signedBy(district)));
  expect(key === undefined ? '' : toHex(key)).toBe(KEY);
  expect(said()).toEqual([]);
});

test('a district that is away, or from before there was a key, is no fault', async () => {
  const away = () => Promise.reject(new TypeError('fetch failed'));
  expect(await asked(away)).toBeUndefined();
  expect(await asked(answer(503, {}))).toBeUndefined();
  expect(await asked(answer(404, refusal('request.unknown')))).toBeUndefined();
  expect(said()).toEqual([]);
});

test('a key that somebody else signed is not taken, and is told to whoever looks after the till', async () => {
  const stranger = nodePorts(dir.path).keys.createSigningKey();
  expect(await asked(answer(200, signedBy(stranger)))).toBeUndefined();
  expect(said()).toEqual(['the subject key is not signed by this till’s district']);
});

test.each([
  ['refuses', answer(403, refusal('till.unknown'))],
  ['talks nonsense', answer(200, { subjectKey: 'kunci' })],
])('a district that %s is told of too', async (_, fetch) => {
  expect(await asked(fetch)).toBeUndefined();
  expect(said()).toEqual(['the district gave no subject key']);
});
