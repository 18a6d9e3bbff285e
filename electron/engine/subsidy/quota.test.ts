import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { QuotaState } from '../../../shared/domain/programmes/verdict.ts';
import { registering } from '../../../test/support/registering.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { openShift, SmallShop } from '../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  registerVillager,
  ring,
  RULE,
  sellLpg,
  sellSubsidised,
  SUBSIDISED,
  VILLAGERS,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  await addRule(shop, {
    ...RULE,
    programme: 'lpg-3kg',
    kind: 'quota',
    subject: 'nik',
    category: null,
    window: 'week',
    limitThousandths: 2_000,
    effect: 'block',
  });
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
});
afterEach(() => shop.close());

/** What a quota of LPG says to somebody who wants one cylinder; the ticket is given up again. */
async function quotaOf(
  registrationId: string,
  subject: QuotaState['subject'],
): Promise<{ used: number; effect: string }> {
  await ring(siti, SUBSIDISED.lpg);
  const { ticketId, subsidy } = await buys(siti, registrationId);
  valueOf(await siti.till.abandon({ ticketId }));
  const state = subsidy?.verdict.quotas.find((each) => each.subject === subject);
  if (subsidy === null || state === undefined) throw new Error(`no quota by ${subject}`);
  return { used: state.usedThousandths, effect: subsidy.verdict.effect };
}

describe('what was bought', () => {
  test('counts for the buyer and the buyer’s family, and stands on their page', async () => {
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    const karjo = await registerVillager(siti, 'Karjo');
    await sellLpg(siti, registrationId, 2);
    expect(await quotaOf(registrationId, 'nik')).toEqual({ used: 2_000, effect: 'refuse' });
    expect(await quotaOf(karjo.registrationId, 'nik')).toEqual({ used: 0, effect: 'refuse' });
    expect(await quotaOf(karjo.registrationId, 'kk')).toEqual({ used: 2_000, effect: 'refuse' });
    const paimin = await registerVillager(siti, 'Paimin');
    expect(await quotaOf(paimin.registrationId, 'nik')).toEqual({ used: 0, effect: 'allow' });
    const detail = valueOf(await siti.subsidy.registration({ registrationId }));
    expect(detail.lastBoughtOn).toBe('2026-04-15');
    expect(detail.purchases).toMatchObject([
      {
        receipt: 'SKM01-1-0001',
        date: '2026-04-15',
        programme: 'lpg-3kg',
        category: 'rumah-tangga',
        quantityThousandths: 2_000,
        returnedThousandths: 0,
      },
    ]);
  });

  test('counts no longer once it has come back, piece by piece', async () => {
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    const saleId = await sellLpg(siti, registrationId, 2);
    valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId, { 0: 1_000 }))));
    expect(await quotaOf(registrationId, 'nik')).toEqual({ used: 1_000, effect: 'allow' });
    valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId))));
    expect(await quotaOf(registrationId, 'kk')).toEqual({ used: 0, effect: 'allow' });
    const { purchases } = valueOf(await siti.subsidy.registration({ registrationId }));
    expect(purchases).toMatchObject([{ quantityThousandths: 2_000, returnedThousandths: 2_000 }]);
  });

  test('counts for a family whose KK was not asked for when it was bought', async () => {
    const stall = { categories: ['usaha-mikro' as const] };
    const alone = { ...registering('Sumarni'), ...stall, kk: null };
    const { registrationId } = valueOf(await siti.subsidy.register(alone));
    await sellLpg(siti, registrationId, 2);
    // From now on stalls are counted by family.
    await addRule(shop, {
      ...RULE,
      programme: 'lpg-3kg',
      kind: 'quota',
      subject: 'kk',
      category: 'usaha-mikro',
      window: 'week',
      limitThousandths: 2_000,
      effect: 'block',
    });
    const karjo = valueOf(await siti.subsidy.register({ ...registering('Karjo'), ...stall }));
    expect(await quotaOf(karjo.registrationId, 'kk')).toEqual({ used: 0, effect: 'allow' });
    valueOf(await siti.subsidy.register({ ...registering('Sumarni'), ...stall }));
    expect(await quotaOf(karjo.registrationId, 'kk')).toEqual({ used: 2_000, effect: 'refuse' });
  });

  test('is not lost by putting a mistyped NIK right', async () => {
    const mistyped = { ...registering('Paimin'), nik: '3507011708690070' };
    const { registrationId } = valueOf(await siti.subsidy.register(mistyped));
    await sellLpg(siti, registrationId, 2);
    const { name, address, categories } = registering('Paimin');
    const { nik } = VILLAGERS.Paimin;
    const change = { registrationId, nik, name, ...(address === undefined ? {} : { address }), categories };
    valueOf(await joko.subsidy.saveRegistration(change));
    expect(await quotaOf(registrationId, 'nik')).toEqual({ used: 2_000, effect: 'refuse' });
  });

  test('counts on under the same NIK after the buyer was erased and came back', async () => {
    const ratna = await shop.as('Ratna');
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    await sellLpg(siti, registrationId, 2);
    valueOf(await ratna.subsidy.erase({ registrationId }));
    await ring(siti, SUBSIDISED.lpg);
    const gone = await siti.till.setSubsidyBuyer({ registrationId });
    expect(refusalOf(gone).code).toBe('registration.erased');
    const { ticketId } = valueOf(await siti.till.ticket({}));
    valueOf(await siti.till.abandon({ ticketId }));
    const back = await registerVillager(siti, 'Sumarni');
    expect(back).toMatchObject({ registrationId, erased: false, name: 'Sumarni' });
    expect(await quotaOf(registrationId, 'nik')).toEqual({ used: 2_000, effect: 'refuse' });
  });

  test('keeps the number for as long after the last purchase as was said', async () => {
    const { registrationId, expiresOn } = await registerVillager(siti, 'Sumarni');
    expect(expiresOn).toBe('2027-04-15');
    shop.till.clock.pass(5 * 24 * 3_600_000);
    await sellLpg(siti, registrationId);
    const detail = valueOf(await siti.subsidy.registration({ registrationId }));
    expect(detail).toMatchObject({ lastBoughtOn: '2026-04-20', expiresOn: '2027-04-20' });
  });
});
