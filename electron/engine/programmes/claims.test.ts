import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOfType } from '../../../test/support/journal.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { closeShift, openShift, SmallShop } from '../../../test/support/small-shop.ts';
import {
  addRule,
  hetOf,
  registerVillager,
  RULE,
  sellLpg,
  sellSubsidised,
  STOCK,
  SUBSIDISED,
  subsidisedId,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { Claim } from '../../../shared/contract/programmes.ts';
import { trialBalance } from '../ledger/index.ts';
import { openReadOnly } from '../db/open.ts';

let shop: SmallShop;
let ratna: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  ratna = await shop.as('Ratna');
  await sellSubsidised(shop);
});

afterEach(() => shop.close());

const claims = async (): Promise<Claim[]> => valueOf(await (await shop.as('Joko')).programmes.claims({}));

/** What is claimed, the newest first: of what, for how many, how much. */
const claimed = async () =>
  (await claims()).map(({ decree, lines, totalRp }) => [
    decree,
    lines.map(({ onHandThousandths }) => onHandThousandths / 1000),
    totalRp,
  ]);

/** The HET falls from 18.000 to this, from a date on. */
const falls = (amountRp: number, validFrom: string, decree = `turun ke ${amountRp}`) =>
  addRule(shop, { ...hetOf(amountRp, validFrom), decree });

