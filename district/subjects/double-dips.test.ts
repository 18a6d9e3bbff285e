import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { thousandths } from '../../shared/domain/quantity.ts';
import { utf8 } from '../../shared/journal/chain.ts';
import { DISTRICT_PATHS, subjectCountsReplySchema } from '../../shared/upload/protocol.ts';
import { MONTHLY, sellLpg, setUpLpg, type PaperBuyer } from '../../test/support/paper-subsidy.ts';
import { FIRST_DAY, type PaperTill } from '../../test/support/paper-till.ts';
import { batchOf } from '../../test/support/paper-upload.ts';
import { TestDistrict } from '../../test/support/test-district.ts';

/** A buyer that no other story has. */
let buyers = 0;
function somebody(): PaperBuyer & { sharedNikKey: string } {
  buyers += 1;
  return { sharedNikKey: buyers.toString(16).padStart(64, 'c') };
}

const dipsSchema = z.object({
  doubleDips: z.array(
    z.object({
      programme: z.string(),
      subject: z.string(),
      quotaOf: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      limitThousandths: z.int(),
      quantityThousandths: z.int(),
      stores: z.array(z.object({ gerai: z.string(), quantityThousandths: z.int() })),
    }),
  ),
});

describe('somebody who buys in several stores', () => {
  let district: TestDistrict;
  beforeAll(async () => {
    district = await TestDistrict.start();
  });
  afterAll(() => district.close());

  const store = async (gerai: string, quotas = [MONTHLY], example = false) => {
    const till = await district.enrolled({ gerai, example });
    setUpLpg(till, quotas);
    till.openDay(FIRST_DAY);
    return till;
  };
  const sendAll = async (...tills: PaperTill[]) => {
    for (const till of tills) {
      const { refusal } = await district.upload.send(till, batchOf(till, 1, till.head.seq), district.now);
      expect(refusal).toBeUndefined();
    }
  };
  const dips = async () =>
    dipsSchema.parse(await (await district.asOffice('/v1/double-dips')).json()).doubleDips;
  const ask = async (till: PaperTill, question: object) => {
    const body = gzipSync(utf8(JSON.stringify(question)));
    return district.upload.post(till, DISTRICT_PATHS.subjectCounts(till.tillId), body, district.now);
  };
  const countsOf = async (till: PaperTill, ...keys: string[]) => {
    const { value } = await ask(till, { keys, programmes: ['lpg-3kg'], from: '2026-04-01' });
    return subjectCountsReplySchema.parse(value).counts;
  };

  it('is flagged where all of it is more than the quota, with the stores and without a number', async () => {
    const [here, there] = [await store('Gerai Kaliwungu'), await store('Gerai Torongsari')];
    const buyer = somebody();
    sellLpg(here, buyer, 4);
    sellLpg(there, buyer, 3);
    await sendAll(here, there);
    expect(await dips()).toEqual([
      expect.objectContaining({
        programme: 'lpg-3kg',
        subject: 'nik',
        quotaOf: 'nik',
        from: '2026-04-01',
        to: '2026-04-30',
        limitThousandths: 4_000,
        quantityThousandths: 7_000,
        stores: [
          { gerai: 'Gerai Kaliwungu', quantityThousandths: 4_000 },
          { gerai: 'Gerai Torongsari', quantityThousandths: 3_000 },
        ],
      }),
    ]);
    const page = await (await district.asOffice('/')).text();
    expect(page).toContain('LPG 3 kg');
    expect(page).toContain('Gerai Torongsari (DDP01 kasa 1): 3 tabung');
    expect(page).not.toContain(buyer.sharedNikKey);
    expect(JSON.stringify(await dips())).not.toContain(buyer.sharedNikKey);
  });

  it('is not flagged within the quota, in another month, or once it was brought back', async () => {
    const before = (await dips()).length;
    const [here, there] = [await store('Gerai Satu'), await store('Gerai Dua')];
    const [modest, patient, honest] = [somebody(), somebody(), somebody()];
    sellLpg(here, modest, 2);
    sellLpg(there, modest, 2);
    sellLpg(here, patient, 4);
    sellLpg(there, patient, 4, { date: '2026-05-01' });
    sellLpg(here, honest, 4);
    there.takeBack(sellLpg(there, honest, 3));
    await sendAll(here, there);
    expect(await dips()).toHaveLength(before);
  });

  it('is judged by the mildest of limits that differ, by those for the category, and only where a rule is active', async () => {
    const before = (await dips()).length;
    const quota = (last: string, more: Partial<typeof MONTHLY>) => ({
      ...MONTHLY,
      ruleId: `0198c0de-0000-7000-9000-0000000001${last}`,
      ...more,
    });
    const generous = quota('01', { limitThousandths: thousandths(10_000) });
    const micro = quota('02', { category: 'usaha-mikro', limitThousandths: thousandths(5_000) });
    const off = quota('03', { limitThousandths: thousandths(1_000), active: false });
    const [strict, mild, trade, none] = [
      await store('Gerai Ketat'),
      await store('Gerai Longgar', [generous]),
      await store('Gerai Usaha', [micro]),
      await store('Gerai Tanpa', [off]),
    ];
    const [buyer, trader] = [somebody(), { ...somebody(), category: 'usaha-mikro' as const }];
    sellLpg(strict, buyer, 4);
    sellLpg(mild, buyer, 5);
    sellLpg(trade, trader, 3);
    sellLpg(none, trader, 2);
    await sendAll(strict, mild, trade, none);
    expect(await dips()).toHaveLength(before);
    sellLpg(mild, buyer, 2);
    sellLpg(trade, trader, 1);
    await sendAll(mild, trade);
    const limits = (await dips()).map(({ limitThousandths }) => limitThousandths);
    expect(limits).toHaveLength(before + 2);
    expect(limits).toEqual(expect.arrayContaining([10_000, 5_000]));
  });

  it('in a family counts with everybody of it', async () => {
    const before = await dips();
    const family = { ...MONTHLY, ruleId: '0198c0de-0000-7000-9000-000000000201', subject: 'kk' as const };
    const [here, there] = [await store('Gerai Ibu', [family]), await store('Gerai Ayah', [family])];
    const sharedKkKey = 'dd'.repeat(32);
    sellLpg(here, { ...somebody(), sharedKkKey }, 3);
    sellLpg(there, { ...somebody(), sharedKkKey }, 2);
    await sendAll(here, there);
    const found = (await dips()).filter(({ subject }) => subject === 'kk');
    expect(found).toEqual([expect.objectContaining({ limitThousandths: 4_000, quantityThousandths: 5_000 })]);
    expect(await dips()).toHaveLength(before.length + 1);
  });

  it('gets no second family quota for a second KK, nor for one that was left at home', async () => {
    const before = (await dips()).length;
    const weekly = {
      ...MONTHLY,
      ruleId: '0198c0de-0000-7000-9000-000000000202',
      subject: 'kk' as const,
      window: 'week' as const,
      limitThousandths: thousandths(2_000),
    };
    const [here, there] = [await store('Gerai Pagi', [weekly]), await store('Gerai Sore', [weekly])];
    const [siti, dewi, modest, same] = [somebody(), somebody(), somebody(), somebody()];
    const [one, two] = ['ab'.repeat(32), 'cd'.repeat(32)];
    sellLpg(here, { ...siti, sharedKkKey: one }, 2);
    sellLpg(there, { ...siti, sharedKkKey: two }, 2);
    sellLpg(here, dewi, 2);
    sellLpg(there, { ...dewi, sharedKkKey: 'ac'.repeat(32) }, 1);
    sellLpg(here, { ...modest, sharedKkKey: 'ba'.repeat(32) }, 1);
    sellLpg(there, { ...modest, sharedKkKey: 'bc'.repeat(32) }, 1);
    await sendAll(here, there);
    const found = (await dips()).filter(({ quotaOf, subject }) => quotaOf === 'kk' && subject === 'nik');
    expect(found).toEqual([
      expect.objectContaining({ from: '2026-04-13', limitThousandths: 2_000, quantityThousandths: 4_000 }),
      expect.objectContaining({ from: '2026-04-13', limitThousandths: 2_000, quantityThousandths: 3_000 }),
    ]);
    expect(await dips()).toHaveLength(before + 2);
    const page = await (await district.asOffice('/')).text();
    expect(page).toContain('satu NIK, KK tidak sama');
    // Under one KK it is the family's finding, and stands there once.
    const family = { ...same, sharedKkKey: 'da'.repeat(32) };
    sellLpg(here, family, 2);
    sellLpg(there, family, 1);
    await sendAll(here, there);
    expect((await dips()).filter(({ quotaOf, subject }) => quotaOf === 'kk' && subject === 'nik')).toEqual(
      found,
    );
    expect(await dips()).toHaveLength(before + 3);
  });

  it('is told to a till that asks, by date, from other tills only, each purchase once', async () => {
    const [here, there] = [await store('Gerai Tanya'), await store('Gerai Jawab')];
    const sharedKkKey = 'ee'.repeat(32);
    const [siti, joko] = [
      { ...somebody(), sharedKkKey },
      { ...somebody(), sharedKkKey },
    ];
    sellLpg(here, siti, 1);
    sellLpg(there, siti, 2);
    there.takeBack(sellLpg(there, siti, 1));
    sellLpg(there, joko, 1, { date: '2026-04-16' });
    sellLpg(there, siti, 1, { date: '2026-03-31' });
    await sendAll(here, there);
    const purchase = { programme: 'lpg-3kg', category: 'rumah-tangga' };
    expect(await countsOf(here, siti.sharedNikKey, sharedKkKey)).toEqual([
      { ...purchase, key: sharedKkKey, date: '2026-04-16', quantityThousandths: 1_000 },
      { ...purchase, key: siti.sharedNikKey, date: '2026-04-15', quantityThousandths: 2_000 },
    ]);
    expect(await countsOf(there, siti.sharedNikKey)).toEqual([
      { ...purchase, key: siti.sharedNikKey, date: '2026-04-15', quantityThousandths: 1_000 },
    ]);
    expect(await countsOf(here, somebody().sharedNikKey)).toEqual([]);
  });

  it('keeps real stores and examples apart', async () => {
    const before = (await dips()).length;
    const [real, example] = [await store('Gerai Nyata'), await store('Gerai Coba', [MONTHLY], true)];
    const buyer = somebody();
    sellLpg(real, buyer, 3);
    sellLpg(example, buyer, 3);
    await sendAll(real, example);
    expect(await dips()).toHaveLength(before);
    expect(await countsOf(real, buyer.sharedNikKey)).toEqual([]);
  });

  it('is nobody’s business without a signature, and no question may be endless', async () => {
    const till = await store('Gerai Aman');
    const stranger = await store('Gerai Lain');
    const question = { keys: [somebody().sharedNikKey], programmes: ['lpg-3kg'], from: FIRST_DAY };
    const body = gzipSync(utf8(JSON.stringify(question)));
    const path = DISTRICT_PATHS.subjectCounts(till.tillId);
    const forged = { ...district.now, sign: (message: Uint8Array) => stranger.sign(message) };
    expect((await district.upload.post(till, path, body, forged)).refusal?.code).toBe('signature.invalid');
    const many = { ...question, keys: Array.from({ length: 5 }, () => somebody().sharedNikKey) };
    expect((await ask(till, many)).refusal?.code).toBe('request.malformed');
    expect((await ask(till, { ...question, keys: ['3578011504800001'] })).refusal?.code).toBe(
      'request.malformed',
    );
    const bare = await fetch(new URL('/v1/double-dips', district.running.url));
    expect(bare.status).toBe(401);
  });
});
