/**
 * Who buys subsidised goods: named by number, card or search without leaving the sale, refused with a
 * reason and a way out. Every stage of the screen is right in every look; pictures lie in artifacts/e2e/.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../shared/contract/index.ts';
import { basketOf, isPaid, reads } from '../support/e2e-cashier.ts';
import { NARROW } from '../support/e2e-hosts.ts';
import { holdBack } from '../support/e2e-hold-back.ts';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS, PEOPLE } from '../support/small-shop.ts';
import { registerVillager, sellLpg, sellSubsidised, SUBSIDISED, VILLAGERS } from '../support/subsidy-shop.ts';
import { valueOf } from '../support/till.ts';

const LPG = '1 tbg LPG 3 kg isi ulang 18.000';
const NOODLES = '1 bks Indomie Goreng 85 g 3.500';

const PAIMINS_CARD = 'KTA0147';

let shop: ServedShop;
let siti: Person;
let onlooker: Onlooker;

beforeAll(async () => {
  shop = await ServedShop.open();
  await sellSubsidised(shop);
  await shop.openShift();
  siti = await shop.atWindow('Siti');
  onlooker = new Onlooker(siti.page, 'subsidy-buyer', LOOKS);
}, 180_000);

afterAll(() => shop.close());

beforeEach(async ({ onTestFailed }) => {
  onTestFailed(() => onlooker.look('failed'));
  await shop.clearCounter();
  await siti.page.reload();
  await siti.sees('Keranjang kosong');
});

/** The basket of a buyer who takes noodles and gas, with the buyer's screen before the cashier. */
async function asksForBuyer(): Promise<void> {
  await siti.scans(GOODS.noodles);
  await siti.answers(SUBSIDISED.lpg);
  await siti.sees('Perlu NIK pembeli');
  await siti.presses('Bayar');
  await siti.isAsked('NIK pembeli');
}

/** Paimin is a member with a card, and registered as such. */
async function paiminHasCard(client: TillClient): Promise<void> {
  const [known] = valueOf(await client.members.search({ text: PAIMINS_CARD }));
  const member = known ?? valueOf(await client.members.quickAdd({ name: 'Paimin', cardCode: PAIMINS_CARD }));
  await registerVillager(client, 'Paimin', member.memberId);
}

/** What stands in the boxes of the number. */
async function boxes(): Promise<string> {
  const groups = await siti.page.locator('[aria-hidden="true"]:has(> div > span)').first().innerText();
  return groups.replaceAll(/\s/g, '');
}

test('a new buyer is named, told why, and registered without leaving the sale', async () => {
  await asksForBuyer();
  await onlooker.look('number');
  await siti.types(VILLAGERS.Sumarni.nik.slice(0, 15));
  await siti.press('Enter');
  await siti.isTold('NIK belum lengkap. Baru 15 dari 16 angka. Keranjang tetap tersimpan.');
  await siti.types(VILLAGERS.Sumarni.nik.slice(15));
  await siti.isAsked('Nama di KTP');
  expect(await boxes()).toBe(VILLAGERS.Sumarni.nik);
  await siti.sees(
    '“NIK, nomor KK, nama, dan alamat yang diisi disimpan untuk penyaluran LPG 3 kg tepat sasaran, sampai 1 tahun',
  );
  await siti.answers('Sumarni', VILLAGERS.Sumarni.kk);
  await siti.press('F9');
  await siti.isTold('Pilih kategori.');
  await siti.press('1');
  await onlooker.look('new-buyer');
  await siti.presses('Setuju, pakai');
  await siti.isAsked('Uang tunai diterima');
  await siti.press('Enter');
  await isPaid(siti);
  const { registrations } = valueOf(await (await shop.as('Joko')).subsidy.registrations({ text: 'Sumarni' }));
  expect(registrations).toMatchObject([
    { name: 'Sumarni', maskedNik: '0021', maskedKk: '0007', categories: ['rumah-tangga'] },
  ]);
  expect(onlooker.faults).toEqual([]);
});

test('a number that can be nobody’s is told what is wrong with it; one that is only odd may go on', async () => {
  await asksForBuyer();
  await siti.types('3507013204800021');
  await siti.isTold('Tanggal lahir di NIK harus 01–31 atau 41–71. Periksa lagi di KTP.');
  await onlooker.look('impossible-day');
  await siti.press('F4');
  await siti.types('3507010104150044');
  await siti.isAsked('Nama di KTP');
  await siti.sees('Mungkin ini nomor KK. Cocokkan dengan KTP; boleh lanjut.');
  await siti.press('F4', 'F2');
  await siti.isAsked('Cari pembeli terdaftar');
  await siti.scans('3507013204800021');
  await siti.isTold('Tanggal lahir di NIK harus 01–31 atau 41–71. Periksa lagi di KTP.');
  await siti.presses('Keranjang');
  expect(await basketOf(siti)).toEqual([NOODLES, LPG]);
  expect(onlooker.faults).toEqual([]);
});

