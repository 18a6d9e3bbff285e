import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { EngineEvent } from '../../../shared/contract/wire.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { stockShelf } from '../../../test/support/many-goods.ts';
import { readByPhone, takeQris } from '../../../test/support/qris.ts';
import { GOODS, openShift, payment, ringUp, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, TestTill, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  await openShift(siti);
});

afterEach(() => shop.close());

/** What the buyer sees: asked as the second window asks, by nobody. */
const shown = async () => valueOf(await shop.till.nobody.display.state({}));

const IDLE = {
  kind: 'idle',
  gerai: 'Gerai Sembako Sukamaju',
  koperasi: 'Koperasi Desa Merah Putih Sukamaju',
};

describe('the buyer’s screen', () => {
  test('names the store while nothing is rung up', async () => {
    expect(await shown()).toEqual(IDLE);
  });

  test('shows each line as it is rung up, the total, and what is due in cash', async () => {
    await ringUp(siti, GOODS.noodles, GOODS.tea, GOODS.noodles);
    expect(await shown()).toEqual({
      kind: 'basket',
      gerai: 'Gerai Sembako Sukamaju',
      lines: [
        { name: 'Indomie Goreng 85 g', quantityThousandths: 2_000, unit: 'bungkus', totalRp: 7_000 },
        { name: 'Teh Botol 350 ml', quantityThousandths: 1_000, unit: 'botol', totalRp: 4_750 },
      ],
      lineCount: 2,
      totalRp: 11_750,
      savedRp: 0,
      returnedRp: 0,
      dueRp: 11_700,
    });
  });

  test('shows the change after paying, until the next line', async () => {
    valueOf(await siti.till.pay(payment(await ringUp(siti, GOODS.noodles, GOODS.tea), 20_000)));
    const paid = {
      totalRp: 8_250,
      dueRp: 8_200,
      receivedRp: 20_000,
      cashlessRp: 0,
      returnedRp: 0,
      donationRp: 0,
      changeRp: 11_800,
    };
    expect(await shown()).toEqual({ kind: 'paid', gerai: IDLE.gerai, ...paid, leftMs: 60_000 });
    await ringUp(siti, GOODS.tea);
    expect(await shown()).toMatchObject({ kind: 'basket', totalRp: 4_750 });
  });

  test('takes the change off again after a minute, even where the PC’s clock is set back', async () => {
    valueOf(await siti.till.pay(payment(await ringUp(siti, GOODS.noodles), 5_000)));
    shop.till.clock.pass(59_999);
    shop.till.clock.set('2026-04-15T00:00:00Z');
    expect(await shown()).toMatchObject({ kind: 'paid', changeRp: 1_500, leftMs: 1 });
    shop.till.clock.pass(1);
    expect(await shown()).toEqual(IDLE);
  });

  test.each([
    [
      'puts a basket aside',
      async () => {
        const { ticketId, revision } = await ringUp(siti, GOODS.tea);
        valueOf(await siti.till.park({ ticketId, revision }));
      },
    ],
    [
      'goes away',
      async () => {
        const { ticketId } = await ringUp(siti, GOODS.tea);
        valueOf(await siti.till.abandon({ ticketId }));
      },
    ],
    [
      'wants nothing after all',
      async () => {
        const { lines } = await ringUp(siti, GOODS.tea);
        valueOf(await siti.till.removeLine({ lineId: lines[0]!.lineId }));
      },
    ],
  ])('never shows one buyer’s change to the next, who %s', async (_what, next) => {
    valueOf(await siti.till.pay(payment(await ringUp(siti, GOODS.noodles), 5_000)));
    await next();
    expect(await shown()).toEqual(IDLE);
  });

  test('shows a QRIS code while it waits, the basket again once it is confirmed, and what was paid without cash', async () => {
    await takeQris(await shop.as('Ratna'));
    const { ticketId, revision } = await ringUp(siti, GOODS.noodles, GOODS.tea);
    const { qris } = valueOf(await siti.till.showQris({ ticketId, revision, amountRp: 8_250 }));
    const { paymentId, payload } = qris[0]!;
    const code = await shown();
    expect(code).toMatchObject({ kind: 'qris', amountRp: 8_250, merchantName: 'KDMP SUKAMAJU', payload });
    expect(readByPhone(code.kind === 'qris' ? code.modules : [])).toBe(payload);
    const confirmed = valueOf(await siti.till.confirmQris({ paymentId, evidence: 'app' }));
    expect(await shown()).toMatchObject({ kind: 'basket', totalRp: 8_250 });
    const seen = { ticketId, revision: confirmed.revision, totalRp: confirmed.totalRp };
    valueOf(await siti.till.pay({ ...seen, tenders: [{ kind: 'qris', paymentId }] }));
    expect(await shown()).toMatchObject({
      kind: 'paid',
      dueRp: 8_250,
      cashlessRp: 8_250,
      receivedRp: 0,
      changeRp: 0,
    });
  });

  test('adds up for a buyer who pays in two ways and gives the change away', async () => {
    const { ticketId, revision, totalRp } = await ringUp(siti, GOODS.noodles, GOODS.tea);
    valueOf(
      await siti.till.pay({
        ticketId,
        revision,
        totalRp,
        tenders: [
          { kind: 'card', amountRp: 5_000, reference: '4471' },
          { kind: 'cash', receivedRp: 4_000, donationRp: 300 },
        ],
      }),
    );
    expect(await shown()).toMatchObject({
      totalRp: 8_250,
      dueRp: 8_200,
      cashlessRp: 5_000,
      receivedRp: 4_000,
      donationRp: 300,
      changeRp: 500,
    });
  });

  test('shows no change of a payment that was refused', async () => {
    refusalOf(await siti.till.pay(payment(await ringUp(siti, GOODS.noodles), 1_000)));
    expect(await shown()).toMatchObject({ kind: 'basket', totalRp: 3_500 });
  });

  test('shows the newest thirty lines of a long basket, and how many there are', async () => {
    const plus = await stockShelf(await shop.as('Joko'), 32);
    await ringUp(siti, ...plus);
    const basket = await shown();
    if (basket.kind !== 'basket') throw new Error(`shows ${basket.kind}`);
    expect(basket.lineCount).toBe(32);
    expect(basket.lines.map((line) => line.totalRp)).toEqual(
      Array.from({ length: 30 }, (_line, index) => (index + 3) * 1000),
    );
  });

  test('still has the basket, and nobody’s change, after a restart', async () => {
    valueOf(await siti.till.pay(payment(await ringUp(siti, GOODS.noodles), 5_000)));
    await shop.restart();
    expect(await shown()).toEqual(IDLE);
    siti = await shop.as('Siti');
    await ringUp(siti, GOODS.tea);
    await shop.restart();
    expect(await shown()).toMatchObject({ kind: 'basket', totalRp: 4_750 });
  });
});

test('before the first run the screen is empty', async () => {
  const till = await TestTill.unset();
  expect(valueOf(await till.nobody.display.state({}))).toEqual({ kind: 'idle', gerai: '', koperasi: '' });
  await till.dispose();
});

describe('a code that a scanner types into the buyer’s window', () => {
  const heard: EngineEvent[] = [];
  beforeEach(() => {
    heard.length = 0;
    shop.till.engine.onEvent((event) => heard.push(event));
  });

  test('reaches the till’s window as a scan, and rings nothing up by itself', async () => {
    valueOf(await shop.till.nobody.display.handOver({ code: GOODS.noodles }));
    expect(heard).toEqual([{ kind: 'scan', code: GOODS.noodles }]);
    expect(await shown()).toEqual(IDLE);
  });

  test('reaches it once, however often the same message arrives', async () => {
    const commandId = uuidv7();
    for (let times = 0; times < 3; times += 1) {
      valueOf(await shop.till.nobody.display.handOver({ code: GOODS.noodles }, { commandId }));
    }
    expect(heard).toEqual([{ kind: 'scan', code: GOODS.noodles }]);
  });
});