describe('a decree lowers the price of LPG', () => {
  test('at midnight, in the middle of a shift: the next buyer pays less, the rest is claimed once', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    await falls(17_000, '2026-04-16');
    await sellLpg(siti, registrationId);
    expect(await claimed()).toEqual([]);
    shop.till.clock.set('2026-04-15T17:00:01Z');
    const { registrationId: karjo } = await registerVillager(siti, 'Paimin');
    await sellLpg(siti, karjo, 2);
    await sellLpg(siti, karjo);
    // 45 were left when the price fell: one had been sold before midnight.
    expect(await claimed()).toEqual([['turun ke 17000', [45], 45_000]]);
    const sold = recordsOfType(shop, 'sale-completed/2').map(({ body }) => body.totalRp);
    expect(sold).toEqual([18_000, 34_000, 17_000]);
  });

  test('overnight: it is claimed when the next day is opened', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti, 0);
    await closeShift(siti, 0);
    valueOf(await (await shop.as('Joko')).cash.closeDay({}));
    await falls(17_500, '2026-04-16');
    shop.till.clock.pass(86_400_000);
    expect(await claimed()).toEqual([]);
    await openShift(await shop.as('Budi'));
    expect(await claimed()).toEqual([['turun ke 17500', [STOCK.lpg], 23_000]]);
  });

  test('and is only heard of days later: what is there then is claimed', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    shop.till.clock.pass(5 * 86_400_000);
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    await sellLpg(siti, registrationId, 2);
    await falls(17_000, '2026-04-17');
    expect(await claims()).toMatchObject([
      { effectiveOn: '2026-04-17', beforeRp: 18_000, afterRp: 17_000, totalRp: 44_000, status: 'open' },
    ]);
    shop.till.clock.pass(7 * 86_400_000);
    await sellLpg(siti, registrationId);
    expect(await claims()).toHaveLength(1);
  });

  test('twice while the store was shut: each fall is claimed on what is there', async () => {
    await falls(17_500, '2026-04-17');
    await falls(17_000, '2026-04-19');
    shop.till.clock.pass(6 * 86_400_000);
    await openShift(await shop.as('Siti'));
    expect(await claimed()).toEqual([
      ['turun ke 17000', [STOCK.lpg], 23_000],
      ['turun ke 17500', [STOCK.lpg], 23_000],
    ]);
  });

  test('by letting a dearer rule of the kabupaten end', async () => {
    valueOf(await ratna.programmes.setPlace({ region: '3507', sellerTier: '' }));
    const own = { ...hetOf(18_500, '2025-02-01'), region: '3507', decree: 'Perbup 3/2025' };
    await addRule(shop, { ...own, validTo: '2026-04-20' });
    shop.till.clock.pass(6 * 86_400_000);
    await openShift(await shop.as('Siti'));
    expect(await claims()).toMatchObject([
      { effectiveOn: '2026-04-21', decree: 'SK Gub 801/2024', beforeRp: 18_500, afterRp: 18_000 },
    ]);
  });

  test.each([
    ['a price that rises', 'lpg-3kg', 'het', 19_000, '2026-04-16'],
    ['a fall before the till began', 'lpg-3kg', 'het', 17_000, '2026-04-01'],
    ['one on the very day it began', 'lpg-3kg', 'het', 17_000, '2026-04-15'],
    ['a reference price, which nobody had to follow', 'minyakita', 'hap', 15_000, '2026-04-16'],
  ] as const)('%s claims nothing', async (_what, programme, priceKind, amountRp, validFrom) => {
    await addRule(shop, { ...RULE, programme, kind: 'price', priceKind, amountRp, validFrom });
    shop.till.clock.pass(2 * 86_400_000);
    await openShift(await shop.as('Siti'));
    expect(recordsOfType(shop, 'price-claim-raised/1')).toEqual([]);
  });

  test('what a buyer brings back after midnight was not here when it fell', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    const saleId = await sellLpg(siti, registrationId, 2);
    await falls(17_000, '2026-04-16');
    shop.till.clock.set('2026-04-15T17:00:01Z');
    const joko = await shop.as('Joko');
    valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId))));
    expect(await claimed()).toEqual([['turun ke 17000', [STOCK.lpg - 2], 44_000]]);
  });

  test('twice to the same rule: each time is claimed, and a rule that changes neither claims nothing', async () => {
    valueOf(await ratna.programmes.setPlace({ region: '3507', sellerTier: '' }));
    const own = { region: '3507', decree: 'Perbup 3/2025' };
    await addRule(shop, { ...hetOf(18_500, '2025-02-01'), ...own, validTo: '2026-04-20' });
    shop.till.clock.pass(6 * 86_400_000);
    const siti = await shop.as('Siti');
    await openShift(siti);
    await addRule(shop, { ...hetOf(19_000, '2026-05-01'), ...own, validTo: '2026-05-31' });
    await addRule(shop, { ...hetOf(16_000, '2026-04-01'), region: '73', decree: 'SK Gub Sulsel' });
    const raised = async () =>
      (await claims()).map(({ effectiveOn, beforeRp, afterRp }) => [effectiveOn, beforeRp, afterRp]);
    expect(await raised()).toEqual([['2026-04-21', 18_500, 18_000]]);
    shop.till.clock.pass(41 * 86_400_000);
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    await sellLpg(siti, registrationId);
    expect(await raised()).toEqual([
      ['2026-06-01', 19_000, 18_000],
      ['2026-04-21', 18_500, 18_000],
    ]);
  });

  test('of goods that are linked only afterwards: it waits for them', async () => {
    const productId = await subsidisedId(shop, SUBSIDISED.oil);
    const link = { productId, measureThousandths: 1_000, cylinder: null };
    valueOf(await ratna.programmes.setGoods({ ...link, programme: null }));
    const oil = { ...RULE, programme: 'minyakita', kind: 'price', priceKind: 'het' } as const;
    await addRule(shop, { ...oil, amountRp: 15_000, validFrom: '2026-04-16', decree: 'Permendag 9/2026' });
    shop.till.clock.pass(86_400_000);
    await openShift(await shop.as('Siti'));
    expect(recordsOfType(shop, 'price-claim-raised/1')).toEqual([]);
    valueOf(await ratna.programmes.setGoods({ ...link, programme: 'minyakita' }));
    expect(await claimed()).toEqual([['Permendag 9/2026', [STOCK.oil], 24 * 700]]);
  });

  test('with none of it in the store: it was looked at, and what comes later was bought for less', async () => {
    const productId = await subsidisedId(shop, SUBSIDISED.lpg);
    valueOf(
      await ratna.programmes.setGoods({ productId, programme: null, measureThousandths: 1, cylinder: null }),
    );
    const deposit = await subsidisedId(shop, SUBSIDISED.deposit);
    const link = { programme: 'lpg-3kg', measureThousandths: 1_000, cylinder: null };
    valueOf(await ratna.programmes.setGoods({ productId: deposit, ...link }));
    await falls(17_000, '2026-04-16');
    shop.till.clock.pass(86_400_000);
    await openShift(await shop.as('Siti'));
    expect(await claims()).toEqual([]);
    expect(recordsOfType(shop, 'price-claim-raised/1')).toMatchObject([{ body: { lines: [], totalRp: 0 } }]);
    valueOf(await ratna.programmes.setGoods({ productId, ...link }));
    expect(await claims()).toEqual([]);
  });

  test('bags are claimed by what is in them', async () => {
    await addRule(shop, {
      ...RULE,
      programme: 'sphp',
      kind: 'price',
      priceKind: 'program',
      amountRp: 12_399,
      validFrom: '2026-04-16',
    });
    shop.till.clock.pass(86_400_000);
    await openShift(await shop.as('Siti'));
    const [claim] = await claims();
    expect(claim).toMatchObject({ programmeName: 'Beras SPHP', programmeUnit: 'kg', totalRp: 101 * 150 });
    expect(claim?.lines).toMatchObject([
      { name: 'Beras SPHP 5 kg', onHandThousandths: 30_000, quantityThousandths: 150_000 },
    ]);
  });
});

