import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { CylinderState } from '../../../shared/contract/cylinders.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  hetOf,
  registerVillager,
  ring,
  sellLpg,
  sellSubsidised,
  STOCK,
  subsidisedId,
  SUBSIDISED,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import { openReadOnly } from '../db/open.ts';
import { trialBalance } from '../ledger/index.ts';

const KIND = 'lpg-3kg';
const DAY = 24 * 3_600_000;
const TODAY = '2026-04-15';

let shop: SmallShop;
let siti: TillClient;
/** Manages the store. */
let joko: TillClient;
let sumarni: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
  sumarni = (await registerVillager(siti, 'Sumarni')).registrationId;
});

afterEach(() => shop.close());

const state = async (): Promise<CylinderState> => {
  const { kinds } = valueOf(await siti.cylinders.state({}));
  const [only] = kinds;
  if (only === undefined || kinds.length > 1) throw new Error('the shop has one kind of cylinders');
  return only;
};

/** In whole cylinders: full, empty, damaged, on loan, owed to agens. */
const counts = async () => {
  const { fullThousandths, emptyThousandths, damagedThousandths, loanedThousandths, agenOwedThousandths } =
    await state();
  return [fullThousandths, emptyThousandths, damagedThousandths, loanedThousandths, agenOwedThousandths].map(
    (thousandths) => thousandths / 1_000,
  );
};

/** The agen came with some full ones and took some empty and damaged ones along. */
const delivery = (full: number, empties: number, damaged = 0, agen = 'PT Sumber Gas') =>
  joko.cylinders.receive({
    kind: KIND,
    agen,
    document: `SJ-${full}`,
    fullThousandths: full * 1_000,
    emptiesThousandths: empties * 1_000,
    damagedThousandths: damaged * 1_000,
    unitCostRp: 16_250,
  });

const sellWithLoan = async (): Promise<string> => {
  await ring(siti, SUBSIDISED.lpg);
  await ring(siti, SUBSIDISED.deposit);
  return valueOf(await siti.till.pay(payment(await buys(siti, sumarni)))).saleId;
};

const giveBack = async (saleId: string, quantities?: Readonly<Record<number, number>>) =>
  valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId, quantities))));

const balanceOf = (account: string): number => {
  const db = openReadOnly(shop.till.dir.path);
  const row = trialBalance(db).find((each) => each.account === account);
  db.close();
  return row?.amount_rp ?? 0;
};