test('the number closes on F6, and once it was used only its last four digits are left', async () => {
  const client = await shop.as('Siti');
  await registerVillager(client, 'Paimin');
  await asksForBuyer();
  await siti.scans(VILLAGERS.Paimin.nik);
  await siti.sees('Boleh dijual');
  expect(await boxes()).toBe(VILLAGERS.Paimin.nik);
  await siti.presses('Tutup angka');
  await siti.sees('Buka angka');
  expect(await boxes()).toBe('••••••••••••0007');
  await siti.presses('Keranjang');
  await siti.sees('Paimin, •••• 0007');
  await siti.presses('Pembeli');
  await siti.sees('Boleh dijual');
  expect(await boxes()).toBe('••••••••••••0007');
  expect(await siti.page.content()).not.toContain(VILLAGERS.Paimin.nik);
});

test('a barcode scanned over the number never lands in it: it is rung up', async () => {
  await asksForBuyer();
  await siti.types('350701');
  await siti.scans(GOODS.tea);
  await expect.poll(() => basketOf(siti)).toEqual([NOODLES, LPG, '1 btl Teh Botol 350 ml 4.750']);
  await siti.presses('Bayar');
  await siti.isAsked('NIK pembeli');
  expect(await siti.page.getByLabel('NIK pembeli', { exact: true }).inputValue()).toBe('');
});

test('a NIK scanned over the basket names the buyer', async () => {
  await registerVillager(await shop.as('Siti'), 'Paimin');
  await siti.answers(SUBSIDISED.lpg);
  await siti.sees('Perlu NIK pembeli');
  await siti.scans(VILLAGERS.Paimin.nik);
  await siti.sees('Boleh dijual');
  await siti.presses('Pakai pembeli');
  await siti.sees('Paimin, •••• 0007');
  expect(await basketOf(siti)).toEqual([LPG]);
});

test('without such goods the number of somebody’s card is no barcode, and is not shown', async () => {
  await siti.scans(VILLAGERS.Paimin.nik);
  await siti.isTold('Ini nomor KTP atau KK, bukan barcode.');
  expect(await siti.page.content()).not.toContain(VILLAGERS.Paimin.nik);
});

test('an earlier buyer is found by the last four digits, and a family card names who is on it', async () => {
  const client = await shop.as('Siti');
  for (const name of ['Sumarni', 'Karjo', 'Paimin'] as const) await registerVillager(client, name);
  await asksForBuyer();
  await siti.presses('Cari nama');
  await siti.isAsked('Cari pembeli terdaftar');
  await siti.types('0033');
  await siti.page.getByRole('table', { name: 'Cari pembeli terdaftar' }).getByText('•••• 0033').waitFor();
  await onlooker.look('find');
  await siti.press('Enter');
  await siti.sees('Karjo');
  await siti.press('F4');
  await siti.scans(VILLAGERS.Karjo.kk);
  await siti.isOn('Pilih orangnya 2 orang terdaftar dengan nomor ini.');
  await onlooker.look('family');
  await siti.presses(/^Sumarni/);
  await siti.sees('Boleh dijual');
  await siti.sees('Sumarni');
  // It was the other one: the same card asks again.
  await siti.scans(VILLAGERS.Karjo.kk);
  await siti.isOn('Pilih orangnya 2 orang terdaftar dengan nomor ini.');
  await siti.presses(/^Karjo/);
  await siti.sees('Boleh dijual');
  await siti.sees('Karjo');
  expect(onlooker.faults).toEqual([]);
});

test('a member’s card replaces typing', async () => {
  const client = await shop.as('Siti');
  await paiminHasCard(client);
  await asksForBuyer();
  await siti.scans(PAIMINS_CARD);
  await siti.sees('Boleh dijual');
  await siti.presses('Pakai pembeli');
  await siti.isAsked('Uang tunai diterima');
  await siti.presses('Keranjang');
  await siti.sees('Paimin, •••• 0007');
  expect(await reads(siti, 'Pembeli keranjang ini')).toContain('Paimin Anggota');
});

