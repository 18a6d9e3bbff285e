import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { openShift, SmallShop } from '../../../test/support/small-shop.ts';
import {
  addRule,
  hetOf,
  registerVillager,
  ring,
  RULE,
  sellLpg,
  sellSubsidised,
  SUBSIDISED,
  subsidisedId,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { ProgrammesReply, RuleDraft } from '../../../shared/contract/programmes.ts';
import type { ProgrammeRule } from '../../../shared/domain/programmes/rules.ts';

let shop: SmallShop;
let ratna: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  ratna = await shop.as('Ratna');
  await sellSubsidised(shop);
});

afterEach(() => shop.close());

const list = async (): Promise<ProgrammesReply> => valueOf(await ratna.programmes.list({}));

const lpg = async () => (await list()).programmes.find(({ programme }) => programme.programme === 'lpg-3kg')!;

/** Prices of LPG as the list shows them, the newest first: amount, and how it stands. */
const prices = async (): Promise<string[]> =>
  (await lpg()).rules.flatMap(({ rule, standing }) =>
    rule.kind === 'price' ? [`${rule.amountRp} ${standing}`] : [],
  );

const price = async (decree: string) => {
  const found = (await lpg()).rules.find(({ rule }) => rule.decree === decree);
  if (found === undefined) throw new Error(`no rule ${decree}`);
  return found;
};

/** A rule as the form has it after it was opened for changing. */
const typed = (
  { source: _source, ...rule }: ProgrammesReply['programmes'][number]['rules'][number]['rule'],
  change: object,
) => ({ ...rule, ...change }) as RuleDraft;

/** The LPG form: 19.000 from a date on, with something changed. */
const draft = (change: object): RuleDraft => ({ ...hetOf(19_000, '2026-05-01'), ...change });

/** Ten for each NIK as long as the rule holds. */
const SEASON = {
  kind: 'quota',
  subject: 'nik',
  category: null,
  window: 'season',
  limitThousandths: 10_000,
  effect: 'block',
} as const;

const isSeason = (rule: ProgrammeRule): boolean => rule.kind === 'quota' && rule.window === 'season';

const save = (rule: RuleDraft) => ratna.programmes.saveRule({ rule });

describe('which rule holds today', () => {
  test('one that is coming, one that has ended, one of another province, one in force', async () => {
    await addRule(shop, hetOf(19_000, '2026-04-16'));
    await addRule(shop, { ...hetOf(16_000, '2024-01-01'), validTo: '2025-01-14' });
    await addRule(shop, { ...hetOf(16_650, '2025-06-01'), region: '6571' });
    expect(await prices()).toEqual(['19000 coming', '16650 elsewhere', '18000 in-force', '16000 past']);
  });

  test('a rule of the kabupaten stands before that of everywhere, once the store is there', async () => {
    await addRule(shop, { ...hetOf(18_500, '2025-01-15'), region: '3507' });
    expect((await prices()).toSorted()).toEqual(['18000 in-force', '18500 elsewhere']);
    valueOf(await ratna.programmes.setPlace({ region: '3507', sellerTier: 'sub-pangkalan' }));
    expect((await prices()).toSorted()).toEqual(['18000 outranked', '18500 in-force']);
    expect(await list()).toMatchObject({ place: { region: '3507', sellerTier: 'sub-pangkalan', zone: 1 } });
  });

  test('a decree takes hold at midnight, in the middle of a shift', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    await addRule(shop, hetOf(19_000, '2026-04-16'));
    shop.till.clock.set('2026-04-15T16:59:59Z');
    expect([(await list()).date, (await prices())[0]]).toEqual(['2026-04-15', '19000 coming']);
    shop.till.clock.set('2026-04-15T17:00:00Z');
    expect([(await list()).date, (await prices())[0]]).toEqual(['2026-04-16', '19000 in-force']);
  });

  test('a clock that was set back does not bring the old rule back', async () => {
    await openShift(await shop.as('Siti'));
    shop.till.clock.set('2026-03-01T01:00:00Z');
    expect((await list()).date).toBe('2026-04-15');
  });

  test('a programme that is switched off rules nothing', async () => {
    const programme = { programme: 'lpg-3kg', name: 'LPG 3 kg', unit: 'tabung' };
    valueOf(await ratna.programmes.saveProgramme({ ...programme, active: false }));
    expect(await prices()).toEqual(['18000 switched-off']);
    expect((await lpg()).goods).toMatchObject([{ ceilingRp: null }]);
    valueOf(await ratna.programmes.saveProgramme({ ...programme, active: true }));
    expect((await lpg()).goods).toMatchObject([{ ceilingRp: 18_000, priceRp: 18_000 }]);
  });

  test('holds on after a restart, and saving what is there writes nothing', async () => {
    const { rule } = await price('SK Gub 801/2024');
    const records = recordsOf(shop.till.dir.path).length;
    valueOf(await save(typed(rule, {})));
    valueOf(await ratna.programmes.setPlace({ region: '', sellerTier: '' }));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
    const before = await list();
    await shop.restart();
    ratna = await shop.as('Ratna');
    expect(await list()).toEqual(before);
  });
});