describe('what becomes of a claim', () => {
  let joko: TillClient;
  let claimId: string;

  beforeEach(async () => {
    joko = await shop.as('Joko');
    await falls(17_000, '2026-04-16');
    shop.till.clock.pass(86_400_000);
    await openShift(await shop.as('Siti'));
    claimId = (await claims())[0]!.claimId;
  });

  /** What the books say of money. */
  const books = () => {
    const db = openReadOnly(shop.till.dir.path);
    try {
      const rows = trialBalance(db);
      const of = (account: string) => rows.find((row) => row.account === account)?.amount_rp ?? 0;
      return [of('supplier-claims'), of('claim-income'), of('bank')];
    } finally {
      db.close();
    }
  };

  test('it is sent, partly paid, and the rest is refused', async () => {
    expect(books()).toEqual([46_000, -46_000, 0]);
    valueOf(await joko.programmes.settleClaim({ claimId, outcome: 'sent', note: 'surat 4/2026 ke agen' }));
    expect(await claims()).toMatchObject([{ status: 'sent', openRp: 46_000, note: 'surat 4/2026 ke agen' }]);
    valueOf(await joko.programmes.settleClaim({ claimId, outcome: 'paid', paidRp: 40_000 }));
    expect(await claims()).toMatchObject([{ status: 'sent', paidRp: 40_000, openRp: 6_000 }]);
    valueOf(await joko.programmes.settleClaim({ claimId, outcome: 'refused', refusedRp: 6_000 }));
    expect(await claims()).toMatchObject([{ status: 'settled', refusedRp: 6_000, openRp: 0 }]);
    expect(books()).toEqual([0, -40_000, 40_000]);
  });

  test.each([
    ['more than was claimed', { outcome: 'paid', paidRp: 46_001 }],
    ['more in two parts than was claimed', { outcome: 'paid', paidRp: 46_000, refusedRp: 1 }],
    ['nothing at all', { outcome: 'paid' }],
    ['a payment that is called a refusal', { outcome: 'refused', paidRp: 1_000 }],
    ['money that came with the letter', { outcome: 'sent', paidRp: 1_000 }],
  ] as const)('%s is refused', async (_what, said) => {
    expect(refusalOf(await joko.programmes.settleClaim({ claimId, ...said }))).toMatchObject({
      code: 'claim.amounts',
      params: { openRp: 46_000 },
    });
    expect(recordsOfType(shop, 'price-claim-settled/1')).toEqual([]);
  });

  test('one that is settled stays so, and one that nobody raised is nobody’s', async () => {
    valueOf(await joko.programmes.settleClaim({ claimId, outcome: 'paid', paidRp: 46_000 }));
    const again = { claimId, outcome: 'sent' } as const;
    expect(refusalOf(await joko.programmes.settleClaim(again)).code).toBe('claim.settled');
    const unknown = { ...again, claimId: '0196a000-0000-7000-8000-00000000dead' };
    expect(refusalOf(await joko.programmes.settleClaim(unknown)).code).toBe('claim.unknown');
    const siti = await shop.as('Siti');
    expect(refusalOf(await siti.programmes.claims({})).code).toBe('permission.denied');
  });
});
