import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { TillClient } from '../../../../shared/contract/index.ts';
import { recordsOf, recordsOfType } from '../../../../test/support/journal.ts';
import { goodsOf, returning } from '../../../../test/support/returning.ts';
import { closeShift, openShift, payment, SmallShop } from '../../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  registerVillager,
  ring,
  RULE,
  sellLpg,
  sellSubsidised,
  STOCK,
  subsidisedId,
  SUBSIDISED,
} from '../../../../test/support/subsidy-shop.ts';
import { clientOf, valueOf } from '../../../../test/support/till.ts';
import { openReadOnly } from '../../db/open.ts';
import { trialBalance } from '../../ledger/index.ts';

let shop: SmallShop;
let siti: TillClient;
/** Manages the store, so that he takes goods back without asking anybody. */
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

type Code = keyof typeof SUBSIDISED;

/** What is on hand of the cylinders: full, empty, and deposits (below zero for what is out on loan). */
const onHand = async () => {
  const { products } = valueOf(await joko.catalog.list({ text: '' }));
  const of = (code: Code) => products.find(({ plu }) => plu === SUBSIDISED[code])?.onHandThousandths ?? 0;
  return { full: of('lpg') / 1000, empty: of('cylinder') / 1000, deposits: of('deposit') / 1000 };
};

const damagedOf = (productId: string) => {
  const moves = recordsOfType(shop, 'cylinders-moved/1').flatMap(({ body }) => body.moves);
  const into = moves.filter((move) => move.productId === productId && move.to === 'damaged');
  return into.reduce((sum, move) => sum + move.quantityThousandths, 0) / 1000;
};

const balance = () => {
  const db = openReadOnly(shop.till.dir.path);
  const rows = trialBalance(db);
  db.close();
  expect(rows.reduce((sum, row) => sum + row.amount_rp, 0)).toBe(0);
  return Object.fromEntries(rows.map((row) => [row.account, row.amount_rp]));
};

const moved = () => recordsOfType(shop, 'cylinders-moved/1').map(({ body }) => body);

/** Sells a filling together with other cylinder goods. */
const sellWith = async (...codes: Code[]): Promise<string> => {
  await ring(siti, SUBSIDISED.lpg);
  for (const code of codes) await ring(siti, SUBSIDISED[code]);
  const ticket = await buys(siti, sumarni);
  return valueOf(await siti.till.pay(payment(ticket))).saleId;
};

/** Gives some lines of a sale back, for cash. */
const giveBack = async (
  saleId: string,
  quantities?: Readonly<Record<number, number>>,
  condition: 'sellable' | 'damaged' = 'sellable',
) => {
  const goods = await goodsOf(joko, saleId, quantities);
  const lines = goods.lines.map((line) => ({ ...line, condition }));
  return valueOf(await joko.returns.complete(await returning(joko, { ...goods, lines })));
};

describe('what goes out and what comes in', () => {
  test('a refill: a full one out, an empty one in', async () => {
    await ring(siti, SUBSIDISED.lpg, 2);
    const ticket = await buys(siti, sumarni);
    expect(ticket.subsidy?.cylinders).toMatchObject([
      {
        kind: 'lpg-3kg',
        refillThousandths: 2_000,
        emptiesThousandths: 2_000,
        fullOnHandThousandths: 46_000,
        emptyOnHandThousandths: 54_000,
        emptyProductId: await subsidisedId(shop, SUBSIDISED.cylinder),
        depositProductId: await subsidisedId(shop, SUBSIDISED.deposit),
      },
    ]);
    valueOf(await siti.till.pay(payment(ticket)));
    expect(await onHand()).toEqual({ full: STOCK.lpg - 2, empty: STOCK.cylinder + 2, deposits: 0 });
    expect(moved()).toMatchObject([{ cause: 'sale', loanedThousandths: 0, depositRp: 0 }]);
  });

  test('with its cylinder: a full one out, and the empty ones stay as many as they were', async () => {
    await sellWith('cylinder');
    expect(await onHand()).toEqual({ full: STOCK.lpg - 1, empty: STOCK.cylinder, deposits: 0 });
    expect(balance()).toMatchObject({ sales: -(18_000 + 150_000), 'cost-of-sales': 16_000 + 120_000 });
  });

  test('on loan: the deposit is held for the buyer and is no income', async () => {
    await sellWith('deposit');
    expect(await onHand()).toEqual({ full: STOCK.lpg - 1, empty: STOCK.cylinder, deposits: -1 });
    expect(moved()).toMatchObject([
      { cause: 'sale', moves: [], loanedThousandths: 1_000, depositRp: 100_000 },
    ]);
    const { sales, 'cylinder-deposits': held } = balance();
    expect({ sales, held }).toEqual({ sales: -18_000, held: -100_000 });
  });

  test('an empty cylinder alone is goods like others', async () => {
    const ticket = await ring(siti, SUBSIDISED.cylinder);
    expect(ticket.subsidy).toMatchObject({
      verdict: { effect: 'allow', lines: [] },
      cylinders: [{ boughtThousandths: 1_000, emptiesThousandths: 0 }],
    });
    valueOf(await siti.till.pay(payment(ticket)));
    expect(await onHand()).toMatchObject({ full: STOCK.lpg, empty: STOCK.cylinder - 1 });
    expect(recordsOfType(shop, 'subsidy-sold/1')).toEqual([]);
  });

  test('what goes with a refused refill is taken off with it', async () => {
    await ring(siti, SUBSIDISED.oil);
    await ring(siti, SUBSIDISED.lpg);
    const { ticketId } = await ring(siti, SUBSIDISED.deposit);
    const rest = valueOf(await siti.till.dropRefused({ ticketId }));
    expect(rest.lines.map(({ name }) => name)).toEqual(['Minyakita 1 L']);
  });
});

