import { describe, expect, test } from 'vitest';
import { readCases, tableOf } from '../../../test/support/case-table.ts';
import { officeOfCases } from '../../../test/support/programme-cases.ts';
import { evaluate } from './evaluate.ts';
import { NOBODY, type Here, type ProgrammeLine, type ProgrammeUse, type SubsidyBuyer } from './judged.ts';
import { ruleBook } from './rules-in-force.ts';
import { programmeRuleSchema, type AccessRule, type ProgrammeRule, type QuotaRule } from './rules.ts';
import type { Finding, Verdict } from './verdict.ts';

// What a finding tells the screen, beside its code: figures for its sentence, and what can be done.

const cases = readCases(new URL('../cases/subsidi.txt', import.meta.url));
const office = officeOfCases(cases);

/** The first finding of a case in the official's table. */
function firstOf(name: string): Finding | undefined {
  const row = tableOf(cases, 'kasus').rows.find((each) => each.text('kasus') === name);
  if (row === undefined) throw new Error(`tidak ada kasus "${name}"`);
  return office.judge(row).verdict.findings[0];
}

test.each([
  ['jatah minggu ini habis', 'change-buyer ask-manager come-back remove'],
  ['dua sekaligus, sisa satu', 'lower-quantity change-buyer ask-manager come-back remove'],
  ['jatah bulanan hanya mengingatkan', 'change-buyer come-back remove'],
  // What one sale may hold is no count that could be wrong, so there is nothing for a manager to look at.
  ['SPHP tanpa identitas, lebih dari batas', 'lower-quantity remove'],
  ['pembeli belum diketahui', 'identify remove'],
  ['KK belum diketahui', 'identify change-buyer remove'],
  ['hanya anggota', 'identify change-buyer remove'],
  ['bukan petani terdaftar', 'change-buyer tell-pengurus remove'],
  ['petani tanpa alokasi', 'change-buyer tell-pengurus remove'],
  ['kategori belum dipilih', 'choose-category remove'],
  ['kategori tidak termasuk', 'choose-category change-buyer remove'],
  ['diwakili, tidak boleh', 'no-proxy change-buyer remove'],
  ['LPG untuk dijual lagi', 'change-buyer remove'],
  ['SPHP dari karung terbuka', 'whole-packs remove'],
  ['satu rupiah di atas HET', 'tell-pengurus remove'],
  ['gula di atas HAP hanya mengingatkan', 'tell-pengurus'],
  ['aturan harga sudah berakhir', 'tell-pengurus'],
  ['jam mundur, pembelian dari besok', 'tell-pengurus'],
])('%s: what can be done is %s', (name, ways) => {
  expect(firstOf(name)?.ways.join(' ')).toBe(ways);
});

describe('the figures of a finding', () => {
  test('of a quota: limit, used, asked, left, and when a new one begins', () => {
    expect(firstOf('dua sekaligus, sisa satu')?.params).toEqual({
      limit: 2000,
      used: 1000,
      elsewhere: 0,
      asked: 2000,
      left: 1000,
      subject: 'kk',
      category: 'rumah-tangga',
      window: 'week',
      nextFrom: '2026-04-20',
    });
  });

  test('of a quota: how much of it was bought elsewhere', () => {
    expect(firstOf('dibeli di gerai lain, kata kabupaten')?.params).toMatchObject({
      used: 2000,
      elsewhere: 2000,
    });
    expect(firstOf('satu KK, dibeli anggota keluarga lain')?.params).toMatchObject({ elsewhere: 0 });
  });

  test('of a sale’s limit: no category and no later day', () => {
    expect(firstOf('SPHP di dua baris')?.params).toEqual({
      limit: 10_000,
      used: 0,
      elsewhere: 0,
      asked: 15_000,
      left: 10_000,
      subject: 'anyone',
      window: 'sale',
    });
  });

  test('of a price: what a unit may cost by which decree, and what the line costs', () => {
    expect(firstOf('harga baru terlalu pagi')?.params).toEqual({
      amountRp: 16_000,
      priceKind: 'het',
      decree: 'Contoh SK Gubernur lama',
      validFrom: '2014-01-01',
      chargedRp: 18_000,
      mostRp: 16_000,
    });
  });

  test('of a price rule that ended: the last one, not one that was switched off or is for another place', () => {
    expect(firstOf('aturan harga sudah berakhir')?.params).toEqual({
      amountRp: 15_700,
      priceKind: 'het',
      decree: 'Contoh Permendag',
      validFrom: '2024-08-14',
      endedOn: '2026-06-30',
    });
  });

  test('of a category: which one it is and which would do', () => {
    expect(firstOf('kategori tidak termasuk')?.params).toEqual({
      category: 'nelayan-sasaran',
      allowed: 'rumah-tangga',
    });
  });

  test('of a clock: by which date it was judged, what the clock says, and what came later', () => {
    expect(firstOf('jam mundur ke belakang hari buka')?.params).toEqual({
      date: '2026-04-15',
      clockDate: '2026-04-12',
      latest: '2026-04-15',
    });
    expect(firstOf('jam mundur, pembelian dari besok')?.params).toEqual({
      date: '2026-04-15',
      clockDate: '2026-04-15',
      latest: '2026-04-16',
    });
  });
});

