import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UploadStatus } from '../../shared/contract/upload.ts';
import { honest, MoodyProxy, says, type Mood } from '../support/moody-proxy.ts';
import { refusalOf, valueOf } from '../support/till.ts';
import { TestDistrict } from '../support/test-district.ts';
import { UploadingTill } from '../support/uploading-till.ts';

const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };
const HOUR_MS = 3_600_000;

/** What is left of a status to compare. */
const outcome = ({ state, lastFault, headSeq, ackedSeq }: UploadStatus) => ({
  state,
  lastFault,
  waiting: headSeq - ackedSeq,
});
const ALL_SENT = { state: 'idle', lastFault: null, waiting: 0 };

/** An acknowledgement in the right form that nobody has signed. */
const FORGED_ACK = JSON.stringify({
  ackedSeq: 1_000_000,
  headHash: 'a'.repeat(64),
  serverTime: 1,
  countersignature: 'b'.repeat(128),
});
const refusal = (code: string) => JSON.stringify({ error: { code, detail: 'so it is' } });

const MOODS: readonly [what: string, mood: Mood, code: string][] = [
  ['hangs up', (_incoming, outgoing) => outgoing.destroy(), 'district.unreachable'],
  ['breaks off in the middle of its answer', breaksOff, 'district.unreachable'],
  ['is down behind its proxy', says(502, '<h1>Bad Gateway</h1>', HTML), 'district.unreachable'],
  ['fails inside', says(500, refusal('internal'), JSON_TYPE), 'district.unreachable'],
  ['is a hotel’s login page', says(200, '<html>Selamat datang</html>', HTML), 'district.nonsense'],
  ['sends the till elsewhere', says(302, '', { location: 'http://127.0.0.1:9/' }), 'district.nonsense'],
  ['answers nothing at all', says(200, ''), 'district.nonsense'],
  ['answers other JSON', says(200, '{"ok":true}', JSON_TYPE), 'district.nonsense'],
  ['acknowledges what it has not signed', says(200, FORGED_ACK, JSON_TYPE), 'district.nonsense'],
  ['never stops answering', says(200, `"${'x'.repeat(600 * 1024)}"`, JSON_TYPE), 'district.nonsense'],
  ['says no in HTML', says(403, '<h1>Forbidden</h1>', HTML), 'district.nonsense'],
  ['does not know this till', says(404, refusal('till.unknown'), JSON_TYPE), 'district.refused'],
  ['holds another record', says(409, refusal('chain.forked'), JSON_TYPE), 'upload.fork'],
  ['asks for what never was', says(409, gap(5, 'c'.repeat(64)), JSON_TYPE), 'upload.fork'],
];