describe('the agen comes', () => {
  test('full ones for as many empty ones: nobody owes anybody, and the goods are owed for', async () => {
    expect(await counts()).toEqual([STOCK.lpg, STOCK.cylinder, 0, 0, 0]);
    valueOf(await delivery(50, 50));
    expect(await counts()).toEqual([STOCK.lpg + 50, STOCK.cylinder - 50, 0, 0, 0]);
    expect((await state()).agens).toEqual([
      { agen: 'PT Sumber Gas', owedThousandths: 0, lastDate: TODAY, lastDocument: 'SJ-50' },
    ]);
    expect(balanceOf('supplier-payable')).toBe(-50 * 16_250);
  });

  test('with fewer empty ones the rest is owed; what is brought later is taken off', async () => {
    valueOf(await delivery(50, 40));
    expect(await counts()).toEqual([STOCK.lpg + 50, STOCK.cylinder - 40, 0, 0, 10]);
    valueOf(await delivery(0, 10));
    expect(await counts()).toEqual([STOCK.lpg + 50, STOCK.cylinder - 50, 0, 0, 0]);
  });

  test('who takes more than they bring owes the store; each agen for itself, however it is written', async () => {
    valueOf(await delivery(10, 12, 0, 'PT Sumber Gas'));
    valueOf(await delivery(20, 15, 0, 'CV Mandiri'));
    valueOf(await delivery(1, 0, 0, 'pt. sumber  gas'));
    expect((await state()).agens).toMatchObject([
      { agen: 'CV Mandiri', owedThousandths: 5_000 },
      { agen: 'PT Sumber Gas', owedThousandths: -1_000, lastDocument: 'SJ-1' },
    ]);
    expect((await state()).agenOwedThousandths).toBe(4_000);
  });

  test('what comes in or is found after midnight is not claimed at yesterday’s price', async () => {
    await addRule(shop, hetOf(17_000, '2026-04-16'));
    await addRule(shop, hetOf(16_500, '2026-04-17'));
    shop.till.clock.set('2026-04-15T17:00:01Z');
    valueOf(await delivery(50, 50));
    const claimed = async () =>
      valueOf(await joko.programmes.claims({})).map(({ lines }) => lines[0]!.onHandThousandths / 1_000);
    expect(await claimed()).toEqual([STOCK.lpg]);
    shop.till.clock.set('2026-04-16T17:00:01Z');
    const found = { fullThousandths: 100_000, emptyThousandths: 0, damagedThousandths: 0 };
    valueOf(await joko.cylinders.adjust({ cause: 'counted', kind: KIND, note: 'opname', ...found }));
    expect(await claimed()).toEqual([STOCK.lpg + 50, STOCK.lpg]);
  });

  test('more empty ones than there are can’t go out: nothing is written', async () => {
    const { code, params } = refusalOf(await delivery(60, STOCK.cylinder + 1));
    expect({ code, params }).toEqual({
      code: 'cylinders.too-few-empties',
      params: { left: STOCK.cylinder },
    });
    expect(refusalOf(await delivery(5, 0, 1)).code).toBe('cylinders.too-few-damaged');
    expect(refusalOf(await delivery(0, 0)).code).toBe('cylinders.nothing');
    expect(recordsOfType(shop, 'cylinders-moved/1')).toEqual([]);
  });

  test('a delivery is a lot of its own with its cost, sold when the older ones are gone', async () => {
    valueOf(await delivery(3, 3));
    // Joko counts one left of what was there before: the next sale takes it and one of the delivery.
    const { emptyThousandths } = await state();
    valueOf(
      await joko.cylinders.adjust({
        cause: 'counted',
        kind: KIND,
        fullThousandths: 4_000,
        emptyThousandths,
        damagedThousandths: 0,
        note: 'hitung ulang',
      }),
    );
    await sellLpg(siti, sumarni, 2);
    const line = recordsOfType(shop, 'sale-completed/2').at(-1)?.body.lines[0];
    expect(
      line?.lots.map(({ quantityThousandths, unitCostRp }) => [quantityThousandths, unitCostRp]),
    ).toEqual([
      [1_000, 16_000],
      [1_000, 16_250],
    ]);
  });

  test('damaged ones go back to the agen, a leaking full one as well', async () => {
    valueOf(await joko.cylinders.adjust(damaged(2)));
    const saleId = await sellLpg(siti, sumarni, 2);
    const goods = await goodsOf(joko, saleId, { 0: 1_000 });
    const lines = goods.lines.map((line) => ({ ...line, condition: 'damaged' as const }));
    valueOf(await joko.returns.complete(await returning(joko, { ...goods, lines })));
    expect((await counts())[2]).toBe(3);
    valueOf(await delivery(3, 0, 3));
    expect((await counts())[2]).toBe(0);
    expect((await counts())[4]).toBe(0);
  });
});

const damaged = (pieces: number, cause: 'damaged' | 'repaired' = 'damaged') => ({
  cause,
  kind: KIND,
  quantityThousandths: pieces * 1_000,
  note: 'katup bocor',
});