describe('a rule that was typed wrong', () => {
  test.each([
    ['an end before its beginning', { validTo: '2026-04-30' }, 'rule.dates'],
    ['a region that no code is', { region: '350' }, 'rule.region'],
    ['no decree', { decree: '  ' }, 'rule.decree'],
    ['a programme nobody has', { programme: 'lpg-12kg' }, 'programme.unknown'],
    ['an id nobody has', { ruleId: '0196a000-0000-7000-8000-00000000dead' }, 'rule.unknown'],
    ['a region with letters', { region: 'Jatim' }, 'request.malformed'],
    [
      'a limit for anyone in a week',
      { kind: 'quota', subject: 'anyone', window: 'week' },
      'request.malformed',
    ],
  ])('%s', async (_what, change, code) => {
    const records = recordsOf(shop.till.dir.path).length;
    expect(refusalOf(await save(draft(change))).code).toBe(code);
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
  });

  test('a season that never ends or lasts for years is none, nor becomes one by being ended later', async () => {
    const season = { ...RULE, ...SEASON, programme: 'lpg-3kg', validFrom: '2026-05-01' };
    const tooLong = { code: 'rule.season', params: { days: 366 } };
    for (const validTo of ['2027-05-02', null]) {
      expect(refusalOf(await save({ ...season, validTo }))).toMatchObject(tooLong);
    }
    const { programmes } = valueOf(await save({ ...season, validTo: '2027-05-01' }));
    const { ruleId } = programmes.flatMap(({ rules }) => rules.map(({ rule }) => rule)).find(isSeason)!;
    for (const validTo of ['2027-05-02', null]) {
      expect(refusalOf(await ratna.programmes.endRule({ ruleId, validTo }))).toMatchObject(tooLong);
    }
    valueOf(await ratna.programmes.endRule({ ruleId, validTo: '2026-09-30' }));
    expect((await lpg()).rules.find(({ rule }) => isSeason(rule))?.rule.validTo).toBe('2026-09-30');
  });

  test('is corrected as long as nothing was sold by it', async () => {
    await addRule(shop, draft({ decree: 'SK Gub 12/2026' }));
    const { rule, lastUsedOn } = await price('SK Gub 12/2026');
    expect(lastUsedOn).toBeNull();
    valueOf(await save(typed(rule, { amountRp: 19_500, validFrom: '2026-05-02' })));
    expect((await price('SK Gub 12/2026')).rule).toMatchObject({ amountRp: 19_500, validFrom: '2026-05-02' });
    expect((await lpg()).rules.filter((each) => each.rule.kind === 'price')).toHaveLength(2);
  });

  test('is for the board alone, and goods for whoever keeps the catalogue', async () => {
    const joko = await shop.as('Joko');
    expect(refusalOf(await joko.programmes.saveRule({ rule: draft({}) })).code).toBe('permission.denied');
    const siti = await shop.as('Siti');
    const [tea] = valueOf(await joko.catalog.search({ text: 'teh' }));
    const linked = { productId: tea!.productId, measureThousandths: 350, cylinder: null };
    const link = { ...linked, programme: 'minyakita' };
    expect(refusalOf(await siti.programmes.setGoods(link)).code).toBe('permission.denied');
    valueOf(await joko.programmes.setGoods(link));
    const { programmes } = await list();
    expect(
      programmes.find(({ programme }) => programme.programme === 'minyakita')?.goods.map(({ name }) => name),
    ).toEqual(['Minyakita 1 L', 'Teh Botol 350 ml']);
  });

  test.each([
    ['let go', { programme: null, cylinder: null }],
    ['counted as more than it is', { programme: 'lpg-3kg', measureThousandths: 2_000 }],
    ['given no cylinder', { programme: 'lpg-3kg', cylinder: null }],
  ] as const)('goods that are linked are not %s by whoever keeps the catalogue', async (_what, change) => {
    const joko = await shop.as('Joko');
    const productId = await subsidisedId(shop, SUBSIDISED.lpg);
    const cylinder = { role: 'refill', kind: 'lpg-3kg' } as const;
    const wanted = { productId, measureThousandths: 1_000, cylinder, ...change };
    expect(refusalOf(await joko.programmes.setGoods(wanted))).toMatchObject({
      code: 'programme.goods-linked',
      params: { name: 'LPG 3 kg isi ulang' },
    });
    expect((await lpg()).goods).toMatchObject([{ productId, measureThousandths: 1_000, cylinder }]);
    valueOf(await ratna.programmes.setGoods(wanted));
  });
});

