import Database from 'better-sqlite3';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wallClock } from '../../shared/domain/business-date.ts';
import { refusalOf, valueOf } from '../support/till.ts';
import { TestDistrict } from '../support/test-district.ts';
import { UploadingTill } from '../support/uploading-till.ts';

const HOUR_MS = 3_600_000;
const WIB_MINUTES = 420;

describe('a till and its district', () => {
  let district: TestDistrict;
  let shop: UploadingTill;
  beforeAll(async () => {
    district = await TestDistrict.start();
  });
  afterAll(() => district.close());
  beforeEach(async () => {
    shop = await UploadingTill.open();
    district.clock.time = shop.till.clock.now();
  });
  afterEach(() => shop.dispose());

  const enrol = async (districtUrl = district.running.url) => {
    const code = await district.running.newEnrolmentCode('Gerai Dadapan');
    return valueOf(await shop.owner.upload.enrol({ districtUrl, code }));
  };
  const head = () =>
    journal(shop, (db) => db.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC').get());
  const tillId = () => journal(shop, (db) => db.prepare('SELECT till_id FROM store').pluck().get()) as string;
  const held = () => district.stateOf(tillId());

  it('introduces itself, and its first upload begins by itself', async () => {
    const before = await shop.status();
    expect(before).toMatchObject({ enrolled: false, districtName: null, ackedSeq: 0, nextTryAt: null });
    expect((await enrol()).enrolled).toBe(true);
    const status = await shop.settled();
    expect(status).toMatchObject({
      enrolled: true,
      districtUrl: district.running.url,
      districtName: 'Dinas Koperasi Panderman',
      state: 'idle',
      ackedSeq: status.headSeq,
      ackedAt: shop.till.clock.now(),
      daysWaiting: 0,
      lastFault: null,
    });
    const { seq, hash } = head() as { seq: number; hash: Buffer };
    expect(await held()).toMatchObject({ ackedSeq: seq, headHash: hash.toString('hex'), example: false });
  });

  it('has the same totals on both sides once a day is closed and sent', async () => {
    await enrol();
    await shop.settled();
    await shop.sell(3);
    const { owner } = shop;
    valueOf(await owner.cash.lockCount({ counts: [] }));
    valueOf(await owner.cash.closeShift({ reason: 'miscount' }));
    const { businessDate } = valueOf(await owner.cash.closeDay({}));
    expect((await shop.status()).daysWaiting).toBe(1);
    expect(await shop.send()).toMatchObject({ daysWaiting: 0, lastFault: null });
    const report = valueOf(await owner.reports.daily({ businessDate }));
    const { days, closings } = await held();
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({
      businessDate,
      totals: { saleCount: 3, grossRp: 105_000, roundingRp: report.roundingRp },
    });
    expect(closings).toEqual([{ number: 1, businessDate, hash: report.seal?.recordHash }]);
    expect(report.upload.ackedAt).toBe(shop.till.clock.now());
  });

  it('sends at its own slot of the night, without being asked', async () => {
    await enrol();
    const { nextTryAt } = await shop.settled();
    const { hour } = wallClock(nextTryAt!, WIB_MINUTES);
    expect(hour >= 19 || hour < 5).toBe(true);
    await shop.sell(1);
    const early = nextTryAt! - shop.till.clock.now() - HOUR_MS;
    shop.pass(early);
    expect(await shop.settled()).toMatchObject({ nextTryAt });
    district.clock.time = nextTryAt!;
    shop.pass(HOUR_MS + 60_000);
    const status = await shop.settled();
    expect(status).toMatchObject({ ackedSeq: status.headSeq, nextTryAt: nextTryAt! + 24 * HOUR_MS });
  });

  it('makes up for a night in which the PC was off, soon after it is switched on', async () => {
    await enrol();
    const { nextTryAt } = await shop.settled();
    await shop.sell(1);
    shop.till.clock.pass(nextTryAt! + 5 * HOUR_MS - shop.till.clock.now());
    district.clock.time = shop.till.clock.now();
    await shop.restart();
    expect((await shop.status()).ackedSeq).toBeLessThan((await shop.status()).headSeq);
    shop.pass(60_000);
    const status = await shop.settled();
    expect(status).toMatchObject({ state: 'idle', lastFault: null });
    expect(status.ackedSeq).toBe(status.headSeq);
    expect(status.nextTryAt).toBeGreaterThan(shop.till.clock.now());
  });

  it('sends twice what is pressed twice, but stores it once', async () => {
    await enrol();
    await shop.settled();
    await shop.sell(2);
    const { upload } = shop.owner;
    const [first, second] = await Promise.all([upload.sendNow({}), upload.sendNow({})]);
    expect(valueOf(first).state).toBe('sending');
    expect(valueOf(second).state).toBe('sending');
    const status = await shop.settled();
    expect(await held()).toMatchObject({ ackedSeq: status.headSeq, quarantined: 0 });
  });

  it('finds its place again with a cursor that was lost, or stands too far ahead', async () => {
    await enrol();
    await shop.settled();
    await shop.sell(2);
    journal(shop, (db) => db.exec('UPDATE work_upload SET acked_seq = 0, acked_hash = zeroblob(32)'));
    const found = await shop.send();
    expect(found).toMatchObject({ ackedSeq: found.headSeq, lastFault: null });
    await shop.sell(2);
    // As after the district was restored from a backup: it holds less than it once acknowledged.
    journal(shop, (db) =>
      db.exec(`UPDATE work_upload SET (acked_seq, acked_hash) =
        (SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1)`),
    );
    const again = await shop.send();
    expect(again).toMatchObject({ ackedSeq: again.headSeq, lastFault: null });
    expect(await held()).toMatchObject({ ackedSeq: again.headSeq, quarantined: 0 });
  });

  it('signs by the district’s time where the PC’s clock is wrong', async () => {
    district.clock.time += 200 * 24 * HOUR_MS;
    expect((await enrol()).enrolled).toBe(true);
    const status = await shop.settled();
    expect(status).toMatchObject({ ackedSeq: status.headSeq, lastFault: null });
  });

  it('refuses in words what can’t be', async () => {
    const { upload } = shop.owner;
    const code = await district.running.newEnrolmentCode('Gerai Dadapan');
    const url = district.running.url;
    const refusal = async (districtUrl: string, wrongCode = code) =>
      refusalOf(await upload.enrol({ districtUrl, code: wrongCode })).code;
    expect(refusalOf(await upload.sendNow({})).code).toBe('upload.not-enrolled');
    expect(await refusal('http://dinas.example.id')).toBe('district.insecure-address');
    expect(await refusal('https://admin:rahasia@dinas.example.id')).toBe('district.insecure-address');
    expect(await refusal('ftp://127.0.0.1')).toBe('district.insecure-address');
    expect(await refusal(url, 'SALAH-00000')).toBe('district.code-refused');
    const wulan = { name: 'Wulan', role: 'kasir' as const, pin: '1470' };
    const { staffId } = valueOf(await shop.owner.staff.add(wulan));
    const cashier = await shop.till.signInAs(staffId, wulan.pin);
    expect(refusalOf(await cashier.upload.enrol({ districtUrl: url, code })).code).toBe('permission.denied');
    expect(valueOf(await upload.enrol({ districtUrl: `${url}/`, code })).districtUrl).toBe(url);
    expect(await refusal(url)).toBe('upload.already-enrolled');
    await shop.settled();
  });

  it('lets no second till in with the code of the first', async () => {
    const code = await district.running.newEnrolmentCode('Gerai Dadapan');
    const districtUrl = district.running.url;
    valueOf(await shop.owner.upload.enrol({ districtUrl, code }));
    await shop.settled();
    const second = await UploadingTill.open();
    try {
      expect(refusalOf(await second.owner.upload.enrol({ districtUrl, code })).code).toBe(
        'district.code-refused',
      );
    } finally {
      await second.dispose();
    }
  });
});

/** Looks at, or meddles with, the till's own database from outside while it runs. */
function journal<T>(shop: UploadingTill, work: (db: Database.Database) => T): T {
  const db = new Database(path.join(shop.till.dir.path, 'gerai.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}