describe('putting the books right', () => {
  test('damaged and repaired: empty ones change their place and none is lost', async () => {
    valueOf(await joko.cylinders.adjust(damaged(3)));
    expect(await counts()).toEqual([STOCK.lpg, STOCK.cylinder - 3, 3, 0, 0]);
    valueOf(await joko.cylinders.adjust(damaged(2, 'repaired')));
    expect(await counts()).toEqual([STOCK.lpg, STOCK.cylinder - 1, 1, 0, 0]);
    expect(refusalOf(await joko.cylinders.adjust(damaged(2, 'repaired'))).code).toBe(
      'cylinders.too-few-damaged',
    );
    expect(refusalOf(await joko.cylinders.adjust(damaged(STOCK.cylinder))).code).toBe(
      'cylinders.too-few-empties',
    );
  });

  test('a count: whatever was found or is missing, the books say what stands there', async () => {
    const counted = fc.record({
      full: fc.integer({ min: 0, max: 90 }),
      empty: fc.integer({ min: 0, max: 90 }),
      broken: fc.integer({ min: 0, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(counted, async ({ full, empty, broken }) => {
        valueOf(
          await joko.cylinders.adjust({
            cause: 'counted',
            kind: KIND,
            fullThousandths: full * 1_000,
            emptyThousandths: empty * 1_000,
            damagedThousandths: broken * 1_000,
            note: 'opname tabung',
          }),
        );
        expect(await counts()).toEqual([full, empty, broken, 0, 0]);
      }),
      { numRuns: 15 },
    );
  });

  test('what is owed to an agen from before the till', async () => {
    const owed = (pieces: number) =>
      joko.cylinders.adjust({
        cause: 'agen',
        kind: KIND,
        agen: 'PT Sumber Gas',
        owedThousandths: pieces * 1_000,
        note: 'titipan lama',
      });
    valueOf(await owed(20));
    expect(await counts()).toEqual([STOCK.lpg, STOCK.cylinder, 0, 0, 20]);
    valueOf(await owed(-1));
    expect((await counts())[4]).toBe(-1);
    expect(refusalOf(await owed(-1)).code).toBe('cylinders.nothing');
  });

  test('a kind without its empty cylinder can’t be kept account of; a kasir changes nothing', async () => {
    expect(refusalOf(await joko.cylinders.adjust({ ...damaged(1), kind: 'lpg-12kg' })).code).toBe(
      'cylinders.kind-unknown',
    );
    expect(refusalOf(await siti.cylinders.adjust(damaged(1))).code).toBe('permission.denied');
  });
});

describe('cylinders on loan', () => {
  test('stay what they are for the till until the last one is back', async () => {
    const ratna = await shop.as('Ratna');
    const saleId = await sellWithLoan();
    for (const each of ['deposit', 'cylinder', 'lpg'] as const) {
      const productId = await subsidisedId(shop, SUBSIDISED[each]);
      const nothing = { productId, programme: null, measureThousandths: 1_000, cylinder: null };
      expect(refusalOf(await ratna.programmes.setGoods(nothing))).toMatchObject({
        code: 'programme.cylinder-out',
        params: { name: 'LPG 3 kg', out: 1 },
      });
    }
    await giveBack(saleId, { 1: 1_000 });
    expect((await state()).loanedThousandths).toBe(0);
    const productId = await subsidisedId(shop, SUBSIDISED.deposit);
    const nothing = { productId, programme: null, measureThousandths: 1_000, cylinder: null };
    valueOf(await ratna.programmes.setGoods(nothing));
    expect((await state()).depositProductId).toBeNull();
  });

  test('are known by buyer, receipt and deposit until they come back', async () => {
    const saleId = await sellWithLoan();
    expect(await counts()).toEqual([STOCK.lpg - 1, STOCK.cylinder, 0, 1, 0]);
    const [loan] = valueOf(await joko.cylinders.loans({})).loans;
    expect(loan).toMatchObject({
      saleId,
      date: TODAY,
      registrationId: sumarni,
      buyer: { name: 'Sumarni', lastFour: '0021' },
      quantityThousandths: 1_000,
      leftThousandths: 1_000,
      depositRp: 100_000,
    });
    expect(loan?.receipt).toMatch(/^SKM01-1-/);
    await giveBack(saleId, { 1: 1_000 });
    expect(valueOf(await joko.cylinders.loans({}))).toEqual({
      total: 0,
      leftThousandths: 0,
      depositsRp: 0,
      loans: [],
    });
    expect(valueOf(await joko.cylinders.loans({ onlyOpen: false })).loans).toMatchObject([
      { leftThousandths: 0, depositRp: 0, returnedThousandths: 1_000 },
    ]);
    expect(await state()).toMatchObject({ loanedThousandths: 0, depositsRp: 0 });
  });

  test('one that comes back is known by the paper of its return, also where nothing else came', async () => {
    const saleId = await sellWithLoan();
    const { receipt } = await giveBack(saleId, { 1: 1_000 });
    const { movements } = valueOf(await joko.cylinders.movements({ from: TODAY, to: TODAY }));
    expect(movements.map((row) => [row.cause, row.loanedThousandths, row.receipt])).toEqual([
      ['return', -1_000, receipt],
      ['sale', 1_000, movements[1]?.receipt],
    ]);
    expect(receipt).toMatch(/^SKM01-1-R/);
    expect(movements[1]?.receipt).toMatch(/^SKM01-1-\d/);
  });

  test('a kasir sees four digits of whoever has one, and no name', async () => {
    await sellWithLoan();
    const [loan] = valueOf(await siti.cylinders.loans({ kind: KIND })).loans;
    expect(loan?.buyer).toEqual({ name: '', nameState: 'hidden', lastFour: '0021' });
  });
});

describe('movements', () => {
  test('every sale, delivery, return and correction stands there with what it changed, the newest first', async () => {
    const saleId = await sellLpg(siti, sumarni, 2);
    await ring(siti, SUBSIDISED.cylinder);
    valueOf(await siti.till.pay(payment(valueOf(await siti.till.ticket({})))));
    shop.till.clock.pass(DAY);
    valueOf(await delivery(50, 45));
    valueOf(await joko.cylinders.adjust(damaged(1)));
    await giveBack(saleId, { 0: 1_000 });
    const { movements, total } = valueOf(await joko.cylinders.movements({ from: TODAY, to: '2026-04-16' }));
    expect(total).toBe(5);
    expect(
      movements.map((row) => [
        row.cause,
        row.date,
        row.fullThousandths / 1_000,
        row.emptyThousandths / 1_000,
        row.damagedThousandths / 1_000,
        row.agenOwedThousandths / 1_000,
      ]),
    ).toEqual([
      ['return', '2026-04-16', 1, -1, 0, 0],
      ['damaged', '2026-04-16', 0, -1, 1, 0],
      ['agen', '2026-04-16', 50, -45, 0, 5],
      ['sale', TODAY, 0, -1, 0, 0],
      ['sale', TODAY, -2, 2, 0, 0],
    ]);
    expect(movements[2]).toMatchObject({ agen: 'PT Sumber Gas', document: 'SJ-50' });
    expect(movements.map(({ receipt }) => receipt !== '')).toEqual([true, false, false, true, true]);
    const first = valueOf(await joko.cylinders.movements({ from: TODAY, to: TODAY, limit: 1 }));
    expect([first.total, first.movements.length]).toEqual([2, 1]);
  });

  test('add up to what there is', async () => {
    await sellWithLoan();
    valueOf(await delivery(7, 5));
    valueOf(await joko.cylinders.adjust(damaged(2)));
    const { movements } = valueOf(await joko.cylinders.movements({ from: TODAY, to: TODAY }));
    const sum = (of: (row: (typeof movements)[number]) => number) =>
      movements.reduce((total, row) => total + of(row), 0) / 1_000;
    const [full, empty, broken, loaned, owed] = await counts();
    expect([full, empty, broken, loaned, owed]).toEqual([
      STOCK.lpg + sum((row) => row.fullThousandths),
      STOCK.cylinder + sum((row) => row.emptyThousandths),
      sum((row) => row.damagedThousandths),
      sum((row) => row.loanedThousandths),
      sum((row) => row.agenOwedThousandths),
    ]);
    expect((await state()).totalThousandths / 1_000).toBe(STOCK.lpg + STOCK.cylinder + 7 - 5);
    expect(await subsidisedId(shop, SUBSIDISED.lpg)).toBe((await state()).refillProductId);
  });
});