describe('what comes back', () => {
  test('a refill: the full one in, its empty one out, and the quota is the household’s again', async () => {
    const saleId = await sellLpg(siti, sumarni, 2);
    await giveBack(saleId, { 0: 1_000 });
    expect(await onHand()).toEqual({ full: STOCK.lpg - 1, empty: STOCK.cylinder + 1, deposits: 0 });
    await ring(siti, SUBSIDISED.lpg);
    const ticket = await buys(siti, sumarni);
    expect(ticket.subsidy?.verdict).toMatchObject({
      effect: 'allow',
      quotas: [{ usedThousandths: 1_000, askedThousandths: 1_000 }],
    });
  });

  test('a cylinder on loan: an empty one in, the deposit out of the drawer, nothing held any more', async () => {
    const saleId = await sellWith('deposit');
    const { refundRp } = await giveBack(saleId, { 1: 1_000 });
    expect(refundRp).toBe(100_000);
    expect(await onHand()).toEqual({ full: STOCK.lpg - 1, empty: STOCK.cylinder + 1, deposits: 0 });
    expect(moved().at(-1)).toMatchObject({
      cause: 'return',
      saleId,
      loanedThousandths: -1_000,
      depositRp: -100_000,
    });
    expect(balance()).toMatchObject({ sales: -18_000, 'sales-returns': 0, 'cylinder-deposits': 0 });
  });

  test('a lent cylinder comes back on any day, and nobody has to allow that its deposit goes out', async () => {
    const saleId = await sellWith('deposit');
    await closeShift(siti, 318_000);
    valueOf(await joko.cash.closeDay({}));
    shop.till.clock.pass(30 * 24 * 3_600_000);
    await openShift(siti);
    const refill = await goodsOf(siti, saleId, { 0: 1_000 });
    expect(valueOf(await siti.returns.preview(refill)).needsApproval).toBe(true);
    const both = await goodsOf(siti, saleId);
    expect(valueOf(await siti.returns.preview(both)).needsApproval).toBe(true);
    const goods = { ...(await goodsOf(siti, saleId, { 1: 1_000 })), reason: 'cylinder-back' as const };
    expect(valueOf(await siti.returns.preview(goods)).needsApproval).toBe(false);
    valueOf(await siti.returns.complete(await returning(siti, goods)));
    expect(recordsOfType(shop, 'sale-returned/1').at(-1)!.body).toMatchObject({
      refundRp: 100_000,
      reason: 'cylinder-back',
      approvalId: null,
      approvedBy: 'Siti',
    });
  });

  test('both at once: everything stands where it stood', async () => {
    const saleId = await sellWith('deposit');
    await giveBack(saleId);
    expect(await onHand()).toEqual({ full: STOCK.lpg, empty: STOCK.cylinder, deposits: 0 });
  });

  test('with its cylinder: everything stands where it stood', async () => {
    const saleId = await sellWith('cylinder');
    await giveBack(saleId);
    expect(await onHand()).toEqual({ full: STOCK.lpg, empty: STOCK.cylinder, deposits: 0 });
  });

  test('a lent cylinder that is damaged is back from loan and lies among the damaged ones', async () => {
    const saleId = await sellWith('deposit');
    await giveBack(saleId, { 1: 1_000 }, 'damaged');
    expect(await onHand()).toEqual({ full: STOCK.lpg - 1, empty: STOCK.cylinder, deposits: 0 });
    expect(damagedOf(await subsidisedId(shop, SUBSIDISED.cylinder))).toBe(1);
    expect(balance()).toMatchObject({ 'cylinder-deposits': 0 });
  });

  test('a leaking one is changed for another in one errand, within the quota it used', async () => {
    const saleId = await sellLpg(siti, sumarni, 2);
    const goods = await goodsOf(joko, saleId, { 0: 1_000 });
    const lines = goods.lines.map((line) => ({ ...line, condition: 'damaged' as const }));
    valueOf(await joko.till.beginExchange({ ...goods, lines, reason: 'damaged' }));
    await ring(joko, SUBSIDISED.lpg);
    const ticket = await buys(joko, sumarni);
    expect(ticket.subsidy?.verdict.effect).toBe('allow');
    valueOf(await joko.till.pay(payment(ticket, 0)));
    expect(await onHand()).toEqual({ full: STOCK.lpg - 3, empty: STOCK.cylinder + 2, deposits: 0 });
    await ring(siti, SUBSIDISED.lpg);
    expect((await buys(siti, sumarni)).subsidy?.verdict.effect).toBe('refuse');
  });

  test('what one household brings back gives another nothing of its quota', async () => {
    const stall = { category: 'usaha-mikro', subject: 'nik', window: 'week', effect: 'block' } as const;
    await addRule(shop, { ...RULE, ...stall, programme: 'lpg-3kg', kind: 'quota', limitThousandths: 2_000 });
    const paimin = (await registerVillager(siti, 'Paimin')).registrationId;
    const saleId = await sellLpg(siti, sumarni, 2);
    await sellLpg(siti, paimin, 2);
    const goods = await goodsOf(joko, saleId);
    valueOf(await joko.till.beginExchange({ ...goods, reason: 'damaged' }));
    await ring(joko, SUBSIDISED.lpg, 2);
    const theirs = await buys(joko, paimin);
    expect(theirs.subsidy?.verdict).toMatchObject({
      effect: 'refuse',
      quotas: [{ usedThousandths: 2_000, limitThousandths: 2_000 }],
    });
    const hers = await buys(joko, sumarni);
    expect(hers.subsidy?.verdict).toMatchObject({ effect: 'allow', quotas: [{ usedThousandths: 0 }] });
  });

  test('goods that were no cylinder when they were sold take no empty one along', async () => {
    const ratna = await shop.as('Ratna');
    const productId = await subsidisedId(shop, SUBSIDISED.lpg);
    const goods = { productId, programme: 'lpg-3kg', measureThousandths: 1_000 };
    valueOf(await ratna.programmes.setGoods({ ...goods, cylinder: null }));
    const saleId = await sellLpg(siti, sumarni);
    const cylinder = { role: 'refill', kind: 'lpg-3kg' } as const;
    valueOf(await ratna.programmes.setGoods({ ...goods, cylinder }));
    await giveBack(saleId);
    expect(await onHand()).toEqual({ full: STOCK.lpg, empty: STOCK.cylinder, deposits: 0 });
    expect(moved()).toEqual([]);
  });
});

