import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import {
  aBuyer,
  aMember,
  debtOf,
  paying,
  sellOnAccount,
  type Borrower,
} from '../../../test/support/lending.ts';
import { pagesOfPdf } from '../../../test/support/pdf.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { closeShift, GOODS, openShift, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import { VirtualPrinter } from '../../../test/support/virtual-printer.ts';
import { countOut } from '../../../test/day/shop.ts';

const DAY = 24 * 3_600_000;

let shop: SmallShop;
let siti: TillClient;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
});

afterEach(() => shop.close());

const payments = () => recordsOfType(shop, 'debt-paid/1').map(({ body }) => body);

/** Ends the day with what the drawer should hold, and begins one some days later. */
async function daysLater(days: number, countedRp: number): Promise<void> {
  await closeShift(siti, countedRp);
  valueOf(await joko.cash.closeDay({}));
  shop.till.clock.pass(days * DAY);
  await openShift(siti);
}

describe('what is owed', () => {
  test('the longest late come first, each with what is late by how long and what may still be owed', async () => {
    const tin = await aMember(joko, { name: 'Bu Tin', number: '0012' });
    const kitchen = await aBuyer(joko);
    await sellOnAccount(siti, tin, GOODS.tea);
    await daysLater(20, 200_000);
    await sellOnAccount(siti, kitchen, GOODS.noodles, 10_000);
    await sellOnAccount(siti, tin, GOODS.noodles);
    // Kasbon is due after 30 days, the kitchen's invoices after 14: on 24 May one of each is late.
    await daysLater(19, 200_000);
    const { debtors, ...sums } = valueOf(await siti.debts.debtors({}));
    expect(debtors).toMatchObject([
      {
        debtorId: tin.id,
        kind: 'member',
        number: '0012',
        name: 'Bu Tin',
        owedRp: 8_250,
        overdueRp: 4_750,
        oldestDue: '2026-05-15',
        daysLate: 9,
        limitRp: 500_000,
        roomRp: 491_750,
        ageing: { notDueRp: 3_500, days30Rp: 4_750 },
      },
      { debtorId: kitchen.id, number: '', name: 'SPPG Sukamaju', owedRp: 35_000, daysLate: 5 },
    ]);
    expect(sums).toMatchObject({ total: 2, owedRp: 43_250, overdueRp: 39_750, overdue: 2 });
    expect(sums.ageing).toMatchObject({ notDueRp: 3_500, days30Rp: 39_750, days60Rp: 0 });
    expect(valueOf(await siti.debts.room(kitchen))).toEqual({
      owedRp: 35_000,
      limitRp: 5_000_000,
      roomRp: 4_965_000,
      overdueRp: 35_000,
    });
  });

  test('is found by name, number, card and receipt; of one kind, or late only', async () => {
    const tin = await aMember(joko, { name: 'Bu Tin', number: '0012', cardCodes: ['KDMP-0012'] });
    const kitchen = await aBuyer(joko);
    const { receipt } = await sellOnAccount(siti, kitchen, GOODS.noodles);
    await sellOnAccount(siti, tin, GOODS.tea);
    const found = async (input: Parameters<typeof siti.debts.debtors>[0]) =>
      valueOf(await siti.debts.debtors(input)).debtors.map(({ name }) => name);
    expect(await found({})).toEqual(['SPPG Sukamaju', 'Bu Tin']);
    expect(await found({ text: 'tin' })).toEqual(['Bu Tin']);
    expect(await found({ text: '12' })).toEqual(['Bu Tin']);
    expect(await found({ text: 'KDMP-0012' })).toEqual(['Bu Tin']);
    expect(await found({ text: 'suka' })).toEqual(['SPPG Sukamaju']);
    expect(await found({ text: receipt.toLowerCase() })).toEqual(['SPPG Sukamaju']);
    expect(await found({ text: 'nobody' })).toEqual([]);
    expect(await found({ kind: 'member' })).toEqual(['Bu Tin']);
    expect(await found({ onlyOverdue: true })).toEqual([]);
    await daysLater(15, 200_000);
    expect(await found({ onlyOverdue: true })).toEqual(['SPPG Sukamaju']);
    // Whoever has paid is off the list, and still found by name.
    valueOf(await siti.debts.pay(await paying(siti, tin, 4_750)));
    expect(await found({})).toEqual(['SPPG Sukamaju']);
    expect(await found({ text: 'tin' })).toEqual(['Bu Tin']);
  });

  test('a list may be long: so many are sent, and all are counted', async () => {
    for (const name of ['Ani', 'Budi', 'Cici']) {
      await sellOnAccount(siti, await aMember(joko, { name }), GOODS.tea);
    }
    const { total, owedRp, debtors } = valueOf(await siti.debts.debtors({ limit: 2 }));
    expect({ total, owedRp, names: debtors.map(({ name }) => name) }).toEqual({
      total: 3,
      owedRp: 14_250,
      names: ['Ani', 'Budi'],
    });
  });

  test('an unknown debtor is told', async () => {
    const id = uuidv7();
    expect(refusalOf(await siti.debts.debtor({ kind: 'member', id })).code).toBe('member.unknown');
    expect(refusalOf(await siti.debts.debtor({ kind: 'buyer', id })).code).toBe('buyer.unknown');
  });
});

