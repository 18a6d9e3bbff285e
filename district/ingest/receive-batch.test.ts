import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../shared/journal/chain.ts';
import { DISTRICT_PATHS, enrolmentReplySchema } from '../../shared/upload/protocol.ts';
import { ackStatement } from '../../shared/upload/statements.ts';
import { FIRST_DAY, PaperTill } from '../../test/support/paper-till.ts';
import { batchOf, madeBatch } from '../../test/support/paper-upload.ts';
import { postgresPrograms, startPostgres, type TestPostgres } from '../../test/support/postgres.ts';
import { ackOf, TestDistrict } from '../../test/support/test-district.ts';
import { nodeCrypto } from '../crypto.ts';

let server: TestPostgres | undefined;

const DATABASES: readonly [name: string, skip: boolean, url: () => Promise<string | undefined>][] = [
  ['embedded', false, () => Promise.resolve(undefined)],
  [
    'on a PostgreSQL server (needs Debian’s postgresql)',
    postgresPrograms() === undefined,
    async () => {
      server = await startPostgres();
      return server.url;
    },
  ],
];

describe.each(DATABASES)('the district, %s,', (_, skip, databaseUrl) => {
  describe.skipIf(skip)('receives batches', () => {
    let district: TestDistrict;
    beforeAll(async () => {
      district = await TestDistrict.start(await databaseUrl());
    });
    afterAll(async () => {
      await district.close();
      await server?.stop();
    });

    const sendAll = (till: PaperTill) =>
      district.upload.send(till, batchOf(till, 1, till.head.seq), district.now);
    const standing = async (till: PaperTill) => {
      const { ackedSeq, headHash, quarantined } = await district.stateOf(till);
      return { seq: ackedSeq, hash: headHash, quarantined };
    };

    it('takes a day in parts and arrives at the till’s head and totals', async () => {
      const till = await district.enrolled();
      const totals = till.trade(FIRST_DAY, [12_500, 3_000, 48_000]);
      const nextDay = till.trade('2026-04-16', [7_500]);
      const parts: [number, number][] = [
        [1, 3],
        [4, 4],
        [5, till.head.seq],
      ];
      for (const [from, to] of parts) {
        const ack = ackOf(await district.upload.send(till, batchOf(till, from, to), district.now));
        expect(ack).toMatchObject({ ackedSeq: to, headHash: till.hashOf(to) });
      }
      const state = await district.stateOf(till);
      expect(state).toMatchObject({ ackedSeq: till.head.seq, headHash: till.head.hash, quarantined: 0 });
      expect(state.days).toEqual([
        { businessDate: FIRST_DAY, totals },
        { businessDate: '2026-04-16', totals: nextDay },
      ]);
      expect(state.closings.map(({ number }) => number)).toEqual([1, 2]);
    });

    it('signs what it acknowledges with the key it gave at enrolment', async () => {
      const till = new PaperTill();
      const code = await district.running.newEnrolmentCode('Gerai Dadapan');
      const { value } = await district.upload.enrol(till, code, district.now);
      const { districtKey } = enrolmentReplySchema.parse(value);
      const ack = ackOf(await sendAll(till));
      const verify = (signed: typeof ack) =>
        nodeCrypto.verifyEd25519(
          fromHex(districtKey),
          ackStatement(till.tillId, signed),
          fromHex(ack.countersignature),
        );
      expect(verify(ack)).toBe(true);
      expect(verify({ ...ack, ackedSeq: ack.ackedSeq + 1 })).toBe(false);
    });

    it('acknowledges a repeated batch again and stores it once', async () => {
      const till = await district.enrolled();
      const totals = till.trade(FIRST_DAY, [10_000]);
      const first = ackOf(await sendAll(till));
      const again = ackOf(await sendAll(till));
      expect(again).toEqual(first);
      const state = await district.stateOf(till);
      expect(state.days).toEqual([{ businessDate: FIRST_DAY, totals }]);
    });

    it('stores one of two equal batches that come at the same moment', async () => {
      const till = await district.enrolled();
      const totals = till.trade(FIRST_DAY, [10_000, 20_000]);
      const answers = await Promise.all([sendAll(till), sendAll(till), sendAll(till)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await district.stateOf(till)).days).toEqual([{ businessDate: FIRST_DAY, totals }]);
    });

    it('goes on where a till that lost its cursor overlaps', async () => {
      const till = await district.enrolled();
      till.trade(FIRST_DAY, [10_000, 20_000]);
      await district.upload.send(till, batchOf(till, 1, 4), district.now);
      const ack = ackOf(await district.upload.send(till, batchOf(till, 2, till.head.seq), district.now));
      expect(ack).toMatchObject({ ackedSeq: till.head.seq, headHash: till.head.hash });
    });

    it('takes a batch without records as a sign of life', async () => {
      const till = await district.enrolled();
      await sendAll(till);
      const { seq } = till.head;
      const ack = ackOf(await district.upload.send(till, batchOf(till, seq + 1, seq), district.now));
      expect(ack).toMatchObject({ ackedSeq: seq, headHash: till.head.hash });
    });

    it('tells a till that is ahead where to go on, and holds nothing against it', async () => {
      const till = await district.enrolled();
      till.trade(FIRST_DAY, [10_000, 20_000]);
      await district.upload.send(till, batchOf(till, 1, 3), district.now);
      const { status, refusal } = await district.upload.send(till, batchOf(till, 5, 6), district.now);
      expect(status).toBe(409);
      expect(refusal).toMatchObject({
        code: 'chain.gap',
        expectedSeq: 4,
        head: { seq: 3, hash: till.hashOf(3) },
      });
      expect((await standing(till)).quarantined).toBe(0);
    });

    it('refuses a batch with one flipped byte, whichever record it is in', async () => {
      const till = await district.enrolled();
      till.trade(FIRST_DAY, [10_000, 20_000, 30_000]);
      const honest = batchOf(till, 1, till.head.seq);
      for (const [index, bytes] of honest.records.entries()) {
        const flipped = Uint8Array.from(bytes);
        const at = (index * 37) % bytes.length;
        flipped[at] = (flipped[at] ?? 0) ^ 0x01;
        const records = honest.records.with(index, flipped);
        const { refusal } = await district.upload.send(till, { ...honest, records }, district.now);
        expect(refusal?.code).toMatch(/^(chain\.broken|batch\.malformed)$/);
      }
      expect(await standing(till)).toMatchObject({ seq: 0, quarantined: honest.records.length });
      expect(ackOf(await sendAll(till)).ackedSeq).toBe(till.head.seq);
    });

    it('refuses a batch with a record missing, two swapped, or one sent twice', async () => {
      const till = await district.enrolled();
      till.trade(FIRST_DAY, [10_000, 20_000, 30_000]);
      const { records } = batchOf(till, 1, till.head.seq);
      const [fourth, fifth] = records.slice(3);
      const tampered = [
        records.toSpliced(3, 1),
        records.with(3, fifth!).with(4, fourth!),
        records.toSpliced(3, 0, records[2]!),
      ];
      for (const wrong of tampered) {
        const parts = { from: 1, prevHash: till.hashOf(0), headHash: till.head.hash, records: wrong };
        const { refusal } = await district.upload.send(till, madeBatch(till, parts), district.now);
        expect(refusal).toMatchObject({ code: 'chain.broken', seq: 4 });
      }
      expect(await standing(till)).toMatchObject({ seq: 0, quarantined: 3 });
    });

    it('refuses another record under a number that is held, and keeps the held one', async () => {
      const till = await district.enrolled();
      till.openDay(FIRST_DAY);
      const restored = till.branch();
      till.sell(10_000);
      await sendAll(till);
      const before = till.head;
      restored.sell(9_000);
      restored.sell(1_000);
      const whole = await sendAll(restored);
      expect(whole.status).toBe(409);
      expect(whole.refusal).toMatchObject({ code: 'chain.forked', seq: 3, expectedSeq: 4, head: before });
      const rest = await district.upload.send(restored, batchOf(restored, 4, 4), district.now);
      expect(rest.refusal).toMatchObject({ code: 'chain.forked', seq: 3 });
      expect(await standing(till)).toEqual({ ...before, quarantined: 2 });
    });

    it('refuses a till whose newest records are gone', async () => {
      const till = await district.enrolled();
      till.openDay(FIRST_DAY);
      const cut = till.branch();
      till.sell(10_000);
      await sendAll(till);
      district.clock.time += 60_000;
      const { seq } = cut.head;
      const { refusal } = await district.upload.send(cut, batchOf(cut, seq + 1, seq), district.now);
      expect(refusal).toMatchObject({ code: 'chain.rolled-back', head: till.head });
      expect(await standing(till)).toEqual({ ...till.head, quarantined: 1 });
    });

    it('does not take a late copy of an older request for a cut tail', async () => {
      const till = await district.enrolled();
      till.openDay(FIRST_DAY);
      const older = batchOf(till, 1, 2);
      const signedThen = district.now;
      till.sell(10_000);
      district.clock.time += 30_000;
      await sendAll(till);
      expect(ackOf(await district.upload.send(till, older, signedThen)).ackedSeq).toBe(3);
    });

    it('refuses what another till’s key has signed', async () => {
      const till = await district.enrolled();
      const other = await district.enrolled();
      const batch = batchOf(till, 1, 1);
      const byOther = { ...district.now, sign: (message: Uint8Array) => other.sign(message) };
      expect((await district.upload.send(till, batch, byOther)).refusal?.code).toBe('signature.invalid');
      const asOther = { ...byOther, keyid: other.tillId };
      expect((await district.upload.send(till, batch, asOther)).refusal?.code).toBe('signature.invalid');
      const parts = { from: 1, prevHash: till.hashOf(0), headHash: till.head.hash, records: till.records };
      const foreignHead = madeBatch(other, parts);
      expect((await district.upload.send(till, foreignHead, district.now)).refusal?.code).toBe(
        'head.unsigned',
      );
      const foreignChain = madeBatch(till, { ...parts, headHash: other.head.hash, records: other.records });
      expect((await district.upload.send(till, foreignChain, district.now)).refusal?.code).toBe(
        'chain.broken',
      );
      expect((await standing(till)).seq).toBe(0);
    });

    it('refuses a Z that another key has signed', async () => {
      const till = await district.enrolled();
      till.openDay(FIRST_DAY);
      till.sell(10_000);
      till.closeDay((message) => new PaperTill().sign(message));
      expect((await sendAll(till)).refusal).toMatchObject({ code: 'chain.broken', seq: till.head.seq });
    });

    it('refuses a request that came before, is too old, or from the future', async () => {
      const till = await district.enrolled();
      const once = { ...district.now, nonce: 'only-once' };
      const batch = batchOf(till, 1, 1);
      expect((await district.upload.send(till, batch, once)).status).toBe(200);
      expect((await district.upload.send(till, batch, once)).refusal?.code).toBe('signature.replayed');
      for (const shift of [-301, 301]) {
        const { refusal } = await district.upload.send(till, batch, { created: once.created + shift });
        expect(refusal).toMatchObject({ code: 'signature.stale', serverTime: district.clock.time });
      }
      district.clock.time += 1_000_000;
      expect((await district.upload.send(till, batch, once)).refusal?.code).toBe('signature.stale');
      expect((await standing(till)).quarantined).toBe(0);
    });

    it('refuses a body that is too large, a gzip bomb, and what is no gzip', async () => {
      const till = await district.enrolled();
      const path = DISTRICT_PATHS.batches(till.tillId);
      const post = async (body: Uint8Array) =>
        (await district.upload.post(till, path, body, district.now)).refusal;
      // The answer comes before the body has gone out, and then the line is cut: whichever is seen first.
      const tooLarge = await post(new Uint8Array(1024 * 1024 + 1)).catch((error: unknown) => error);
      expect(tooLarge).toSatisfy((seen) => seen instanceof TypeError || seen.code === 'batch.too-large');
      const bomb = gzipSync(new Uint8Array(16 * 1024 * 1024));
      expect(bomb.length).toBeLessThan(1024 * 1024);
      expect(await post(bomb)).toMatchObject({ code: 'batch.too-large' });
      expect(await post(Buffer.from('halo'))).toMatchObject({ code: 'batch.malformed' });
      expect(await post(gzipSync('halo\n'))).toMatchObject({ code: 'batch.malformed' });
    });

    it('keeps only so many batches that nobody has signed', async () => {
      const till = await district.enrolled();
      const byNobody = { ...district.now, sign: () => new Uint8Array(64) };
      const path = DISTRICT_PATHS.batches(till.tillId);
      for (let wave = 0; wave < 6; wave++) {
        const bodies = Array.from({ length: 10 }, (__, index) => Buffer.from(`${wave}/${index}`));
        await Promise.all(bodies.map((body) => district.upload.post(till, path, body, byNobody)));
      }
      const { quarantined } = await standing(till);
      expect(quarantined).toBeGreaterThanOrEqual(50);
      // Requests under way at the same moment may each see the last free place.
      expect(quarantined).toBeLessThan(60);
    });

    it('knows no till that was not enrolled', async () => {
      const till = new PaperTill();
      expect((await sendAll(till)).refusal?.code).toBe('till.unknown');
      const path = '/v1/tills/not-an-id/batches';
      const answer = await district.upload.post(till, path, gzipSync('x'), district.now);
      expect(answer.refusal?.code).toBe('till.unknown');
    });

    it('shows a till its own state, and nobody else', async () => {
      const till = await district.enrolled();
      const other = await district.enrolled();
      await sendAll(till);
      const own = await district.upload.state(till, district.now);
      expect(own.value).toMatchObject({ tillId: till.tillId, ackedSeq: 1 });
      const foreign = { ...district.now, sign: (message: Uint8Array) => other.sign(message) };
      expect((await district.upload.state(till, foreign)).refusal?.code).toBe('signature.invalid');
      const bare = await fetch(new URL(DISTRICT_PATHS.till(till.tillId), district.running.url));
      expect(bare.status).toBe(401);
    });
  });
});
