import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import {
  addRule,
  ring,
  RULE,
  sellSubsidised,
  SUBSIDISED,
  subsidisedId,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { catalogContract } from '../../../shared/contract/catalog.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { RuleDraft } from '../../../shared/contract/programmes.ts';

let shop: SmallShop;
let joko: TillClient;
let oil: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  joko = await shop.as('Joko');
  await sellSubsidised(shop);
  oil = await subsidisedId(shop, SUBSIDISED.oil);
});

afterEach(() => shop.close());

/** Another price of Minyakita, per liter. */
const oilPrice = (change: Partial<Extract<RuleDraft, { kind: 'price' }>>): RuleDraft => ({
  ...RULE,
  programme: 'minyakita',
  kind: 'price',
  priceKind: 'het',
  amountRp: 15_000,
  validFrom: '2026-04-20',
  ...change,
});

/** Saves Minyakita at another price, as the editor does. */
async function saveAt(priceRp: number) {
  const {
    onHandThousandths: _held,
    packs: _packs,
    ...product
  } = valueOf(await joko.catalog.product({ productId: oil }));
  return joko.catalog.save({ ...product, priceRp });
}

type TermsInput = InputOf<typeof catalogContract.saveTerms>;
type PriceInput = TermsInput['prices'][number];

const DUS = { unit: 'dus', contentThousandths: 12_000, barcodes: [], plu: null };

/** Saves how Minyakita is sold: by the bottle and by the dus of 12. */
const saveTerms = (...prices: Partial<PriceInput>[]) =>
  joko.catalog.saveTerms({
    productId: oil,
    taxClass: 'kena',
    ceilingRp: null,
    packs: [DUS],
    prices: prices.map((price) => ({
      unit: null,
      tier: 'umum',
      fromThousandths: 0,
      priceRp: 15_700,
      validFrom: null,
      validTo: null,
      ...price,
    })),
  });

const ABOVE = 'product.above-ceiling-decree';

describe('the price of a product', () => {
  test('is the HET at most, and the refusal names it and its decree', async () => {
    expect(refusalOf(await saveAt(15_701))).toMatchObject({
      code: ABOVE,
      params: { priceRp: 15_701, unit: 'botol', ceilingRp: 15_700, decree: 'SK Gub 801/2024' },
    });
    expect(valueOf(await saveAt(15_500))).toMatchObject({ priceRp: 15_500, aboveReference: [] });
  });

  test('above a reference price (HAP) is kept, and whoever kept it is told', async () => {
    await addRule(shop, oilPrice({ priceKind: 'hap', validFrom: '2026-04-01', decree: 'HAP Bapanas' }));
    expect(valueOf(await saveAt(15_200)).aboveReference).toEqual([
      { unit: 'botol', priceRp: 15_200, limitRp: 15_000, decree: 'HAP Bapanas' },
    ]);
    expect(valueOf(await saveAt(15_000)).aboveReference).toEqual([]);
  });

  test('is judged by the rule of the day, and the shift’s midnight is one', async () => {
    await openShift(await shop.as('Siti'));
    await addRule(shop, oilPrice({ validFrom: '2026-04-16', decree: 'Permendag 9/2026' }));
    valueOf(await saveAt(15_600));
    shop.till.clock.set('2026-04-15T17:00:00Z');
    expect(refusalOf(await saveAt(15_650))).toMatchObject({
      code: ABOVE,
      params: { ceilingRp: 15_000, decree: 'Permendag 9/2026' },
    });
  });

  test('of goods that belong to no programme is the store’s own affair', async () => {
    const ratna = await shop.as('Ratna');
    valueOf(
      await ratna.programmes.setGoods({
        productId: oil,
        programme: null,
        measureThousandths: 1_000,
        cylinder: null,
      }),
    );
    expect(valueOf(await saveAt(20_000))).toMatchObject({ priceRp: 20_000, aboveReference: [] });
  });
});