describe('a payment', () => {
  let tin: Borrower;

  beforeEach(async () => {
    tin = await aMember(joko, { number: '0012' });
    valueOf(
      await joko.members.setSavings({
        memberId: tin.id,
        pokokRp: 50_000,
        wajibRp: 20_000,
        sukarelaRp: 6_000,
      }),
    );
  });

  test('in parts pays off what was due first; the change comes back, the rest stays owed', async () => {
    const first = await sellOnAccount(siti, tin, GOODS.tea);
    const second = await sellOnAccount(siti, tin, GOODS.rice);
    const part = await paying(siti, tin, 10_000, { kind: 'cash', receivedRp: 20_000 });
    expect(valueOf(await siti.debts.pay(part))).toMatchObject({
      receipt: 'SKM01-1-P001',
      amountRp: 10_000,
      roundingRp: 0,
      changeRp: 10_000,
      sales: 2,
      leftRp: 9_650,
      printJobId: null,
    });
    expect(payments()).toMatchObject([
      {
        cashier: 'Siti',
        number: 1,
        debtor: { kind: 'member', memberId: tin.id },
        tender: { kind: 'cash', amountRp: 10_000, receivedRp: 20_000, changeRp: 10_000 },
        allocations: [
          { saleId: first.saleId, amountRp: 4_750 },
          { saleId: second.saleId, amountRp: 5_250 },
        ],
        leftRp: 9_650,
      },
    ]);
    const detail = await debtOf(siti, tin);
    expect(detail.open).toMatchObject([
      { receipt: second.receipt, amountRp: 14_900, paidRp: 5_250, leftRp: 9_650, dueDate: '2026-05-15' },
    ]);
    expect(detail.payments).toMatchObject([{ receipt: 'SKM01-1-P001', amountRp: 10_000, tender: 'cash' }]);
    expect(detail).toMatchObject({ phone: '0812-1000-103', savingsRp: 6_000, roomRp: 490_350 });
  });

  test('of everything in cash is rounded down; the coins are the shop’s gift and nothing stays owed', async () => {
    await sellOnAccount(siti, tin, GOODS.tea);
    const all = await paying(siti, tin, 4_750, { kind: 'cash', receivedRp: 4_700 });
    expect(valueOf(await siti.debts.pay(all))).toMatchObject({ roundingRp: -50, changeRp: 0, leftRp: 0 });
    expect((await debtOf(siti, tin)).owedRp).toBe(0);
    expect(refusalOf(await siti.debts.pay({ ...all, owedRp: 0 })).code).toBe('debt.none');
    // Rp4.700 lies in the drawer, not Rp4.750.
    const shift = valueOf(await siti.cash.lockCount({ counts: countOut(204_700) }));
    expect(shift.count).toMatchObject({ expectedRp: 204_700, cashDebtsRp: 4_700, varianceRp: 0 });
  });

  test('may be for one receipt and leave the older ones open', async () => {
    await sellOnAccount(siti, tin, GOODS.tea);
    const second = await sellOnAccount(siti, tin, GOODS.rice);
    const meant = { ...(await paying(siti, tin, 14_900)), saleIds: [second.saleId] };
    expect(refusalOf(await siti.debts.pay({ ...meant, amountRp: 15_000 }))).toMatchObject({
      code: 'debt.above-owed',
      params: { owedRp: 14_900 },
    });
    expect(valueOf(await siti.debts.pay(meant)).leftRp).toBe(4_750);
    expect((await debtOf(siti, tin)).open).toMatchObject([{ leftRp: 4_750 }]);
    // The same receipt again: nothing is left of it.
    const again = { ...(await paying(siti, tin, 100)), saleIds: [second.saleId] };
    expect(refusalOf(await siti.debts.pay(again)).code).toBe('debt.changed');
  });

  test('by bank, card or QRIS is exact and has a reference; savings pay as far as they go', async () => {
    await sellOnAccount(siti, tin, GOODS.rice);
    await sellOnAccount(siti, tin, GOODS.tea);
    const bare = await paying(siti, tin, 5_000, { kind: 'transfer', reference: '  ' });
    expect(refusalOf(await siti.debts.pay(bare)).code).toBe('tender.reference-required');
    for (const kind of ['transfer', 'card', 'qris'] as const) {
      valueOf(await siti.debts.pay(await paying(siti, tin, 2_345, { kind, reference: 'BRI 7781' })));
    }
    const tooMuch = await paying(siti, tin, 6_001, { kind: 'savings' });
    expect(refusalOf(await siti.debts.pay(tooMuch))).toMatchObject({
      code: 'savings.too-little',
      params: { leftRp: 6_000 },
    });
    valueOf(await siti.debts.pay(await paying(siti, tin, 6_000, { kind: 'savings' })));
    expect(await debtOf(siti, tin)).toMatchObject({ owedRp: 6_615, savingsRp: 0 });
    expect(payments().map(({ tender, amountRp }) => [tender.kind, amountRp])).toEqual([
      ['transfer', 2_345],
      ['card', 2_345],
      ['qris', 2_345],
      ['savings', 6_000],
    ]);
  });

  test('an institution has no savings to pay from', async () => {
    const kitchen = await aBuyer(joko);
    await sellOnAccount(siti, kitchen, GOODS.rice);
    const wish = await paying(siti, kitchen, 1_000, { kind: 'savings' });
    expect(refusalOf(await siti.debts.pay(wish)).code).toBe('tender.needs-member');
  });

  test('is refused where it is too much, too little, nothing, or coins do not make it up', async () => {
    await sellOnAccount(siti, tin, GOODS.tea);
    const refused = async (amountRp: number, receivedRp = amountRp) =>
      refusalOf(await siti.debts.pay(await paying(siti, tin, amountRp, { kind: 'cash', receivedRp })));
    expect(await refused(4_751)).toMatchObject({ code: 'debt.above-owed', params: { owedRp: 4_750 } });
    expect(await refused(4_000, 3_900)).toMatchObject({ code: 'tender.too-small', params: { shortRp: 100 } });
    expect(await refused(0)).toMatchObject({ code: 'tender.nothing' });
    expect(await refused(4_740)).toMatchObject({ code: 'debt.cash-step', params: { stepRp: 100 } });
    expect(await refused(4_000, 8_998_866_200)).toMatchObject({ code: 'tender.too-large' });
    expect(payments()).toEqual([]);
  });

  test('sent twice is taken once; from a window that has not seen the last one it is refused', async () => {
    await sellOnAccount(siti, tin, GOODS.rice);
    const wish = await paying(siti, tin, 5_000);
    const commandId = uuidv7();
    const first = valueOf(await siti.debts.pay(wish, { commandId }));
    const before = recordsOf(shop.till.dir.path).length;
    expect(valueOf(await siti.debts.pay(wish, { commandId }))).toEqual(first);
    expect(recordsOf(shop.till.dir.path)).toHaveLength(before);
    expect(refusalOf(await joko.debts.pay(wish))).toMatchObject({
      code: 'debt.changed',
      params: { owedRp: 9_900 },
    });
  });

  test('needs somebody who answers for the drawer', async () => {
    await sellOnAccount(siti, tin, GOODS.rice);
    const wish = await paying(siti, tin, 5_000);
    valueOf(await siti.cash.lockCount({ counts: countOut(200_000) }));
    expect(refusalOf(await siti.debts.pay(wish)).code).toBe('shift.already-counted');
    valueOf(await siti.cash.closeShift({ reason: null }));
    expect(refusalOf(await siti.debts.pay(wish)).code).toBe('shift.closed');
    expect(refusalOf(await shop.till.nobody.debts.pay(wish)).code).toBe('session.required');
  });

  test('prints what was paid and what is left, without the whole name, and opens the drawer for cash', async () => {
    const printer = await VirtualPrinter.on();
    try {
      valueOf(await joko.printing.saveSettings({ transport: printer.transport, drawer: true }));
      await sellOnAccount(siti, tin, GOODS.rice);
      valueOf(await siti.debts.pay(await paying(siti, tin, 10_000, { kind: 'cash', receivedRp: 20_000 })));
      // The sale's receipt, then the drawer's pulse and the payment's receipt.
      const papers = await printer.printed(3);
      expect(papers.map(({ pulses }) => pulses.length)).toEqual([0, 1, 0]);
      const text = papers.at(-1)!.lines.join('\n');
      for (const words of ['SKM01-1-P001', 'SKM01-1-0001', 'Anggota 0012', 'Rp4.900']) {
        expect(text).toContain(words);
      }
      expect(text).not.toContain('Bu Tin');
    } finally {
      await printer.off();
    }
  });
});

