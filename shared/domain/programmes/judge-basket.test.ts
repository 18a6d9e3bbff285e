import { describe, expect, test } from 'vitest';
import {
  access,
  bought,
  codes,
  judge,
  line,
  price,
  quota,
  sumarni,
} from '../../../test/support/programme-rules.ts';
import { NOBODY } from './judged.ts';
import type { ProgrammeRule } from './rules.ts';

describe('how much was bought', () => {
  test('is shown also where there is enough left, by date, the oldest first', () => {
    const rule = quota({ subject: 'kk', limitThousandths: 9000 });
    const family = { nikKey: 'nik-paiman', elsewhere: true };
    const history = [
      bought({ date: '2026-04-14' }),
      bought(family),
      bought({}),
      bought({ date: '2026-04-12' }),
    ];
    expect(judge([rule], sumarni, [line()], history).quotas).toEqual([
      {
        programme: 'lpg-3kg',
        ruleId: rule.ruleId,
        decree: 'SK',
        subject: 'kk',
        category: null,
        window: 'week',
        effect: 'block',
        limitThousandths: 9000,
        usedThousandths: 3000,
        elsewhereThousandths: 1000,
        askedThousandths: 1000,
        from: '2026-04-13',
        to: '2026-04-19',
        nextFrom: '2026-04-20',
        uses: [
          { date: '2026-04-13', quantityThousandths: 2000 },
          { date: '2026-04-14', quantityThousandths: 1000 },
        ],
      },
    ]);
  });

  test('by oneself counts in a new family card too', () => {
    const rules = [quota({ subject: 'kk' })];
    const before = bought({ kkKey: 'kk-other', quantityThousandths: 2000 });
    const unknown = bought({ kkKey: null, quantityThousandths: 2000 });
    const ofOthers = bought({ kkKey: 'kk-other', nikKey: 'nik-other', quantityThousandths: 2000 });
    expect(codes(judge(rules, sumarni, [line()], [before]))).toEqual(['refuse quota-exceeded']);
    expect(codes(judge(rules, sumarni, [line()], [unknown]))).toEqual(['refuse quota-exceeded']);
    expect(codes(judge(rules, sumarni, [line()], [ofOthers]))).toEqual([]);
  });

  test('nobody’s purchases are nobody else’s', () => {
    const known = { ...sumarni, nikKey: null };
    const unknown = bought({ nikKey: null, kkKey: 'kk-other', quantityThousandths: 9000 });
    expect(codes(judge([quota({ subject: 'kk' })], known, [line()], [unknown]))).toEqual([]);
  });

  test('is what the programme allots, all lists together, and of this programme only', () => {
    const rules = [quota({ window: 'season', limitThousandths: null })];
    const allotments = [
      { programme: 'lpg-3kg', quantityThousandths: 1000 },
      { programme: 'lpg-3kg', quantityThousandths: 2000 },
      { programme: 'urea', quantityThousandths: 9000 },
    ];
    const verdict = judge(rules, { ...sumarni, allotments }, [line()], [bought({ date: '2026-01-01' })]);
    expect(verdict.quotas).toMatchObject([
      { limitThousandths: 3000, usedThousandths: 1000, from: '2026-01-01' },
    ]);
    expect(codes(judge(rules, sumarni, [line()]))).toEqual(['refuse not-allotted']);
  });

  test('of a season: until the next one begins, where it is known', () => {
    const now = quota({ window: 'season', validTo: '2026-09-30' as never });
    const next = quota({ window: 'season', validFrom: '2026-10-01' as never });
    const later = quota({ window: 'season', validFrom: '2027-04-01' as never });
    const elsewhere = quota({ window: 'season', validFrom: '2026-06-01' as never, region: '73' });
    const other = quota({ window: 'season', validFrom: '2026-06-01' as never, subject: 'kk' });
    const nextFrom = (rules: ProgrammeRule[]) => judge(rules, sumarni, [line()]).quotas[0]?.nextFrom;
    expect(nextFrom([now])).toBeNull();
    expect(nextFrom([now, later, next, elsewhere, other])).toBe('2026-10-01');
  });

  test('shows the quota that refuses before the one that warns, and of two the one that is nearer its end', () => {
    const rules = [
      quota({ window: 'month', limitThousandths: 9000 }),
      quota({ window: 'week', limitThousandths: 5000 }),
      quota({ window: 'day', limitThousandths: 1000, effect: 'warn' }),
    ];
    const { quotas } = judge(rules, sumarni, [line()]);
    expect(quotas.map(({ window }) => window)).toEqual(['week', 'month', 'day']);
  });

  test('a line of nothing takes nothing, even where a quota is overdrawn', () => {
    const history = [bought({ quantityThousandths: 5000 })];
    expect(codes(judge([quota({})], sumarni, [line('lpg-3kg', 0)], history))).toEqual([]);
    expect(judge([quota({})], sumarni, [line()], history).findings[0]?.params).toMatchObject({
      used: 5000,
      left: 0,
    });
  });
});