describe('prices beside it', () => {
  test.each([
    ['of members', { tier: 'anggota', priceRp: 15_701 }, 'botol', 15_700],
    ['of a dus', { unit: 'dus', priceRp: 188_401 }, 'dus', 188_400],
    ['from three bottles on', { fromThousandths: 3_000, priceRp: 16_000 }, 'botol', 15_700],
    ['of next week', { validFrom: '2026-04-22', priceRp: 15_701 }, 'botol', 15_700],
  ] as const)('%s are the HET at most', async (_what, price, unit, ceilingRp) => {
    expect(refusalOf(await saveTerms(price))).toMatchObject({ code: ABOVE, params: { unit, ceilingRp } });
  });

  test('that just reach it are kept, for a dus too', async () => {
    const kept = valueOf(
      await saveTerms({ unit: 'dus', priceRp: 188_400 }, { tier: 'anggota', priceRp: 15_700 }),
    );
    expect(kept).toMatchObject({ aboveReference: [] });
  });

  test('that begin with a new decree are made ready before it, and not a rupiah above', async () => {
    await addRule(shop, oilPrice({ amountRp: 16_500, decree: 'Permendag 9/2026' }));
    expect(refusalOf(await saveTerms({ validFrom: '2026-04-19', priceRp: 16_500 })).code).toBe(ABOVE);
    expect(refusalOf(await saveTerms({ validFrom: '2026-04-20', priceRp: 16_501 })).code).toBe(ABOVE);
    valueOf(await saveTerms({ validFrom: '2026-04-20', priceRp: 16_500 }));
  });

  test('that are over stay as they were, although the HET has fallen since', async () => {
    valueOf(await saveAt(14_000));
    valueOf(await saveTerms({ validFrom: '2026-04-15', validTo: '2026-04-18', priceRp: 15_700 }));
    await addRule(shop, oilPrice({}));
    shop.till.clock.pass(10 * 86_400_000);
    const again = await saveTerms({ validFrom: '2026-04-15', validTo: '2026-04-18', priceRp: 15_700 });
    expect(valueOf(again).prices).toMatchObject([{ priceRp: 15_700 }]);
  });
});

describe('a file of prices', () => {
  const preview = async (priceRp: number) => {
    const file = `nama;plu;harga\nMinyakita 1 L;205;${priceRp}\nSapu lidi;301;90000`;
    const contentBase64 = Buffer.from(file).toString('base64');
    return valueOf(await joko.catalog.importPreview({ fileName: 'harga.csv', contentBase64 }));
  };

  test('with one above the HET is refused, and says in which line and by which decree', async () => {
    const { draftId, errors } = await preview(16_000);
    const limit = { unit: 'botol', priceRp: 16_000, limitRp: 15_700, decree: 'SK Gub 801/2024' };
    expect(errors).toEqual([
      { line: 2, column: 'harga', code: 'price-above-decree', value: '16000', otherLine: null, limit },
    ]);
    expect(refusalOf(await joko.catalog.importCommit({ draftId })).code).toBe('import.has-errors');
  });

  test('with one above a reference price is taken, and the preview says so', async () => {
    await addRule(shop, oilPrice({ priceKind: 'hap', validFrom: '2026-04-01', decree: 'HAP Bapanas' }));
    const { draftId, errors, aboveReference, aboveReferenceCount } = await preview(15_300);
    expect([errors, aboveReferenceCount]).toEqual([[], 1]);
    expect(aboveReference).toEqual([
      {
        line: 2,
        name: 'Minyakita 1 L',
        unit: 'botol',
        priceRp: 15_300,
        limitRp: 15_000,
        decree: 'HAP Bapanas',
      },
    ]);
    valueOf(await joko.catalog.importCommit({ draftId }));
    expect(valueOf(await joko.catalog.product({ productId: oil })).priceRp).toBe(15_300);
  });

  test('that was looked at before midnight is looked at again after it', async () => {
    await addRule(shop, oilPrice({ validFrom: '2026-04-16' }));
    const { draftId, errorCount } = await preview(15_600);
    expect(errorCount).toBe(0);
    shop.till.clock.pass(86_400_000);
    expect(refusalOf(await joko.catalog.importCommit({ draftId })).code).toBe('import.draft-gone');
    expect(valueOf(await joko.catalog.product({ productId: oil })).priceRp).toBe(15_700);
  });
});

test('a price that a decree has overtaken is not asked for, whoever forgot to lower it', async () => {
  const siti = await shop.as('Siti');
  await openShift(siti);
  await addRule(shop, oilPrice({ validFrom: '2026-04-16' }));
  shop.till.clock.set('2026-04-15T17:00:00Z');
  const ticket = await ring(siti, SUBSIDISED.oil, 2);
  expect(valueOf(await siti.till.pay(payment(ticket))).totalRp).toBe(30_000);
});