test('paying twice with one command writes everything once', async () => {
  await ring(siti, SUBSIDISED.lpg);
  await ring(siti, SUBSIDISED.deposit);
  const ticket = await buys(siti, sumarni);
  const session = await shop.sessionOf('Siti');
  const call = { procedure: 'till.pay', input: payment(ticket), commandId: uuidv7(), session };
  const first = await shop.till.engine.call(call);
  const length = recordsOf(shop.till.dir.path).length;
  expect(await shop.till.engine.call(call)).toEqual(first);
  expect(recordsOf(shop.till.dir.path)).toHaveLength(length);
  expect(recordsOfType(shop, 'subsidy-sold/1')).toHaveLength(1);
  expect(moved()).toHaveLength(1);
  expect(valueOf(await clientOf(shop.till.engine, session).till.ticket({})).lines).toEqual([]);
});

test('a PKP collects no PPN on a deposit, for it is given back whole', async () => {
  const ratna = await shop.as('Ratna');
  const validFrom = '2026-04-16';
  valueOf(await ratna.policy.setTaxStatus({ validFrom, pkp: true, npwp: '0012345678901000' }));
  await closeShift(siti, 200_000);
  valueOf(await joko.cash.closeDay({}));
  shop.till.clock.pass(24 * 3_600_000);
  await openShift(siti);
  const saleId = await sellWith('deposit');
  const lines = recordsOfType(shop, 'sale-completed/2').at(-1)!.body.lines;
  expect(lines.map(({ taxRp }) => taxRp > 0)).toEqual([true, false]);
  const { refundRp } = await giveBack(saleId, { 1: 1_000 });
  expect(refundRp).toBe(100_000);
  expect(balance()).toMatchObject({ 'cylinder-deposits': 0, 'sales-returns': 0 });
});
