import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOfType } from '../../../test/support/journal.ts';
import { closeShift, openShift, SmallShop } from '../../../test/support/small-shop.ts';
import {
  registerVillager,
  sellLpg,
  sellSubsidised,
  subsidisedId,
  SUBSIDISED,
  VILLAGERS,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

const DAY_MS = 24 * 3_600_000;

let shop: SmallShop;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
});
// Looks at the books too: the chain, and every table built anew from it.
afterEach(() => shop.close());

/** A business day on which nothing happens, closed in the evening. */
async function quietDay(businessDate: string | null = null): Promise<void> {
  const joko = await shop.as('Joko');
  valueOf(await joko.cash.openShift({ floatRp: 0, businessDate }));
  await closeShift(joko, 0);
  valueOf(await joko.cash.closeDay({}));
}

describe('a buyer who asks to be erased', () => {
  test('is: by the pengurus, on record, with what was bought left standing', async () => {
    const siti = await shop.as('Siti');
    const joko = await shop.as('Joko');
    const ratna = await shop.as('Ratna');
    await openShift(siti);
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    await sellLpg(siti, registrationId, 2);
    const productId = await subsidisedId(shop, SUBSIDISED.lpg);
    valueOf(await siti.subsidy.addWaiting({ registrationId, productId, category: 'rumah-tangga' }));
    expect(refusalOf(await joko.subsidy.erase({ registrationId })).code).toBe('permission.denied');
    const erased = valueOf(await ratna.subsidy.erase({ registrationId }));
    expect(erased).toMatchObject({ name: '', maskedNik: '', maskedKk: '', address: '', erased: true });
    expect(erased).toMatchObject({ nameState: 'erased', hasNik: true, lastBoughtOn: '2026-04-15' });
    expect(erased.purchases).toHaveLength(1);
    expect(valueOf(await siti.subsidy.waiting({})).entries).toEqual([]);
    const number = await joko.subsidy.copyNumber({ registrationId, purpose: 'official-request' });
    expect(refusalOf(number).code).toBe('registration.erased');
    expect(valueOf(await joko.subsidy.registrations({ text: '0021' })).total).toBe(0);
    // Asking once more changes nothing.
    valueOf(await ratna.subsidy.erase({ registrationId }));
    expect(recordsOfType(shop, 'subsidy-erased/1')).toMatchObject([
      { actor: await shop.staffId('Ratna'), body: { registrationId, cause: 'request' } },
    ]);
    const report = valueOf(await joko.reports.daily({ businessDate: '2026-04-15' }));
    expect(report.events).toMatchObject([{ kind: 'buyer-erased', subject: 'request', who: 'Ratna' }]);
  });

  test('is known again by the NIK alone, with nothing told of who it was', async () => {
    const siti = await shop.as('Siti');
    const ratna = await shop.as('Ratna');
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    valueOf(await ratna.subsidy.erase({ registrationId }));
    const found = valueOf(await siti.subsidy.identify({ number: VILLAGERS.Sumarni.nik }));
    expect(found.registrations).toMatchObject([{ registrationId, name: '', maskedNik: '', erased: true }]);
  });
});

describe('a buyer who does not come any more', () => {
  test('is erased by the till once the time is over that was told', async () => {
    const siti = await shop.as('Siti');
    const { registrationId, expiresOn } = await registerVillager(siti, 'Sumarni');
    expect(expiresOn).toBe('2027-04-15');
    const isErased = async () => valueOf(await siti.subsidy.registration({ registrationId })).erased;
    shop.till.clock.pass(365 * DAY_MS);
    await quietDay();
    shop.till.clock.pass(DAY_MS);
    await quietDay();
    // On the last day of the time itself the number may still be kept.
    expect(await isErased()).toBe(false);
    shop.till.clock.pass(DAY_MS);
    await quietDay();
    expect(await isErased()).toBe(true);
    expect(recordsOfType(shop, 'subsidy-erased/1')).toMatchObject([
      { actor: 'system', body: { registrationId, cause: 'expired' } },
    ]);
  });

  test('is erased when the till is started too', async () => {
    const siti = await shop.as('Siti');
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    shop.till.clock.pass(366 * DAY_MS);
    await quietDay();
    expect(recordsOfType(shop, 'subsidy-erased/1')).toEqual([]);
    await shop.restart();
    expect(recordsOfType(shop, 'subsidy-erased/1')).toMatchObject([{ body: { registrationId } }]);
  });

  test('is not erased because the clock leaps ahead', async () => {
    const siti = await shop.as('Siti');
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    await quietDay();
    shop.till.clock.set('2031-01-01T01:00:00Z');
    await shop.restart();
    const joko = await shop.as('Joko');
    valueOf(await joko.cash.openShift({ floatRp: 0 }));
    expect(valueOf(await joko.subsidy.registration({ registrationId })).erased).toBe(false);
  });
});
