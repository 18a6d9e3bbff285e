/**
 * Kasbon and invoices, by keyboard alone: who owes and how late, what they pay, what stays owed, and
 * the papers that ask for it; the same payment by finger on the smallest window.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NARROW } from '../support/e2e-hosts.ts';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { aBuyer, aMember, debtOf, sellOnAccount, type Borrower } from '../support/lending.ts';
import { pagesOfPdf } from '../support/pdf.ts';
import { GOODS } from '../support/small-shop.ts';
import { valueOf } from '../support/till.ts';

let shop: ServedShop;
let tin: Borrower;
let kitchen: Borrower;

beforeAll(async () => {
  shop = await ServedShop.open();
  const [joko, siti] = [await shop.as('Joko'), await shop.as('Siti')];
  tin = await aMember(joko, { name: 'Bu Tin Suhartini', number: '0012', cardCodes: ['KDMP-0012'] });
  valueOf(
    await joko.members.setSavings({ memberId: tin.id, pokokRp: 50_000, wajibRp: 0, sukarelaRp: 100_000 }),
  );
  kitchen = await aBuyer(joko, { name: 'SPPG Sukamaju 2 (Dapur MBG)', termDays: 0 });
  await shop.openShift();
  await sellOnAccount(siti, tin, GOODS.tea);
  await sellOnAccount(siti, tin, GOODS.rice, 2_350);
  await sellOnAccount(siti, kitchen, GOODS.noodles, 24_000);
});
afterAll(() => shop.close());

/** A PDF that is handed over as a download, its pages as text. */
async function saves(person: Person, deed: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = person.page.waitForEvent('download');
  await deed();
  const file = await download;
  return {
    name: file.suggestedFilename(),
    text: pagesOfPdf(readFileSync(await file.path())).join(''),
  };
}

test('a cashier takes a part by keyboard, then the rest; the papers say the same', async () => {
  const siti = await shop.atWindow('Siti');
  const onlooker = new Onlooker(siti.page, 'debts/cashier', LOOKS);
  await siti.goesTo('Kasbon & faktur');
  await siti.isAsked('Cari yang berutang');
  await siti.sees('2 yang berutang, Rp123.765');
  await onlooker.look('list');

  await siti.types('tin');
  await siti.press('Enter');
  await siti.sees('Nota yang belum lunas');
  await onlooker.look('debtor');

  await siti.press('F9');
  await siti.isAsked('Utang yang dibayar');
  await siti.types('40050');
  await siti.press('F9');
  await siti.sees('Paling banyak Rp39.765.');
  await siti.press('Control+a');
  await siti.types('20050');
  await siti.press('F9');
  await siti.sees('Cicilan tunai kelipatan Rp100.');
  await onlooker.look('pay-refused');
  await siti.press('Control+a');
  await siti.types('20000');
  await siti.press('Enter');
  await siti.isAsked('Uang diterima');
  await siti.types('50000');
  await onlooker.look('pay');
  await siti.press('F9');
  await siti.isOn('Tercatat');
  await siti.sees('SKM01-1-P001');
  await onlooker.look('paid');
  expect(await debtOf(await shop.as('Siti'), tin)).toMatchObject({ owedRp: 19_765 });

  await siti.press('F9');
  await siti.sees('dari 35.015');
  await onlooker.look('part-paid');
  // By transfer, the rest of it to the rupiah.
  await siti.press('F9');
  await siti.isAsked('Utang yang dibayar');
  await siti.press('F7', 'F9');
  await siti.sees('Tanpa nomor bukti uangnya tidak bisa dicari.');
  await siti.isAsked('Nomor bukti');
  await siti.types('BRI 77');
  await siti.press('F9');
  await siti.isOn('Tercatat');
  await siti.sees('Tidak ada kembalian');
  await onlooker.look('paid-off');
  await siti.press('Escape');
  await siti.sees('Tidak ada. Semua sudah lunas.');
  await onlooker.look('settled');
  await siti.press('F8');
  const statement = await saves(siti, () => siti.press('F9'));
  expect(statement.name).toMatch(/^rekening-0012-/);
  expect(statement.text).toMatch(/Saldo akhir\s+Rp0/);
  expect(onlooker.faults).toEqual([]);
});

test('a receipt that is scanned opens its debt; a surat tagihan is one key', async () => {
  const joko = await shop.atWindow('Joko');
  const onlooker = new Onlooker(joko.page, 'debts/manager', LOOKS);
  await joko.goesTo('Kasbon & faktur');
  await joko.isAsked('Cari yang berutang');
  await onlooker.look('list');
  await joko.scans('SKM01-1-0003');
  await joko.sees('Nota yang belum lunas');
  const letter = await saves(joko, () => joko.press('F11'));
  expect(letter.name).toMatch(/^surat-tagihan-sppg-sukamaju-2-dapur-mbg-/);
  expect(letter.text).toContain('Rp84.000');
  await joko.sees(/^surat-tagihan-.* disimpan\.$/);
  await joko.press('F8');
  await joko.sees('Rekening untuk masa apa?');
  await joko.press('3');
  await joko.sees(/^1 Januari \d{4} s\.d\. /);
  await onlooker.look('statement');
  await joko.press('Escape', 'Escape');
  await joko.isAsked('Cari yang berutang');
  // The card of somebody who has paid off still finds them.
  await joko.scans('KDMP-0012');
  await joko.sees('Bu Tin Suhartini');
  await onlooker.look('by-card');
  expect(onlooker.faults).toEqual([]);
});

test('by finger on the smallest window: a part of one receipt in cash', async () => {
  const siti = await shop.atWindow('Siti', { viewport: NARROW, hasTouch: true });
  const client = await shop.as('Siti');
  const onlooker = new Onlooker(siti.page, 'debts/finger');
  const { receipt } = await sellOnAccount(client, kitchen, GOODS.rice, 4_000);
  await siti.press('F5');
  await siti.taps(/^Kasbon & faktur/);
  await siti.taps(/^SPPG Sukamaju 2/);
  await siti.taps(/^Terima bayaran/);
  await siti.page.getByRole('checkbox', { name: `Bayar nota ${receipt}` }).tap();
  await siti.sees('Kosong berarti semua, Rp59.600.');
  await siti.taps('50.000');
  await onlooker.look('pay');
  await siti.taps(/^Terima/);
  await siti.isOn('Tercatat');
  expect(await debtOf(client, kitchen)).toMatchObject({
    owedRp: 93_600,
    open: [{ leftRp: 84_000 }, { leftRp: 9_600 }],
  });
  expect(onlooker.faults).toEqual([]);
});

test('before the shift is open no money is taken, and the way to open it is said', async () => {
  const siti = await shop.atWindow('Siti');
  const client = await shop.as('Siti');
  const { shift } = valueOf(await client.cash.state({}));
  expect(shift).not.toBeNull();
  valueOf(await client.cash.lockCount({ counts: [] }));
  valueOf(await client.cash.closeShift({ reason: 'miscount' }));
  await siti.goesTo('Kasbon & faktur');
  await siti.isAsked('Cari yang berutang');
  await siti.types('sppg');
  await siti.press('Enter');
  await siti.sees('Nota yang belum lunas');
  await siti.press('F9');
  await siti.isTold('Shift belum dibuka.');
});