describe('a rule that has judged a sale', () => {
  let siti: TillClient;

  beforeEach(async () => {
    siti = await shop.as('Siti');
    await openShift(siti);
    const { registrationId } = await registerVillager(siti, 'Sumarni');
    shop.till.clock.pass(2 * 86_400_000);
    await sellLpg(siti, registrationId);
  });

  /** The three rules of LPG that had a say in it: its HET, who may buy, how much. */
  const used = async () => (await lpg()).rules.map(({ lastUsedOn }) => lastUsedOn);

  test('says when it did last', async () => {
    expect(await used()).toEqual(['2026-04-17', '2026-04-17', '2026-04-17']);
  });

  test('keeps what it says: another amount is another rule', async () => {
    for (const { rule } of (await lpg()).rules) {
      const change = { decree: 'SK Gub 999/2026' };
      expect(refusalOf(await save(typed(rule, change)))).toMatchObject({
        code: 'rule.in-use',
        params: { decree: 'SK Gub 801/2024', lastUsedOn: '2026-04-17' },
      });
    }
    expect(await prices()).toEqual(['18000 in-force']);
  });

  test('can be ended, but not before the day it judged', async () => {
    const { rule } = (await lpg()).rules.find((each) => each.rule.kind === 'price')!;
    const end = (validTo: string | null) => ratna.programmes.endRule({ ruleId: rule.ruleId, validTo });
    expect(refusalOf(await end('2026-04-16'))).toMatchObject({ code: 'rule.end-before-use' });
    valueOf(await end('2026-04-17'));
    expect(await prices()).toEqual(['18000 in-force']);
    shop.till.clock.pass(86_400_000);
    expect(await prices()).toEqual(['18000 past']);
    valueOf(await end(null));
    expect(await prices()).toEqual(['18000 in-force']);
    // It is still the rule that it was, and in the journal as one.
    const records = recordsOfType(shop, 'programme-rule-saved/1').filter(
      ({ body }) => body.ruleId === rule.ruleId,
    );
    expect(records.map(({ body }) => body.validTo)).toEqual([null, '2026-04-17', null]);
  });

  test('can be switched off as the mistake it was', async () => {
    const { rule } = (await lpg()).rules.find((each) => each.rule.kind === 'quota')!;
    valueOf(await save(typed(rule, { active: false })));
    expect((await lpg()).rules.find((each) => each.rule.kind === 'quota')).toMatchObject({
      standing: 'switched-off',
      lastUsedOn: '2026-04-17',
    });
  });
});

test('a rule that sent somebody away judged on the open day, though the clock was set back behind it', async () => {
  const siti = await shop.as('Siti');
  await openShift(siti);
  shop.till.clock.set('2026-03-01T01:00:00Z');
  const { ticketId } = await ring(siti, SUBSIDISED.lpg);
  valueOf(await siti.till.dropRefused({ ticketId }));
  const access = (await lpg()).rules.find(({ rule }) => rule.kind === 'access');
  expect(access?.lastUsedOn).toBe('2026-04-15');
});

describe('what a programme is about', () => {
  test('its unit stays once its rules count in it', async () => {
    const programme = { programme: 'sphp', name: 'Beras SPHP Bulog', active: true };
    expect(refusalOf(await ratna.programmes.saveProgramme({ ...programme, unit: 'sak' }))).toMatchObject({
      code: 'programme.unit-fixed',
      params: { name: 'Beras SPHP', unit: 'kg' },
    });
    const { programmes } = valueOf(await ratna.programmes.saveProgramme({ ...programme, unit: 'kg' }));
    expect(programmes.map(({ programme: { name } }) => name)).toEqual([
      'Beras SPHP Bulog',
      'LPG 3 kg',
      'Minyakita',
    ]);
  });

  test('each bag has the ceiling of what is in it', async () => {
    const { programmes } = await list();
    const goods = programmes.flatMap((each) => each.goods.map(({ name, ceilingRp }) => [name, ceilingRp]));
    expect(goods).toEqual([
      ['Beras SPHP 5 kg', 62_500],
      ['LPG 3 kg isi ulang', 18_000],
      ['Minyakita 1 L', 15_700],
    ]);
  });

  test('empty cylinders and deposits belong to a kind, one product each, and to no rules', async () => {
    const { cylinderGoods } = await list();
    expect(cylinderGoods.map(({ name, cylinder, ceilingRp }) => [name, cylinder?.role, ceilingRp])).toEqual([
      ['Jaminan tabung 3 kg', 'deposit', null],
      ['Tabung kosong 3 kg', 'empty', null],
    ]);
    const oil = { productId: await subsidisedId(shop, SUBSIDISED.oil), measureThousandths: 1_000 };
    const as = (programme: string | null, role: 'refill' | 'empty') =>
      ratna.programmes.setGoods({ ...oil, programme, cylinder: { role, kind: 'lpg-3kg' } });
    expect(refusalOf(await as(null, 'empty'))).toMatchObject({
      code: 'programme.cylinder-taken',
      params: { name: 'Tabung kosong 3 kg' },
    });
    expect(refusalOf(await as('lpg-3kg', 'empty')).code).toBe('programme.cylinder-part');
    expect(refusalOf(await as('minyakita', 'refill')).code).toBe('programme.cylinder-part');
  });
});
