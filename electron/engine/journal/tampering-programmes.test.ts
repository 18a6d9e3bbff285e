import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalJson } from '../../../shared/journal/canonical.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { closeShift, GOODS, openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  hetOf,
  registerVillager,
  ring,
  RULE,
  sellSubsidised,
  subsidisedId,
  SUBSIDISED,
} from '../../../test/support/subsidy-shop.ts';
import { readRows, TamperedTill, type LooseRecord, type Row } from '../../../test/support/tampering.ts';
import { scratchDir, valueOf, type ScratchDir } from '../../../test/support/till.ts';
import { engineVerdict, pythonVerdicts } from '../../../test/support/verdicts.ts';

let dir: ScratchDir;
let original: string;
let rows: Row[];
let copies = 0;

/**
 * Gas on loan and its deposit back, oil and rice, a line keyed into MAP; the next day a decree lowers the
 * price, and goods are sold of which no rule says anything.
 */
beforeAll(async () => {
  dir = scratchDir('tampered-programmes');
  original = path.join(dir.path, 'original');
  const shop = await SmallShop.open();
  await sellSubsidised(shop);
  await addRule(shop, hetOf(17_500, '2026-04-16'));
  const siti = await shop.as('Siti');
  const joko = await shop.as('Joko');
  await openShift(siti, 100_000);
  const { registrationId } = await registerVillager(siti, 'Sumarni');
  await ring(siti, SUBSIDISED.lpg);
  await ring(siti, SUBSIDISED.deposit);
  const { saleId } = valueOf(await siti.till.pay(payment(await buys(siti, registrationId))));
  await ring(siti, SUBSIDISED.oil);
  valueOf(await siti.till.pay(payment(await ring(siti, SUBSIDISED.sphp, 2))));
  valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId, { 1: 1_000 }))));
  const { rows: queued } = valueOf(await joko.keying.queue({ system: 'map' }));
  const lines = queued.map((row) => ({ saleId: row.saleId, lineId: row.lineId }));
  valueOf(await joko.keying.mark({ lines, status: 'sudah' }));
  await closeShift(siti, 100_000 + 18_000 + 15_700 + 125_000);
  valueOf(await joko.cash.closeDay({}));
  shop.till.clock.set('2026-04-16T01:00:00Z');
  await openShift(await shop.as('Siti'), 100_000);
  const ratna = await shop.as('Ratna');
  await sellUnruled(shop);
  const [claim] = valueOf(await ratna.programmes.claims({}));
  const paid = { claimId: claim!.claimId, outcome: 'paid' as const, paidRp: 1_000 };
  valueOf(await ratna.programmes.settleClaim(paid));
  await shop.till.engine.close();
  cpSync(shop.till.dir.path, original, { recursive: true });
  rows = readRows(original);
  await shop.closeAsItIs();
});

afterAll(() => dir.remove());

/** Goods of a programme that is switched off, then goods of one whose price is another province's. */
async function sellUnruled(shop: SmallShop): Promise<void> {
  const ratna = await shop.as('Ratna');
  const siti = await shop.as('Siti');
  const off = { programme: 'minyakita', name: 'Minyakita', unit: 'liter', active: false };
  valueOf(await ratna.programmes.saveProgramme(off));
  const programme = 'beras';
  valueOf(await ratna.programmes.saveProgramme({ programme, name: 'Beras', unit: 'kg', active: true }));
  const price = { kind: 'price', priceKind: 'het', amountRp: 14_900 } as const;
  await addRule(shop, { ...RULE, ...price, programme, region: '36' });
  const productId = await subsidisedId(shop, GOODS.rice);
  const goods = { productId, programme, measureThousandths: 1_000, cylinder: null };
  valueOf(await ratna.programmes.setGoods(goods));
  valueOf(await siti.till.pay(payment(await ring(siti, SUBSIDISED.oil))));
  valueOf(await siti.till.pay(payment(await ring(siti, GOODS.rice))));
}

const allOf = (type: string) => rows.filter((row) => row.type === type).map(({ seq }) => seq);
const firstOf = (type: string) => allOf(type)[0]!;
const rowOf = (wanted: number) => rows.find(({ seq }) => seq === wanted)!;
type Body = LooseRecord['body'];
const linesOf = (body: Body) => body['lines'] as Record<string, JournalJson>[];