describe('goods that come back', () => {
  test('come off the debt before a payment has to cover them', async () => {
    const tin = await aMember(joko);
    const { saleId } = await sellOnAccount(siti, tin, GOODS.tea, 3_000);
    valueOf(
      await joko.returns.complete(
        await returning(joko, await goodsOf(joko, saleId, { 0: 1_000 }), { kind: 'debt' }),
      ),
    );
    const detail = await debtOf(siti, tin);
    expect(detail.open).toMatchObject([{ amountRp: 14_250, returnedRp: 4_750, paidRp: 0, leftRp: 9_500 }]);
    const rest = await paying(siti, tin, 9_500);
    expect(refusalOf(await siti.debts.pay({ ...rest, amountRp: 14_250 })).code).toBe('debt.above-owed');
    expect(valueOf(await siti.debts.pay(rest)).leftRp).toBe(0);
    // Now that it is paid, what comes back is paid out.
    const another = await returning(joko, await goodsOf(joko, saleId, { 0: 1_000 }));
    expect(valueOf(await joko.returns.complete(another)).refunds).toEqual([
      { kind: 'cash', amountRp: 4_700 },
    ]);
    expect((await debtOf(siti, tin)).owedRp).toBe(0);
  });
});

describe('papers', () => {
  const pagesOf = (file: { mediaType: string; contentBase64: string }): string => {
    expect(file.mediaType).toBe('application/pdf');
    return pagesOfPdf(Buffer.from(file.contentBase64, 'base64')).join('');
  };

  test('a surat tagihan names every open receipt with its age, and is refused where nothing is open', async () => {
    const kitchen = await aBuyer(joko);
    expect(refusalOf(await siti.debts.reminderPdf(kitchen)).code).toBe('debt.none');
    await sellOnAccount(siti, kitchen, GOODS.noodles, 10_000);
    valueOf(await siti.debts.pay(await paying(siti, kitchen, 5_000)));
    const ratna = await shop.as('Ratna');
    const policy = valueOf(await ratna.policy.get({}));
    valueOf(await ratna.policy.save({ ...policy, paymentNote: 'Transfer ke BPD 2204-7781' }));
    await daysLater(20, 205_000);
    const file = valueOf(await siti.debts.reminderPdf(kitchen));
    expect(file.fileName).toBe('surat-tagihan-sppg-sukamaju-2026-05-05.pdf');
    const page = pagesOf(file);
    for (const words of [
      'Surat tagihan',
      'SPPG Sukamaju',
      'SKM01-1-0001',
      '29 April 2026',
      'lewat 6 hari',
      '35.000',
      '5.000',
      'Rp30.000',
      'Tiga puluh ribu rupiah',
      'Siti',
      'Transfer ke BPD 2204-7781',
    ]) {
      expect(page).toContain(words);
    }
  });

  test('a statement begins with what was owed and ends with what is', async () => {
    const tin = await aMember(joko, { number: '0012' });
    const { saleId } = await sellOnAccount(siti, tin, GOODS.tea, 2_000);
    await daysLater(1, 200_000);
    valueOf(await siti.debts.pay(await paying(siti, tin, 2_000)));
    valueOf(
      await joko.returns.complete(
        await returning(joko, await goodsOf(joko, saleId, { 0: 1_000 }), { kind: 'debt' }),
      ),
    );
    await sellOnAccount(siti, tin, GOODS.rice);
    const file = valueOf(await siti.debts.statementPdf({ ...tin, from: '2026-04-16', to: '2026-04-16' }));
    expect(file.fileName).toBe('rekening-0012-2026-04-16-2026-04-16.pdf');
    const page = pagesOf(file).replaceAll(/\s+/g, ' ');
    expect(page).toMatch(/Saldo awal 9\.500/);
    expect(page).toMatch(/Pembayaran SKM01-1-P001 2\.000 7\.500/);
    expect(page).toMatch(/Retur SKM01-1-R001 4\.750 2\.750/);
    expect(page).toMatch(/Penjualan SKM01-1-0002 16 Mei 2026 14\.900 17\.650/);
    expect(page).toMatch(/Saldo akhir Rp17\.650/);
    expect(
      refusalOf(await siti.debts.statementPdf({ ...tin, from: '2026-04-17', to: '2026-04-16' })).code,
    ).toBe('request.malformed');
  });
});