// --- Rules of a test's own --------------------------------------------------------------------

const head = {
  programme: 'lpg-3kg',
  region: '',
  zone: null,
  sellerTier: '',
  validFrom: '2026-01-01',
  validTo: null,
  decree: 'SK',
  source: 'store',
  active: true,
};

let count = 0;
function idOf(): string {
  count += 1;
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

function access(part: Partial<AccessRule>): ProgrammeRule {
  return programmeRuleSchema.parse({
    ...head,
    ruleId: idOf(),
    kind: 'access',
    identity: 'nik',
    categories: [],
    proxyAllowed: true,
    resaleForbidden: false,
    mixingForbidden: false,
    system: null,
    purpose: '',
    retentionDays: 30,
    ...part,
  });
}

function quota(part: Partial<QuotaRule>): ProgrammeRule {
  return programmeRuleSchema.parse({
    ...head,
    ruleId: idOf(),
    kind: 'quota',
    subject: 'nik',
    category: null,
    window: 'week',
    limitThousandths: 2000,
    effect: 'block',
    ...part,
  });
}

function price(part: object): ProgrammeRule {
  return programmeRuleSchema.parse({
    ...head,
    ruleId: idOf(),
    kind: 'price',
    priceKind: 'het',
    amountRp: 18_000,
    ...part,
  });
}

const here: Here = {
  at: Date.parse('2026-04-15T03:42:00Z'),
  offsetMinutes: 420,
  businessDate: '2026-04-15',
  region: '3507122001',
  zone: 1,
  sellerTier: '',
};

const sumarni: SubsidyBuyer = {
  ...NOBODY,
  registrationId: idOf(),
  nikKey: 'nik-sumarni',
  kkKey: 'kk-paiman',
  category: 'rumah-tangga',
};

function line(programme = 'lpg-3kg', quantityThousandths = 1000): ProgrammeLine {
  return { lineId: idOf(), programme, quantityThousandths, whole: true, chargedRp: null };
}

function bought(part: Partial<ProgrammeUse>): ProgrammeUse {
  const { nikKey, kkKey, memberId, category } = sumarni;
  const by = { nikKey, kkKey, memberId, category };
  return {
    programme: 'lpg-3kg',
    date: '2026-04-13',
    quantityThousandths: 1000,
    elsewhere: false,
    ...by,
    ...part,
  };
}

function judge(
  rules: readonly ProgrammeRule[],
  buyer: SubsidyBuyer,
  basket: readonly ProgrammeLine[],
  history: readonly ProgrammeUse[] = [],
): Verdict {
  return evaluate(ruleBook(rules), buyer, basket, history, here);
}

function codes({ findings }: Verdict): string[] {
  return findings.map(({ effect, code }) => `${effect} ${code}`);
}

describe('what a basket asks for', () => {
  test('nothing where no rule asks', () => {
    const asks = { identities: [], categories: [], proxyAllowed: false };
    expect(judge([], NOBODY, [line()])).toMatchObject({ effect: 'allow', findings: [], asks });
    expect(judge([access({ identity: 'none' })], NOBODY, [line()])).toMatchObject({ effect: 'allow', asks });
  });

  test('who buys, by the access rule and by every quota that counts somebody', () => {
    const rules = [access({ identity: 'nik' }), quota({ subject: 'kk' }), quota({ subject: 'member' })];
    expect(judge(rules, NOBODY, [line()]).asks).toEqual({
      identities: ['nik', 'kk', 'member'],
      categories: [],
      proxyAllowed: true,
    });
  });

  test('of a quota of one category nothing before it is the buyer’s', () => {
    const rules = [access({ identity: 'nik' }), quota({ subject: 'kk', category: 'usaha-mikro' })];
    const micro = { ...sumarni, kkKey: null, category: 'usaha-mikro' as const };
    expect(judge(rules, sumarni, [line()]).asks.identities).toEqual(['nik']);
    expect(judge(rules, micro, [line()]).asks.identities).toEqual(['nik', 'kk']);
    expect(codes(judge(rules, { ...sumarni, kkKey: null }, [line()]))).toEqual([]);
    expect(codes(judge(rules, micro, [line()]))).toEqual(['refuse kk-required']);
  });

  test('any category, where only a quota tells them apart', () => {
    const asks = judge([quota({ category: 'usaha-mikro' })], sumarni, [line()]).asks;
    expect(asks.categories).toEqual(['rumah-tangga', 'usaha-mikro', 'petani-sasaran', 'nelayan-sasaran']);
  });

  test('of two programmes a category that suits both, or any where none does', () => {
    const lpg = access({ categories: ['petani-sasaran', 'rumah-tangga'] });
    const urea = { ...access({ categories: ['petani-sasaran'] }), programme: 'urea' };
    const fuel = { ...access({ categories: ['nelayan-sasaran'] }), programme: 'solar' };
    const both = judge([lpg, urea], sumarni, [line(), line('urea')]);
    expect(both.asks.categories).toEqual(['petani-sasaran']);
    const apart = judge([urea, fuel], sumarni, [line('urea'), line('solar')]);
    expect(apart.asks.categories).toEqual(['petani-sasaran', 'nelayan-sasaran']);
  });

  test('a proxy only where every programme that asks who buys allows one', () => {
    const lpg = access({ proxyAllowed: true });
    const urea = { ...access({ proxyAllowed: false }), programme: 'urea' };
    const sphp = { ...access({ identity: 'none', proxyAllowed: false }), programme: 'sphp' };
    const allowed = (basket: ProgrammeLine[]) => judge([lpg, urea, sphp], sumarni, basket).asks.proxyAllowed;
    expect(allowed([line(), line('sphp')])).toBe(true);
    expect(allowed([line(), line('urea')])).toBe(false);
    expect(allowed([line('sphp')])).toBe(false);
    const fetched = { ...sumarni, proxy: { registrationId: idOf() } };
    expect(codes(judge([sphp], fetched, [line('sphp')]))).toEqual([]);
    expect(codes(judge([urea], fetched, [line('urea')]))).toEqual(['refuse proxy-not-allowed']);
  });
});

describe('what is not known of the buyer', () => {
  test('warns where it is only for a quota that warns', () => {
    const rules = [quota({ subject: 'kk', effect: 'warn' })];
    expect(codes(judge(rules, NOBODY, [line()]))).toEqual(['warn kk-required']);
  });

  test('is said once, by the rule that is strictest', () => {
    const blocks = quota({ subject: 'nik', window: 'day' });
    const warns = quota({ subject: 'nik', window: 'week', effect: 'warn' });
    // Rules that are alike are looked at by their ids, so both orders are tried.
    const swapped = [
      { ...blocks, ruleId: warns.ruleId },
      { ...warns, ruleId: blocks.ruleId },
    ];
    const found = (rules: ProgrammeRule[]) => judge(rules, NOBODY, [line()]).findings;
    const once = { code: 'identity-required', effect: 'refuse' };
    expect(found([blocks, warns])).toMatchObject([{ ...once, ruleId: blocks.ruleId }]);
    expect(found(swapped)).toMatchObject([{ ...once, ruleId: warns.ruleId }]);
  });

  test('a category is not asked of nobody, but of whoever is registered', () => {
    const rules = [access({ identity: 'kk', categories: ['rumah-tangga'] })];
    const unknown = { ...sumarni, kkKey: null, category: null };
    expect(codes(judge(rules, NOBODY, [line()]))).toEqual(['refuse kk-required']);
    expect(codes(judge(rules, unknown, [line()]))).toEqual([
      'refuse kk-required',
      'refuse category-required',
    ]);
  });
});

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

  test('of a season without an end: until the next one begins, where it is known', () => {
    const now = quota({ window: 'season' });
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