describe('a line', () => {
  test('says by which rules it was judged, what it may cost, and where it has to be keyed as well', () => {
    const rules = [
      price({}),
      access({ identity: 'nik', system: 'map' }),
      quota({}),
      quota({ category: 'usaha-mikro' }),
      { ...quota({ subject: 'anyone', window: 'sale' }), programme: 'sphp' },
    ];
    const [lpg, rice] = [line(), line('sphp')];
    const { lines } = judge(rules, sumarni, [lpg, rice]);
    expect(lines).toEqual([
      {
        lineId: lpg.lineId,
        programme: 'lpg-3kg',
        effect: 'allow',
        quantityThousandths: 1000,
        price: {
          ruleId: rules[0]?.ruleId,
          priceKind: 'het',
          amountRp: 18_000,
          decree: 'SK',
          validFrom: '2026-01-01',
        },
        system: 'map',
        ruleIds: rules.slice(0, 3).map(({ ruleId }) => ruleId),
      },
      {
        lineId: rice.lineId,
        programme: 'sphp',
        effect: 'allow',
        quantityThousandths: 1000,
        price: null,
        system: null,
        ruleIds: [rules[4]?.ruleId],
      },
    ]);
  });

  test('is refused for what is wrong with itself, or with all of its programme', () => {
    const rules = [access({ identity: 'none', mixingForbidden: true })];
    const [whole, opened] = [line(), { ...line(), whole: false }];
    const { effect, lines } = judge(rules, NOBODY, [whole, opened]);
    expect([effect, ...lines.map((each) => each.effect)]).toEqual(['refuse', 'allow', 'refuse']);
  });

  test('refusals are said before warnings, and who before how', () => {
    const rules = [
      access({ identity: 'nik', resaleForbidden: true, mixingForbidden: true }),
      quota({ effect: 'warn', limitThousandths: 0 }),
    ];
    const trader = { ...sumarni, institutional: true };
    expect(codes(judge(rules, trader, [{ ...line(), whole: false }]))).toEqual([
      'refuse resale-forbidden',
      'refuse mixing-forbidden',
      'warn quota-exceeded',
    ]);
    const rice = { ...access({ identity: 'none', mixingForbidden: true }), programme: 'beras' };
    const basket = [{ ...line('beras'), whole: false }, line()];
    expect(codes(judge([rice, access({})], NOBODY, basket))).toEqual([
      'refuse identity-required',
      'refuse mixing-forbidden',
    ]);
  });

  test('of an ended price says the one that ended last, in this place', () => {
    const ended = (validTo: string, part: object = {}) => price({ validTo, ...part });
    const last = ended('2026-04-10');
    const rules = [ended('2026-02-01'), last, ended('2026-03-01'), ended('2026-04-14', { region: '73' })];
    expect(judge(rules, NOBODY, [line()]).findings).toMatchObject([
      { code: 'no-price-rule', effect: 'warn', ruleId: last.ruleId, lineId: null },
    ]);
    const future = price({ validFrom: '2026-05-01', validTo: '2026-06-01' });
    expect(codes(judge([future], NOBODY, [line()]))).toEqual([]);
  });
});