describe('a district that', () => {
  let district: TestDistrict;
  let proxy: MoodyProxy;
  let shop: UploadingTill;
  let acked: number;

  beforeAll(async () => {
    district = await TestDistrict.start();
    proxy = await MoodyProxy.before(district.running.url);
    shop = await UploadingTill.open();
    const code = await district.running.newEnrolmentCode('Gerai Dadapan');
    district.clock.time = shop.till.clock.now();
    valueOf(await shop.owner.upload.enrol({ districtUrl: proxy.url, code }));
    await shop.settled();
  });
  beforeEach(async () => {
    acked = (await shop.status()).ackedSeq;
    await shop.sell(1);
  });
  afterEach(async () => {
    proxy.mood = honest;
    district.clock.time = shop.till.clock.now();
    await shop.send();
  });
  afterAll(async () => {
    await shop.dispose();
    await proxy.close();
    await district.close();
  });

  it.each(MOODS)('%s', async (_, mood, code) => {
    proxy.mood = mood;
    const status = await shop.send();
    expect(status).toMatchObject({ state: 'waiting', ackedSeq: acked, lastFault: { code } });
    expect(status.lastFault?.at).toBe(shop.till.clock.now());
    expect(status.nextTryAt).toBeGreaterThanOrEqual(shop.till.clock.now());
    proxy.mood = honest;
    expect(outcome(await shop.send())).toEqual(ALL_SENT);
    expect(shop.till.log.errors).toEqual([]);
  });

  it('does not answer is given up after a while', async () => {
    proxy.mood = () => {};
    const came = proxy.nextRequest();
    const sent = shop.send();
    await came;
    shop.pass(90_000);
    expect(await sent).toMatchObject({ state: 'waiting', lastFault: { code: 'district.slow' } });
  });

  it('is busy is left alone for as long as it asks', async () => {
    proxy.mood = says(429, refusal('busy'), { 'retry-after': '600', ...JSON_TYPE });
    const { nextTryAt, lastFault } = await shop.send();
    expect(lastFault?.code).toBe('district.unreachable');
    expect(nextTryAt).toBeGreaterThanOrEqual(shop.till.clock.now() + 600_000);
  });

  it('comes back is tried again by itself', async () => {
    proxy.mood = says(503, '');
    const { nextTryAt } = await shop.send();
    proxy.mood = honest;
    shop.pass(Math.max(nextTryAt! - shop.till.clock.now(), 0) + 60_000);
    district.clock.time = shop.till.clock.now();
    expect(outcome(await shop.settled())).toEqual(ALL_SENT);
  });

  it('refuses is not asked again before the next night', async () => {
    proxy.mood = says(404, refusal('till.unknown'), JSON_TYPE);
    const { nextTryAt } = await shop.send();
    const asked = proxy.requests;
    shop.pass(Math.min(nextTryAt! - shop.till.clock.now() - 60_000, 2 * HOUR_MS));
    await shop.settled();
    expect(proxy.requests).toBe(asked);
  });

  it('acknowledges less than was sent moves nothing', async () => {
    proxy.mood = earlierAck();
    await shop.send();
    await shop.sell(1);
    const between = await shop.status();
    const status = await shop.send();
    expect(status).toMatchObject({ ackedSeq: between.ackedSeq, lastFault: { code: 'district.nonsense' } });
  });

  it('was lost sight of keeps its fault and its place over a restart', async () => {
    proxy.mood = says(200, 'halo', HTML);
    const before = await shop.send();
    await shop.restart();
    expect(await shop.status()).toMatchObject({
      state: 'waiting',
      ackedSeq: before.ackedSeq,
      lastFault: before.lastFault,
    });
  });

  it('hangs while the till is closed holds nothing up', async () => {
    proxy.mood = () => {};
    const came = proxy.nextRequest();
    valueOf(await shop.owner.upload.sendNow({}));
    await came;
    await shop.restart();
    expect(await shop.status()).toMatchObject({ ackedSeq: acked, lastFault: null });
  });

  it('breaks down between two batches is gone on with from the last one', async () => {
    // More than one batch holds, less than two.
    await shop.sell(250);
    let batches = 0;
    proxy.mood = (_incoming, outgoing, forward) => {
      batches += 1;
      if (batches === 1) forward();
      else outgoing.destroy();
    };
    const stopped = await shop.send();
    expect(stopped).toMatchObject({ state: 'waiting', lastFault: { code: 'district.unreachable' } });
    expect(stopped.ackedSeq).toBeGreaterThan(acked + 100);
    expect(stopped.ackedSeq).toBeLessThan(stopped.headSeq);
    await shop.restart();
    proxy.mood = honest;
    const asked = proxy.requests;
    expect(outcome(await shop.send())).toEqual(ALL_SENT);
    expect(proxy.requests - asked).toBe(1);
  });
});

describe('enrolling where no district is', () => {
  let shop: UploadingTill;
  let proxy: MoodyProxy;
  beforeAll(async () => {
    shop = await UploadingTill.open();
    proxy = await MoodyProxy.before('http://127.0.0.1:9');
  });
  afterAll(async () => {
    await shop.dispose();
    await proxy.close();
  });

  it.each<[string, Mood, string]>([
    ['nobody answers', (_incoming, outgoing) => outgoing.destroy(), 'district.unreachable'],
    ['somebody else answers', says(200, '<html>', HTML), 'district.nonsense'],
    ['a key is named that signs nothing', says(200, enrolledByNobody(), JSON_TYPE), 'district.nonsense'],
    [
      'the till is known under another key',
      says(409, refusal('till.key-differs'), JSON_TYPE),
      'district.refused',
    ],
  ])('%s', async (_, mood, code) => {
    proxy.mood = mood;
    const reply = await shop.owner.upload.enrol({ districtUrl: proxy.url, code: 'AAAAA-AAAAA' });
    expect(refusalOf(reply).code).toBe(code);
    expect(await shop.status()).toMatchObject({ enrolled: false, nextTryAt: null });
  });
});

function gap(seq: number, hash: string): string {
  return JSON.stringify({
    error: { code: 'chain.gap', detail: '', expectedSeq: seq + 1, head: { seq, hash } },
  });
}

function enrolledByNobody(): string {
  const key = { districtKey: 'a'.repeat(64), countersignature: 'b'.repeat(128) };
  return JSON.stringify({ districtName: 'Dinas', ...key });
}

/** Promises more than it sends. */
function breaksOff(incoming: Parameters<Mood>[0], outgoing: Parameters<Mood>[1]): void {
  incoming.resume().once('end', () => {
    outgoing.writeHead(200, { ...JSON_TYPE, 'content-length': '500' });
    outgoing.write('{"ackedSeq":');
    setTimeout(() => outgoing.destroy(), 10);
  });
}

/** Hands on the first acknowledgement, and then gives the same one for whatever comes. */
function earlierAck(): Mood {
  let first: string | undefined;
  return (incoming, outgoing, forward) => {
    if (first !== undefined) says(200, first, JSON_TYPE)(incoming, outgoing, forward);
    else forward((body) => (first = body));
  };
}