/** Both verifiers on a copy in which records say something else, every hash made to fit. */
async function verdictsOn(change: (record: LooseRecord) => void, sql = '') {
  copies += 1;
  const till = new TamperedTill(original, path.join(dir.path, String(copies)));
  till.sql(sql).rewrite(change);
  till.close();
  const [python] = await pythonVerdicts([till.dataDir]);
  return { engine: (await engineVerdict(till.dataDir)).firstBad, python: python?.verdict.firstBad };
}

/** Changes the first record of a type. */
const inFirst = (type: string, change: (body: Body) => void) => (record: LooseRecord) => {
  if (record['seq'] === firstOf(type)) change(record.body);
};

/** Both verifiers where a record comes a second time, in place of the one that followed it. */
async function verdictsOnTwice(seq: number) {
  let body: Body = {};
  const { type } = rowOf(seq);
  return verdictsOn(
    (record) => {
      if (record['seq'] === seq) body = structuredClone(record.body);
      if (record['seq'] === seq + 1) Object.assign(record, { type, body });
    },
    `UPDATE journal SET type = '${type}' WHERE seq = ${seq + 1}`,
  );
}

describe('both verifiers of a journal with subsidised goods', () => {
  test('find it in order while nobody has touched it', async () => {
    expect(rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'subsidy-sold/1',
        'cylinders-moved/1',
        'price-claim-settled/1',
        'external-keyed/1',
      ]),
    );
    expect(await verdictsOn(() => undefined)).toEqual({ engine: null, python: null });
  });

  const price = (body: Body) => linesOf(body)[0]!['price'] as Record<string, JournalJson>;
  const wrong: readonly (readonly [what: string, type: string, change: (body: Body) => void, why: RegExp])[] =
    [
      [
        'a price that no rule of the journal says',
        'subsidy-sold/1',
        (body) => void (price(body)['amountRp'] = 19_000),
        /price rule/,
      ],
      [
        'more of the programme than was sold',
        'subsidy-sold/1',
        (body) => void (linesOf(body)[0]!['quantityThousandths'] = 2_000),
        /its quantity/,
      ],
      [
        'another programme',
        'subsidy-sold/1',
        (body) => void (linesOf(body)[0]!['programme'] = 'sphp'),
        /another programme/,
      ],
      [
        'a line of nobody’s sale',
        'subsidy-sold/1',
        (body) => void (linesOf(body)[0]!['lineId'] = body['saleId']!),
        /none of the sale/,
      ],
      [
        'a sale that never was',
        'subsidy-sold/1',
        (body) => void (body['saleId'] = linesOf(body)[0]!['lineId']!),
        /another sale/,
      ],
      [
        'no price where a rule held',
        'subsidy-sold/1',
        (body) => void (linesOf(body)[0]!['price'] = null),
        /no price rule/,
      ],
      [
        'a line explained twice',
        'subsidy-sold/1',
        (body) => void linesOf(body).push(linesOf(body)[0]!),
        /explained twice/,
      ],
      [
        'another deposit than was rung up',
        'cylinders-moved/1',
        (body) => void (body['depositRp'] = 50_000),
        /deposit/,
      ],
      [
        'a loan that was not rung up',
        'cylinders-moved/1',
        (body) => void (body['loanedThousandths'] = 2_000),
        /on loan/,
      ],
      [
        'a claim of more than the fall',
        'price-claim-raised/1',
        (body) => void (body['totalRp'] = 999_999),
        /not the claim/,
      ],
      [
        'a line of a claim that is not its quantity',
        'price-claim-raised/1',
        (body) => void (linesOf(body)[0]!['amountRp'] = 1),
        /not the fall/,
      ],
      [
        'more paid than was claimed',
        'price-claim-settled/1',
        (body) => void (body['paidRp'] = 9_999_999),
        /more/,
      ],
      [
        'a claim of nobody',
        'price-claim-settled/1',
        (body) => void (body['claimId'] = '0198c0de-0000-7000-8000-000000000001'),
        /never raised/,
      ],
    ];

  test.each(wrong)('name the record with %s, and why', async (_what, type, change, why) => {
    const bad = { seq: firstOf(type), reason: expect.stringMatching(why) };
    expect(await verdictsOn(inFirst(type, change))).toEqual({ engine: bad, python: bad });
  });

  test('name the sale that was dearer than its rule, had the decree been another', async () => {
    // The first rule of the journal is the HET that the first sale was judged by.
    const cheaper = inFirst('programme-rule-saved/1', (body) => void (body['amountRp'] = 17_999));
    const judged = inFirst('subsidy-sold/1', (body) => void (price(body)['amountRp'] = 17_999));
    const bad = { seq: firstOf('subsidy-sold/1'), reason: expect.stringMatching(/more than its ceiling/) };
    const verdicts = await verdictsOn((record) => {
      cheaper(record);
      judged(record);
    });
    expect(verdicts).toEqual({ engine: bad, python: bad });
  });

  /** Changes the explanation of oil and rice. */
  const inSecond = (change: (body: Body) => unknown) => (record: LooseRecord) => {
    if (record['seq'] === allOf('subsidy-sold/1')[1]) change(record.body);
  };

  test.each([
    ['one of two lines is left out', (body: Body): unknown => linesOf(body).pop(), /left out/],
    [
      'the rice is judged by the dearer rule of the oil',
      (body: Body) => {
        const lineOf = (programme: string) => linesOf(body).find((line) => line['programme'] === programme)!;
        lineOf('sphp')['price'] = lineOf('minyakita')['price']!;
      },
      /another programme/,
    ],
    [
      'an older sale is explained once more',
      (body: Body) => {
        const { bytes } = rowOf(firstOf('subsidy-sold/1'));
        Object.assign(body, (JSON.parse(Buffer.from(bytes).toString()) as LooseRecord).body);
      },
      /another sale/,
    ],
  ] as const)('name the explanation in which %s', async (_what, change, why) => {
    const bad = { seq: allOf('subsidy-sold/1')[1], reason: expect.stringMatching(why) };
    expect(await verdictsOn(inSecond(change))).toEqual({ engine: bad, python: bad });
  });

  test('name what follows a sale of goods of a programme in use, where it is no explanation', async () => {
    const [oilAlone] = allOf('sale-completed/2').slice(2);
    const bad = { seq: oilAlone! + 1, reason: expect.stringMatching(/not explained/) };
    const off = allOf('programme-saved/1').at(-2);
    const verdicts = await verdictsOn((record) => {
      if (record['seq'] === off) record.body['active'] = true;
    });
    expect(verdicts).toEqual({ engine: bad, python: bad });
  });

  test('name a sale without a price, had the rule been one for here', async () => {
    const bad = { seq: allOf('subsidy-sold/1')[2], reason: expect.stringMatching(/no price rule/) };
    const elsewhere = allOf('programme-rule-saved/1').at(-1);
    const verdicts = await verdictsOn((record) => {
      if (record['seq'] === elsewhere) record.body['region'] = '';
    });
    expect(verdicts).toEqual({ engine: bad, python: bad });
  });

  test.each([
    ['a sale that is explained', 'subsidy-sold/1', 0, /second time|before/],
    ['cylinders that a sale moved', 'cylinders-moved/1', 0, /second time/],
    ['cylinders that a return moved', 'cylinders-moved/1', 1, /second time/],
  ] as const)('name %s a second time', async (_what, type, at, why) => {
    const seq = allOf(type)[at]!;
    const bad = { seq: seq + 1, reason: expect.stringMatching(why) };
    expect(await verdictsOnTwice(seq)).toEqual({ engine: bad, python: bad });
  });

  test('do not judge which line was keyed elsewhere: that would be every line ever sold', async () => {
    const other = inFirst('external-keyed/1', (body) => void (body['system'] = 'simirah'));
    // The first that doesn't fit is the day's Z, which was signed over another record.
    const bad = { seq: firstOf('day-closed/2'), reason: expect.stringMatching(/not signed/) };
    expect(await verdictsOn(other)).toEqual({ engine: bad, python: bad });
  });
});