test.each([
  ['the number before it', 'till.setSubsidyBuyer', VILLAGERS.Sumarni.nik],
  ['the card before it', 'till.scan', PAIMINS_CARD],
])('a number scanned while %s is still on its way takes its place', async (_before, held, before) => {
  const client = await shop.as('Siti');
  await registerVillager(client, 'Karjo');
  await registerVillager(client, 'Sumarni');
  await paiminHasCard(client);
  await asksForBuyer();
  const letGo = await holdBack(siti.page, held);
  await siti.scans(before);
  // The till knows whose it is by now; to put them on the basket is what waits.
  await siti.page.waitForTimeout(300);
  await siti.scans(VILLAGERS.Karjo.nik);
  await siti.page.waitForTimeout(300);
  await letGo();
  // Whoever was on their way was on the basket for a moment.
  await siti.page.getByRole('main').getByText('Karjo terdaftar di gerai ini').waitFor();
  await siti.sees('Boleh dijual');
  await siti.presses('Pakai pembeli');
  await siti.isAsked('Uang tunai diterima');
  await siti.presses('Keranjang');
  await siti.sees('Karjo, •••• 0033');
  expect(await basketOf(siti)).toEqual([NOODLES, LPG]);
});

test('somebody else fetches it where the rules allow that', async () => {
  const client = await shop.as('Siti');
  await registerVillager(client, 'Karjo');
  await registerVillager(client, 'Paimin');
  await asksForBuyer();
  await siti.types(VILLAGERS.Paimin.nik);
  await siti.sees('Boleh dijual');
  await siti.presses('Diambil wakil');
  await siti.isAsked('NIK wakil');
  await onlooker.look('proxy');
  await siti.types(VILLAGERS.Karjo.nik);
  await siti.sees('Diambil Karjo');
  await siti.presses('Pakai pembeli');
  await siti.isAsked('Uang tunai diterima');
  await siti.press('Enter');
  await isPaid(siti);
  expect(onlooker.faults).toEqual([]);
});

test('a cylinder is taken on loan where no empty one comes in, and given back before paying', async () => {
  await registerVillager(await shop.as('Siti'), 'Paimin');
  await asksForBuyer();
  await siti.types(VILLAGERS.Paimin.nik);
  await siti.sees('Boleh dijual');
  await siti.press('-');
  await siti.sees('Pinjam, jaminan Rp100.000');
  await onlooker.look('without-empty');
  await siti.presses('Pinjam, jaminan Rp100.000');
  await siti.sees('1 dipinjam');
  await siti.press('+');
  await siti.page.getByText('1 dipinjam').waitFor({ state: 'detached' });
  await siti.press('7');
  await siti.sees('1 dipinjam');
  await siti.presses('Keranjang');
  expect(await basketOf(siti)).toEqual([NOODLES, LPG, '1 tbg Jaminan tabung 3 kg 100.000']);
  expect(onlooker.faults).toEqual([]);
});

