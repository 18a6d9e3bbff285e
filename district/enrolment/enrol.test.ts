import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PaperTill } from '../../test/support/paper-till.ts';
import { TestDistrict } from '../../test/support/test-district.ts';

const DAY_MS = 24 * 3_600_000;

describe('enrolling a till', () => {
  let district: TestDistrict;
  beforeAll(async () => {
    district = await TestDistrict.start();
  });
  afterAll(() => district.close());

  const newCode = () => district.running.newEnrolmentCode('Gerai Dadapan');
  const refused = async (...wish: Parameters<TestDistrict['upload']['enrol']>) =>
    (await district.upload.enrol(...wish)).refusal?.code;

  it('takes a code however it was typed, once', async () => {
    const code = await newCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
    const till = new PaperTill();
    const { status, value } = await district.upload.enrol(till, typed, district.now);
    expect(status).toBe(200);
    expect(value).toMatchObject({ districtName: 'Dinas Koperasi Panderman' });
    expect(await refused(new PaperTill(), code, district.now)).toBe('code.refused');
  });

  it('answers the same till again, whose first reply was lost on the way', async () => {
    const code = await newCode();
    const till = new PaperTill();
    const first = await district.upload.enrol(till, code, district.now);
    const again = await district.upload.enrol(till, code, district.now);
    expect(again.status).toBe(200);
    expect(again.value).toEqual(first.value);
  });

  it('refuses a code that was never given out, or lies too long', async () => {
    expect(await refused(new PaperTill(), 'AAAAA-AAAAA', district.now)).toBe('code.refused');
    const code = await newCode();
    district.clock.time += 31 * DAY_MS;
    expect(await refused(new PaperTill(), code, district.now)).toBe('code.refused');
  });

  it('refuses a known till that comes with another key', async () => {
    const till = await district.enrolled();
    const thief = new PaperTill();
    const more = { tillId: till.tillId };
    const signing = { ...district.now, keyid: till.tillId };
    expect(await refused(thief, await newCode(), signing, more)).toBe('till.key-differs');
  });

  it('refuses a key that the sender does not hold', async () => {
    const till = new PaperTill();
    const sign = (message: Uint8Array) => new PaperTill().sign(message);
    const code = await newCode();
    expect(await refused(till, code, { ...district.now, sign })).toBe('signature.invalid');
    expect(await refused(till, code, { created: district.now.created - 1000 })).toBe('signature.stale');
    expect(await refused(till, code, district.now, { publicKey: 'zz' })).toBe('request.malformed');
  });

  it('slows down whoever guesses', async () => {
    district.clock.time += DAY_MS;
    const till = new PaperTill();
    for (let tries = 0; tries < 20; tries++) {
      expect(await refused(till, 'WRONG-00000', district.now)).toBe('code.refused');
    }
    const { refusal, headers } = await district.upload.enrol(till, 'WRONG-00000', district.now);
    expect(refusal?.code).toBe('busy');
    expect(headers.get('retry-after')).toBe('60');
    district.clock.time += 61_000;
    expect(await refused(till, 'WRONG-00000', district.now)).toBe('code.refused');
  });

  it('shows the page to the office alone', async () => {
    const bare = await fetch(district.running.url);
    expect(bare.status).toBe(401);
    expect(bare.headers.get('www-authenticate')).toContain('Basic');
    const wrong = { authorization: `Basic ${btoa('dinas:salah')}` };
    expect((await fetch(district.running.url, { headers: wrong })).status).toBe(401);
    const right = { authorization: `Basic ${btoa(`dinas:${district.running.adminToken}`)}` };
    const page = await fetch(district.running.url, { headers: right });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Dinas Koperasi Panderman');
  });

  it('makes codes for the office over HTTP, and for nobody else', async () => {
    const url = new URL('/v1/enrolment-codes', district.running.url);
    const body = JSON.stringify({ madeFor: 'Gerai Dadapan' });
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
    const headers = { authorization: `Bearer ${district.running.adminToken}` };
    const reply = (await (await fetch(url, { method: 'POST', body, headers })).json()) as { code: string };
    expect((await district.upload.enrol(new PaperTill(), reply.code, district.now)).status).toBe(200);
    expect((await fetch(url, { method: 'POST', body: '{}', headers })).status).toBe(400);
  });
});
