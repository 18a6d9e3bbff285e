import { describe, expect, it } from 'vitest';
import { productTermsSchema, type ProductTerms } from '../../../shared/contract/catalog.ts';
import { checkTerms, termsDraftOf, toTerms, withoutPack, withPack, withPrice } from './terms-draft.ts';

const NOODLES: ProductTerms = productTermsSchema.parse({
  productId: '0196a000-0000-7000-8000-000000000002',
  taxClass: 'kena',
  ceilingRp: 3_500,
  packs: [
    { unit: 'dus', contentThousandths: 40_000, barcodes: ['10089686010944'], plu: null },
    { unit: 'setengah dus', contentThousandths: 20_500, barcodes: [], plu: '9' },
  ],
  prices: [
    { unit: null, tier: 'anggota', fromThousandths: 0, priceRp: 3_000, validFrom: null, validTo: null },
    {
      unit: 'dus',
      tier: 'umum',
      fromThousandths: 2_500,
      priceRp: 118_000,
      validFrom: '2026-04-01',
      validTo: null,
    },
  ],
});

describe('terms being edited', () => {
  it('come back as they were when nothing is changed', () => {
    expect(toTerms(termsDraftOf(NOODLES), NOODLES.productId)).toEqual(NOODLES);
    expect(checkTerms(termsDraftOf(NOODLES))).toEqual({});
  });

  it('keep a price with its pack while the pack gets another name', () => {
    const draft = termsDraftOf(NOODLES);
    const renamed = {
      ...draft,
      packs: draft.packs.map((pack) => (pack.unit === 'dus' ? { ...pack, unit: 'karton' } : pack)),
    };
    expect(toTerms(renamed, NOODLES.productId).prices[1]).toMatchObject({ unit: 'karton', priceRp: 118_000 });
  });

  it('lose the prices of a pack with the pack', () => {
    const { packs, prices } = toTerms(withoutPack(termsDraftOf(NOODLES), 0), NOODLES.productId);
    expect(packs.map(({ unit }) => unit)).toEqual(['setengah dus']);
    expect(prices.map(({ unit }) => unit)).toEqual([null]);
  });

  it('begin a new price with the pack that has none', () => {
    const bare = withPrice(withPack(termsDraftOf({ ...NOODLES, packs: [], prices: [] })));
    expect(bare.prices).toMatchObject([{ pack: 0, tier: 'umum' }]);
    expect(withPrice(bare).prices[1]).toMatchObject({ pack: null, tier: 'anggota' });
  });

  it('say what is missing, by its place', () => {
    const draft = withPrice(withPack(termsDraftOf({ ...NOODLES, packs: [], prices: [] })));
    const [price] = draft.prices;
    const wrong = checkTerms({ ...draft, prices: [{ ...price!, from: 'dua', validTo: '31-2-2026' }] });
    expect(Object.keys(wrong)).toEqual([
      'pack 0 unit',
      'pack 0 content',
      'price 0 from',
      'price 0 price',
      'price 0 validTo',
    ]);
  });
});