describe('with the week’s gas of a household taken', () => {
  beforeAll(async () => {
    const client = await shop.as('Siti');
    const karjo = await registerVillager(client, 'Karjo');
    await registerVillager(client, 'Sumarni');
    await registerVillager(client, 'Paimin');
    // Sumarni has had one of the two by herself, in the first story of this file.
    const { quotas } = await quotaOf(karjo.registrationId);
    const left = (quotas[0]!.limitThousandths - quotas[0]!.usedThousandths) / 1000;
    if (left > 0) await sellLpg(client, karjo.registrationId, left);
  });

  async function quotaOf(registrationId: string) {
    const client = await shop.as('Siti');
    await shop.clearCounter();
    valueOf(await client.till.scan({ code: SUBSIDISED.lpg }));
    const { subsidy } = valueOf(
      await client.till.setSubsidyBuyer({ registrationId, category: 'rumah-tangga' }),
    );
    await shop.clearCounter();
    return subsidy!.verdict;
  }

  /** Karjo stands there, and his household has had its gas. */
  async function isRefused(): Promise<void> {
    await asksForBuyer();
    await siti.types(VILLAGERS.Karjo.nik);
    await siti.isTold('Jatah habis');
  }

  test('a refusal says why, what is kept, and what to tell the buyer', async () => {
    await isRefused();
    await siti.isTold('Satu keluarga sudah 2 dari 2 tabung minggu ini. Jatah baru Senin');
    await siti.isTold('1 baris lain di keranjang tetap tersimpan.');
    expect(await reads(siti, 'Yang bisa dilakukan')).toMatch(
      /^Kalimat untuk pembeli “Maaf, jatah LPG 3 kg keluarga minggu ini sudah diambil 2 tabung\. Bisa beli lagi mulai Senin\.” Yang bisa dilakukan/,
    );
    await onlooker.look('refused');
    expect(onlooker.faults).toEqual([]);
  });

  test('it holds up nothing else: the basket takes the next scan with the gas still on it', async () => {
    await isRefused();
    await siti.presses('Keranjang');
    await siti.isTold('Jatah habis.');
    await onlooker.look('refused-basket');
    await siti.scans(GOODS.tea);
    await expect.poll(() => basketOf(siti)).toEqual([NOODLES, LPG, '1 btl Teh Botol 350 ml 4.750']);
    expect(onlooker.faults).toEqual([]);
  });

  test('way out: the gas goes off the basket with Del, and the rest is paid', async () => {
    await isRefused();
    await siti.presses('Keluarkan LPG 3 kg');
    await siti.sees('LPG 3 kg dikeluarkan dari keranjang.');
    await expect.poll(() => basketOf(siti)).toEqual([NOODLES]);
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.press('Enter');
    await isPaid(siti);
  });

  test('way out: somebody else who is there buys it', async () => {
    await isRefused();
    await siti.presses(/^Ganti pembeli/);
    await siti.isAsked('NIK pembeli');
    await siti.types(VILLAGERS.Paimin.nik);
    await siti.sees('Boleh dijual');
    await siti.presses('Pakai pembeli');
    await siti.isAsked('Uang tunai diterima');
    await siti.presses('Keranjang');
    await siti.sees('Paimin, •••• 0007');
    expect(await basketOf(siti)).toEqual([NOODLES, LPG]);
  });

  test('way out: the manager looks at the count and allows it with a PIN, once', async () => {
    await isRefused();
    await siti.presses(/^Minta pengelola periksa/);
    await siti.isOn('Perlu persetujuan');
    await siti.sees('LPG 3 kg 1 tabung, melewati hitungan jatah gerai ini');
    await siti.presses(/^Joko/);
    await siti.isAsked('PIN Joko');
    await siti.answers(PEOPLE.Joko.pin);
    await siti.sees('Boleh, perhatikan');
    await onlooker.look('allowed');
    await siti.presses('Pakai pembeli');
    await siti.isAsked('Uang tunai diterima');
    await siti.press('Enter');
    await isPaid(siti);
    expect(onlooker.faults).toEqual([]);
  });

  test('more than is left is lowered by one key', async () => {
    await siti.answers(`5*${SUBSIDISED.lpg}`);
    await siti.sees('Perlu NIK pembeli');
    await siti.presses('Pembeli');
    await siti.types('3507014508900055');
    await siti.isAsked('Nama di KTP');
    await siti.answers('Yatmi', '3507010101120055');
    await siti.press('1', 'F9');
    await siti.isTold('Jatah tidak cukup');
    await onlooker.look('too-many');
    await siti.presses(/^Kurangi jadi 2 tabung/);
    await siti.sees('Boleh dijual');
    await siti.presses('Pakai pembeli');
    await expect.poll(() => basketOf(siti)).toEqual(['2 tbg LPG 3 kg isi ulang 36.000']);
    expect(onlooker.faults).toEqual([]);
  });
});

test('goods that ask nobody’s number are lowered to what one may take, and paid', async () => {
  await siti.answers(`3*${SUBSIDISED.sphp}`);
  await siti.sees('3 sak');
  await siti.presses('Bayar');
  await siti.isTold('Sekali beli paling banyak 10 kg Beras SPHP. Diminta 15 kg.');
  expect(await siti.page.getByLabel('NIK pembeli', { exact: true }).count()).toBe(0);
  await onlooker.look('unasked-refused');
  await siti.press('F4', 'F2');
  await siti.presses(/^Kurangi jadi 2 sak/);
  await siti.sees('Boleh dijual');
  await onlooker.look('unasked');
  await siti.presses('Lanjut');
  await siti.isAsked('Uang tunai diterima');
  await siti.press('Enter');
  await isPaid(siti);
  expect(onlooker.faults).toEqual([]);
});

test('by touch on the smallest screen a number is tapped in, and the buyer used', async () => {
  await registerVillager(await shop.as('Siti'), 'Paimin');
  const options = { viewport: NARROW, hasTouch: true };
  const touching = await shop.atWindow('Siti', options);
  const look = new Onlooker(touching.page, 'subsidy-buyer/touch');
  await touching.sees('Keranjang kosong');
  await siti.answers(SUBSIDISED.lpg);
  await touching.taps('Bayar');
  await touching.isAsked('NIK pembeli');
  await look.look('number');
  for (const digit of VILLAGERS.Paimin.nik) await touching.taps(digit);
  await touching.sees('Boleh dijual');
  await look.look('known');
  await touching.taps('Pakai pembeli');
  await touching.isAsked('Uang tunai diterima');
  expect(look.faults).toEqual([]);
});
