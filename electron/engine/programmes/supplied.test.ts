import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { SmallShop } from '../../../test/support/small-shop.ts';
import { addRule, RULE } from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { SuppliedRule } from '../../../shared/contract/programmes.ts';
import { suppliedRules } from './supplied-rules.ts';

let shop: SmallShop;
let ratna: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  ratna = await shop.as('Ratna');
});

afterEach(() => shop.close());

const supplied = async (programme: string): Promise<SuppliedRule[]> =>
  valueOf(await ratna.programmes.supplied({})).filter(({ rule }) => rule.programme === programme);

/** Kind, amount or limit, and whether it is for this store. */
const offered = async (programme: string) =>
  (await supplied(programme)).map(({ rule, fits, standing }) => [
    rule.kind === 'price' ? rule.amountRp : rule.kind,
    fits,
    standing,
  ]);

describe('the list that comes with the till', () => {
  test('names a decree or says that its number is not known, and where it was read', () => {
    for (const { rule, note } of suppliedRules()) {
      expect(rule.decree).not.toBe('');
      expect(note).toMatch(/Sumber: /);
      const namesDecree = /\d+\/(?:\w+\/)*\d{2,4}/.test(rule.decree);
      const saysSo = /belum diketahui|bukan peraturan/.test(rule.decree);
      expect([rule.decree, namesDecree || saysSo]).toEqual([rule.decree, true]);
    }
  });

  test('names no rule twice, and each is as supplied', () => {
    const rules = suppliedRules().map(({ rule }) => rule);
    expect(new Set(rules.map(({ ruleId }) => ruleId)).size).toBe(rules.length);
    expect(rules.filter(({ source, active }) => source !== 'supplied' || !active)).toEqual([]);
  });

  test('SPHP is a programme price of each zone and not the HET of medium rice; sugar only a reference', () => {
    const kinds = (programme: string) =>
      suppliedRules().flatMap(({ rule }) =>
        rule.programme === programme && rule.kind === 'price' && rule.region === ''
          ? [[rule.priceKind, rule.zone, rule.amountRp]]
          : [],
      );
    expect(kinds('sphp')).toEqual([
      ['program', 1, 12_500],
      ['program', 2, 13_100],
      ['program', 3, 13_500],
    ]);
    expect(kinds('beras-medium')).toEqual([
      ['het', 1, 13_500],
      ['het', 2, 14_000],
      ['het', 3, 15_500],
    ]);
    expect(kinds('gula')).toEqual([['hap', null, 17_500]]);
  });
});

