import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { registering } from '../../../test/support/registering.ts';
import { openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import {
  registerVillager,
  sellLpg,
  sellSubsidised,
  subsidisedId,
  SUBSIDISED,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let lpg: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  lpg = await subsidisedId(shop, SUBSIDISED.lpg);
  siti = await shop.as('Siti');
  await openShift(siti);
});
afterEach(() => shop.close());

/** Somebody registered joins the line, as what they are registered. */
async function joins(name: Parameters<typeof registerVillager>[1], pieces = 1): Promise<string> {
  const { registrationId, categories } = await registerVillager(siti, name);
  const quantityThousandths = pieces * 1_000;
  const [category = null] = categories;
  const { entries } = valueOf(
    await siti.subsidy.addWaiting({ registrationId, productId: lpg, quantityThousandths, category }),
  );
  return entries.at(-1)!.entryId;
}

/** The line as the cashier sees it. */
const line = async () => valueOf(await siti.subsidy.waiting({})).entries;

describe('the line on the day of delivery', () => {
  test('stands in order, names nobody in full, and has every quota checked already', async () => {
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    await sellLpg(siti, registrationId, 2);
    await joins('Paimin');
    await joins('Sumarni');
    expect(await line()).toMatchObject([
      {
        position: 1,
        maskedName: 'Pai****',
        maskedNik: '0007',
        productName: 'LPG 3 kg isi ulang',
        unit: 'tabung',
        programme: 'lpg-3kg',
        quantityThousandths: 1_000,
        category: 'usaha-mikro',
        state: 'ok',
        findings: [],
        afterPosition: null,
      },
      {
        position: 2,
        maskedName: 'Sum****',
        maskedNik: '0021',
        state: 'refuse',
        findings: [{ code: 'quota-exceeded', params: { limit: 2_000, used: 2_000, asked: 1_000 } }],
        afterPosition: null,
      },
    ]);
  });

  test('says at once that there is not enough for two of one family', async () => {
    await joins('Sumarni', 2);
    await joins('Paimin');
    await joins('Karjo');
    const [sumarni, paimin, karjo] = await line();
    expect([sumarni?.state, paimin?.state, karjo?.state]).toEqual(['ok', 'ok', 'refuse']);
    expect(karjo).toMatchObject({ afterPosition: 1, findings: [{ code: 'quota-exceeded' }] });
    // Nobody has bought yet, and the quota is shown as it stands.
    expect(karjo?.quotas).toMatchObject([{ subject: 'kk', usedThousandths: 0 }]);
    valueOf(await siti.subsidy.removeWaiting({ entryIds: [sumarni!.entryId] }));
    expect(await line()).toMatchObject([
      { position: 1, entryId: paimin!.entryId },
      { position: 2, entryId: karjo!.entryId, state: 'ok', afterPosition: null },
    ]);
  });

  test('whoever may not buy takes nothing away from their family behind them', async () => {
    await joins('Sumarni', 3);
    await joins('Karjo', 2);
    expect(await line()).toMatchObject([
      { state: 'refuse', findings: [{ code: 'quota-exceeded' }] },
      { state: 'ok', findings: [], afterPosition: null },
    ]);
  });

  test('is served by one key, and whoever has paid stands in it no longer', async () => {
    const entryId = await joins('Paimin', 2);
    await joins('Sumarni');
    const ticket = valueOf(await siti.till.serveWaiting({ entryId }));
    expect(ticket).toMatchObject({ totalRp: 36_000, subsidy: { category: 'usaha-mikro' } });
    valueOf(await siti.till.pay(payment(ticket)));
    expect((await line()).map(({ maskedName }) => maskedName)).toEqual(['Sum****']);
  });

  test('keeps its order over a restart', async () => {
    await joins('Paimin');
    await joins('Sumarni');
    const before = await line();
    await shop.restart();
    siti = await shop.as('Siti');
    expect(await line()).toEqual(before);
  });

  test('takes nobody twice for the same goods, and no goods without a programme', async () => {
    const { registrationId } = valueOf(await siti.subsidy.register(registering('Sumarni')));
    const join = async (productId: string, quantityThousandths = 1_000) =>
      siti.subsidy.addWaiting({ registrationId, productId, quantityThousandths, category: 'rumah-tangga' });
    const cylinder = await subsidisedId(shop, SUBSIDISED.cylinder);
    expect(refusalOf(await join(cylinder)).code).toBe('waiting.no-programme');
    expect(refusalOf(await join(lpg, 0)).code).toBe('quantity.invalid');
    expect(refusalOf(await join(lpg, 500)).code).toBe('quantity.fraction');
    expect(refusalOf(await join(lpg, 10_000_000)).code).toBe('quantity.too-large');
    valueOf(await join(lpg));
    expect(refusalOf(await join(lpg)).code).toBe('waiting.already');
    expect(await line()).toHaveLength(1);
    // Whoever is gone already is no reason to complain.
    const entryIds = [(await line())[0]!.entryId];
    valueOf(await siti.subsidy.removeWaiting({ entryIds }));
    expect(valueOf(await siti.subsidy.removeWaiting({ entryIds })).entries).toEqual([]);
  });
});