describe('a store that takes rules over', () => {
  test('sees which are for its place: a zone at once, a province once it has said where it stands', async () => {
    expect((await offered('sphp')).slice(0, 3)).toEqual([
      [12_500, true, 'in-force'],
      [13_100, false, 'elsewhere'],
      [13_500, false, 'elsewhere'],
    ]);
    expect((await offered('lpg-3kg'))[0]).toEqual([18_000, false, 'elsewhere']);
    valueOf(await ratna.programmes.setPlace({ region: '3507', sellerTier: '' }));
    expect((await offered('lpg-3kg'))[0]).toEqual([18_000, true, 'in-force']);
  });

  test('has them with their programme, as they were supplied; nothing holds before', async () => {
    expect(valueOf(await ratna.programmes.list({})).programmes).toEqual([]);
    const ours = (await supplied('sphp')).filter(({ fits, rule }) => fits && rule.kind !== 'quota');
    const ruleIds = ours.map(({ rule }) => rule.ruleId);
    const { programmes } = valueOf(await ratna.programmes.takeSupplied({ ruleIds }));
    expect(programmes).toHaveLength(1);
    expect(programmes[0]).toMatchObject({ programme: { name: 'Beras SPHP', unit: 'kg' }, goods: [] });
    expect(
      programmes[0]?.rules.map(({ rule, standing }) => [rule.kind, rule.source, standing]).toSorted(),
    ).toEqual([
      ['access', 'supplied', 'in-force'],
      ['price', 'supplied', 'in-force'],
    ]);
    expect((await supplied('sphp')).filter(({ isNew }) => !isNew).map(({ rule }) => rule.ruleId)).toEqual(
      ruleIds,
    );
  });

  test('twice has them once, and what the board changed since stays changed', async () => {
    const [rule] = (await supplied('sphp')).map((each) => each.rule);
    const ruleIds = [rule!.ruleId];
    valueOf(await ratna.programmes.takeSupplied({ ruleIds }));
    const { source: _source, ...typed } = rule!;
    valueOf(await ratna.programmes.saveRule({ rule: { ...typed, decree: 'Surat Bulog Malang 12/2026' } }));
    const records = recordsOf(shop.till.dir.path).length;
    const { programmes } = valueOf(await ratna.programmes.takeSupplied({ ruleIds }));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
    expect(programmes[0]?.rules.map((each) => [each.rule.decree, each.rule.source])).toEqual([
      ['Surat Bulog Malang 12/2026', 'store'],
    ]);
  });

  test('takes none for a programme that it counts in another unit', async () => {
    const sphp = { programme: 'sphp', name: 'SPHP kami', active: true };
    valueOf(await ratna.programmes.saveProgramme({ ...sphp, unit: 'sak' }));
    const ruleIds = (await supplied('sphp')).map(({ rule }) => rule.ruleId);
    const records = recordsOf(shop.till.dir.path).length;
    expect(refusalOf(await ratna.programmes.takeSupplied({ ruleIds }))).toMatchObject({
      code: 'programme.unit-fixed',
      params: { name: 'SPHP kami', unit: 'sak' },
    });
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
    valueOf(await ratna.programmes.saveProgramme({ ...sphp, unit: 'kg' }));
    valueOf(await ratna.programmes.takeSupplied({ ruleIds }));
  });

  test('takes none that are not on the list, and only the board takes any', async () => {
    const [first] = await supplied('sphp');
    const unknown = '0196a000-0000-7000-8000-00000000dead';
    const both = { ruleIds: [first!.rule.ruleId, unknown] };
    expect(refusalOf(await ratna.programmes.takeSupplied(both)).code).toBe('rule.unknown');
    expect(valueOf(await ratna.programmes.list({})).programmes).toEqual([]);
    const joko = await shop.as('Joko');
    expect(refusalOf(await joko.programmes.takeSupplied(both)).code).toBe('permission.denied');
  });
});

describe('urea at Rp1.800 from the list, where the store had it at Rp2.250', () => {
  const UREA = 'pupuk-urea';

  /** The store's own dearer rule, with 50 kg of it on the shelf. */
  const asked = async (where: { readonly region?: string; readonly validTo?: string }) => {
    valueOf(await ratna.programmes.setPlace({ region: '3507', sellerTier: '' }));
    valueOf(
      await ratna.programmes.saveProgramme({ programme: UREA, name: 'Urea', unit: 'kg', active: true }),
    );
    const price = { programme: UREA, kind: 'price', priceKind: 'het', amountRp: 2_250 } as const;
    await addRule(shop, { ...RULE, ...price, validFrom: '2021-01-01', ...where });
    const [rice] = valueOf(await ratna.catalog.search({ text: 'beras' }));
    const goods = { productId: rice!.productId, measureThousandths: 1_000, cylinder: null };
    valueOf(await ratna.programmes.setGoods({ ...goods, programme: UREA }));
  };

  const takeAll = async () => {
    const ruleIds = (await supplied(UREA)).map(({ rule }) => rule.ruleId);
    valueOf(await ratna.programmes.takeSupplied({ ruleIds }));
  };

  test('before the till began: no claim, for it never asked the old price', async () => {
    await asked({});
    await takeAll();
    expect(valueOf(await ratna.programmes.list({})).programmes[0]?.goods).toMatchObject([
      { ceilingRp: 1_800, onHandThousandths: 50_000 },
    ]);
    expect(recordsOfType(shop, 'price-claim-raised/1')).toEqual([]);
  });

  test('since the till began: claimed as soon as the rule is taken', async () => {
    await asked({ region: '3507', validTo: '2026-04-16' });
    shop.till.clock.pass(2 * 86_400_000);
    expect(recordsOfType(shop, 'price-claim-raised/1')).toEqual([]);
    await takeAll();
    expect(valueOf(await ratna.programmes.claims({}))).toMatchObject([
      { effectiveOn: '2026-04-17', beforeRp: 2_250, afterRp: 1_800, totalRp: 50 * 450 },
    ]);
  });
});
