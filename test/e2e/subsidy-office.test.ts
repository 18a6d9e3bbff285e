/**
 * The office of subsidised goods, by keyboard alone: the line on the day of delivery, the queue for the
 * other systems, cylinders from the agen, who is registered, papers, rules and claims.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, calendarDate, type BusinessDate } from '../../shared/domain/business-date.ts';
import { formatDate, formatDateAscii } from '../../shared/i18n/format.ts';
import { NARROW } from '../support/e2e-hosts.ts';
import { holdBack } from '../support/e2e-hold-back.ts';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { pagesOfPdf } from '../support/pdf.ts';
import {
  addRule,
  registerVillager,
  RULE,
  sellLpg,
  sellSubsidised,
  VILLAGERS,
} from '../support/subsidy-shop.ts';
import { valueOf } from '../support/till.ts';

/** The shop's calendar: it is in the zone of Jakarta, whatever the date is where the test runs. */
const today = (): BusinessDate => calendarDate(Date.now(), 420);

/** A little longer than a new stage lets a second press of a key before go by. */
const SETTLING_MS = 600;

let shop: ServedShop;
let onlooker: Onlooker;

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => onlooker.look('failed'));
});

beforeAll(async () => {
  const lastMonth = new Date(Date.now() - 30 * 86_400_000).toISOString();
  shop = await ServedShop.since(lastMonth, sellSubsidised);
  await shop.openShift();
  const siti = await shop.as('Siti');
  const sumarni = await registerVillager(siti, 'Sumarni');
  const paimin = await registerVillager(siti, 'Paimin');
  await registerVillager(siti, 'Karjo');
  await sellLpg(siti, sumarni.registrationId, 2);
  await sellLpg(siti, paimin.registrationId, 1);
});
afterAll(() => shop.close());

/** A file that is handed over as a download. */
async function saves(person: Person, key: string): Promise<{ readonly name: string; readonly file: Buffer }> {
  const download = person.page.waitForEvent('download');
  await person.press(key);
  const file = await download;
  return { name: file.suggestedFilename(), file: readFileSync(await file.path()) };
}

/** Opens a section of the room by its digit. */
async function opens(person: Person, digit: string, heading: string): Promise<void> {
  await person.goesTo('Subsidi');
  await person.isOn('Antre hari kirim');
  await person.press(digit);
  await person.isOn(heading);
}

test('the pengurus reads the rules, writes a new one with its decree, and ends another', async () => {
  const ratna = await shop.atWindow('Ratna');
  onlooker = new Onlooker(ratna.page, 'subsidy-office/rules', LOOKS);
  await opens(ratna, '6', 'Aturan');
  await ratna.sees('HET Rp18.000 per tabung');
  await onlooker.look('list');

  // Behind the three rules of the rice: the HET of the LPG. A decree lowers it from a day to come.
  const coming = addDays(today(), 40);
  const lastDay = addDays(coming, -1);
  const decree = 'SK Gub 77';
  await ratna.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await ratna.sees('Aturan ini dipakai gerai hari ini.');
  await onlooker.look('rule');
  await ratna.press('F9');
  await ratna.isAsked('Keputusan');
  await onlooker.look('next-empty');
  await ratna.press('F9');
  await ratna.sees('Tanpa nomor keputusan aturan tidak bisa dipertanggungjawabkan.');
  await onlooker.look('next-refused');
  await ratna.answers(decree, formatDateAscii(coming), '', '17500');
  await onlooker.look('next');
  await ratna.press('F9');
  await ratna.sees('Aturan tersimpan.');
  await ratna.sees('HET Rp17.500 per tabung');
  await onlooker.look('coming');
  const ratnas = await shop.as('Ratna');
  const { programmes } = valueOf(await ratnas.programmes.list({}));
  expect(programmes.flatMap(({ rules }) => rules).find(({ rule }) => rule.decree === decree)).toMatchObject({
    standing: 'coming',
    rule: { kind: 'price', priceKind: 'het', amountRp: 17_500, validFrom: coming, source: 'store' },
  });

  // What was saved is what stands open; the one that holds today is three above it.
  await ratna.press('ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter');
  await ratna.sees('Aturan ini dipakai gerai hari ini.');
  await ratna.press('F3');
  await ratna.isAsked('Hari terakhir');
  await ratna.press('F9');
  await ratna.sees('Belum ada yang berubah. Tulis hari terakhirnya, atau tandai keliru.');
  await ratna.types(formatDateAscii(lastDay));
  await onlooker.look('end');
  await ratna.press('Enter');
  await ratna.sees(`${formatDate(RULE.validFrom)} sampai ${formatDate(lastDay)}`);
  await ratna.press('Escape', 'F7');
  await ratna.isOn('Daftar bawaan');
  await onlooker.look('supplied');
  await ratna.press('Escape', 'F8');
  await ratna.isOn('Barang program');
  await onlooker.look('goods');
  await ratna.press('F6');
  await ratna.isAsked('Barang');
  await onlooker.look('link');
  await ratna.press('Escape', 'F7');
  await ratna.isAsked('Nama program');
  await onlooker.look('programme');
  await ratna.press('Escape');
  await ratna.sees('Pilih program atau barang.');
  await onlooker.look('goods-again');
  await ratna.press('Escape');
  await ratna.isOn('Aturan');
  await ratna.press('F6');
  await ratna.isAsked('Keputusan');
  await ratna.page.getByLabel('Yang diatur').selectOption('access');
  await onlooker.look('new-access');
  await ratna.page.getByLabel('Yang diatur').selectOption('quota');
  await onlooker.look('new-quota');
  await ratna.press('Escape');
  await ratna.press('F9');
  await ratna.isAsked('Kode wilayah');
  await onlooker.look('place');
  expect(onlooker.faults).toEqual([]);
});

test('a line is keyed into MAP: copied, marked, and one that differs; a file of theirs is compared', async () => {
  const joko = await shop.atWindow('Joko');
  onlooker = new Onlooker(joko.page, 'subsidy-office/keying', LOOKS);
  await opens(joko, '2', 'Catat');
  await joko.sees('2 belum');
  await onlooker.look('queue');
  await joko.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await joko.page.clock.install({ time: new Date() });
  await joko.press('F4');
  await joko.sees('NIK disalin.');
  await onlooker.look('copied');
  const clipboard = () => joko.page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toBe(VILLAGERS.Sumarni.nik);
  // A minute later nobody pastes it into a chat.
  await joko.page.clock.fastForward(60_000);
  await expect.poll(clipboard).toBe('');
  // What is pressed while the till still marks it is not meant for this line.
  const letGo = await holdBack(joko.page, 'keying.mark');
  await joko.press('F9', 'F6');
  await letGo();
  await joko.sees(/ditandai sudah\.$/);
  await joko.sees('SKM01-1-0002');
  expect(await joko.page.getByLabel('Catatan').count()).toBe(0);
  await joko.press('F6');
  await joko.isAsked('Catatan');
  await joko.press('F9');
  await joko.sees('Tulis apa bedanya.');
  await joko.types('NIK belum ada di MAP');
  await onlooker.look('differ');
  await joko.press('F9');
  await joko.sees('Semua sudah dicatat.');
  await onlooker.look('all-keyed');
  await joko.press('9');
  await joko.sees('beda');
  await onlooker.look('differing');

  await joko.press('F7');
  await joko.isOn('Bandingkan berkas');
  await onlooker.look('compare');
  const file = path.join(tmpdir(), `map-${process.pid}.csv`);
  const { nik } = VILLAGERS.Sumarni;
  const date = today();
  writeFileSync(file, `tanggal;nik;jumlah\n${date};${nik};1\n${date};3507019999999999;1\n`);
  await joko.page.getByLabel('Pilih berkas').setInputFiles(file);
  await joko.isOn('Hasil banding');
  await onlooker.look('differences');
  await joko.press('F9');
  await joko.isTold('Masih ada beda tanpa penjelasan.');
  await onlooker.look('unexplained');
  await joko.answers('lupa dicatat kemarin', 'satu dibeli di pangkalan lain');
  await joko.types('pembeli dari desa lain');
  await joko.press('F9');
  await joko.sees(/^Hasil banding tersimpan/);
  await joko.press('F7');
  await joko.sees('0 cocok dari 2');
  await onlooker.look('compared-before');
  const [kept] = valueOf(await (await shop.as('Joko')).keying.comparisons({}));
  expect(kept?.differences.map(({ kind }) => kind).toSorted()).toEqual(['different', 'extra', 'missing']);
  expect(onlooker.faults).toEqual([]);
});

test('the agen comes: full ones in, empty ones out, and what is owed is known', async () => {
  const joko = await shop.atWindow('Joko');
  onlooker = new Onlooker(joko.page, 'subsidy-office/cylinders', LOOKS);
  await opens(joko, '3', 'Tabung');
  await onlooker.look('state');
  await joko.press('F6');
  await joko.isAsked('Tabung isi masuk');
  await onlooker.look('receive-empty');
  await joko.answers('20', '18', '0', '16000', 'PT Sinar Gas', 'SJ-118');
  await joko.sees('20 tabung isi diterima.');
  await onlooker.look('received');
  const [kind] = valueOf(await (await shop.as('Joko')).cylinders.state({})).kinds;
  expect(kind).toMatchObject({
    fullThousandths: 63_000,
    emptyThousandths: 39_000,
    agenOwedThousandths: 2_000,
  });
  await joko.press('F7');
  await joko.sees('Yang dibetulkan');
  await onlooker.look('adjust');
  await joko.press('2');
  await onlooker.look('adjust-damaged');
  await joko.press('Escape', 'F8');
  await joko.isOn('Riwayat');
  await onlooker.look('history');
  expect(onlooker.faults).toEqual([]);
});

test('the line on the day of delivery, by name and by four digits', async () => {
  const siti = await shop.atWindow('Siti');
  onlooker = new Onlooker(siti.page, 'subsidy-office/waiting', LOOKS);
  await siti.goesTo('Subsidi');
  await siti.isOn('Antre hari kirim');
  await onlooker.look('empty');
  await siti.press('F2');
  await siti.isAsked('Siapa');
  await siti.types('0033');
  await siti.sees('NIK •••• 0033');
  await onlooker.look('find');
  await siti.press('Enter');
  await siti.isAsked(/^Jumlah/);
  await onlooker.look('how-many');
  await siti.press('Enter');
  await siti.sees(/masuk sebagai nomor 1/);
  await siti.isAsked('Siapa');
  // Somebody is scanned; whoever is scanned while "how many" is asked does not take their place.
  await siti.scans(VILLAGERS.Sumarni.nik);
  await siti.sees('NIK •••• 0021');
  await siti.press('Enter');
  await siti.isAsked(/^Jumlah/);
  await siti.scans(VILLAGERS.Karjo.nik);
  await siti.isTold('Isian di kanan belum disimpan.');
  await siti.press('Enter');
  await siti.sees(/masuk sebagai nomor 2/);
  await siti.isAsked('Siapa');
  // Nobody reads the number that was scanned.
  expect(await siti.page.getByLabel('Siapa').inputValue()).toBe('');
  // The last four digits of a KK name everybody on it, so somebody is meant by the whole number.
  await siti.types('0007');
  await siti.sees('KK •••• 0007');
  await onlooker.look('find-family');
  await siti.press('Control+a');
  await siti.answers(VILLAGERS.Paimin.nik);
  await siti.isAsked(/^Jumlah/);
  await siti.answers('60');
  await siti.sees(/masuk sebagai nomor 3/);
  await onlooker.look('line');
  await siti.press('Escape', 'Enter');
  await siti.sees('Layani di Kasir');
  await onlooker.look('entry');
  await siti.press('Escape');
  await onlooker.look('stock');
  await siti.press('F2');
  await siti.isAsked('Siapa');
  await siti.types('3507 0105 0690 0044');
  await siti.sees(/belum terdaftar/);
  await siti.press('F9');
  await siti.isAsked('NIK');
  await onlooker.look('register');
  await siti.press('Escape');
  await siti.isAsked('Siapa');
  await siti.press('Escape', 'Delete');
  await siti.sees(/keluar dari antrean/);
  expect(onlooker.faults).toEqual([]);
});

test('who is registered: found, read, changed, erased; who looked at a number is on record', async () => {
  const ratna = await shop.atWindow('Ratna');
  onlooker = new Onlooker(ratna.page, 'subsidy-office/buyers', LOOKS);
  await opens(ratna, '4', 'Pembeli');
  await onlooker.look('list');
  await ratna.press('F2');
  await ratna.isAsked('Cari pembeli');
  await ratna.types('sumar');
  await ratna.press('Enter');
  await ratna.sees('Disimpan sampai');
  await onlooker.look('detail');
  await ratna.press('F9');
  await ratna.isOn('Ubah pembeli');
  await onlooker.look('edit');
  await ratna.press('Escape', 'F4');
  await ratna.sees('Hapus data diri?');
  await onlooker.look('erase');
  await ratna.press('Escape');
  await ratna.sees('Disimpan sampai');
  await ratna.press('Escape', 'F6');
  await ratna.isAsked('NIK');
  await ratna.answers('3507015205810044', '', 'Yatmi', 'Dusun Krajan RT 2');
  await ratna.press('F9');
  await ratna.sees('Tanpa persetujuan nomornya tidak boleh disimpan.');
  await onlooker.look('no-consent');
  // The first field that is wrong has the focus. Enter on a box to tick is the form's, not the list's.
  await ratna.press('Space', 'Enter');
  await ratna.sees('NIK •••• 0044 terdaftar.');
  await onlooker.look('registered');
  await ratna.press('F4');
  await ratna.sees('Hapus data diri?');
  await ratna.press('F9');
  await ratna.sees('Nomor, nama, dan alamat sudah dihapus. Pembelian tetap dihitung.');
  await onlooker.look('erased');
  await ratna.press('Escape', 'F7');
  await ratna.isOn('Catatan akses');
  await onlooker.look('log');
  expect(onlooker.faults).toEqual([]);
});

test('a register on the screen is the register on paper', async () => {
  const joko = await shop.atWindow('Joko');
  onlooker = new Onlooker(joko.page, 'subsidy-office/registers', LOOKS);
  await opens(joko, '5', 'Register');
  await joko.sees('Sumarni');
  await onlooker.look('logbook');
  const paper = await saves(joko, 'F9');
  expect(paper.name).toMatch(/\.pdf$/);
  expect(pagesOfPdf(paper.file).join('')).toContain('LPG');
  const sheet = await saves(joko, 'F8');
  expect(sheet.name).toMatch(/\.xlsx$/);
  expect(sheet.file.subarray(0, 2).toString()).toBe('PK');
  await joko.press('F6');
  await joko.sees('Surat pernyataan penjualan Beras SPHP');
  await onlooker.look('sphp');
  await joko.press('F6');
  await joko.sees('Register penyaluran pupuk bersubsidi');
  await joko.press('F6');
  await joko.sees('Daftar harga');
  await onlooker.look('board');
  const board = await saves(joko, 'F11');
  expect(pagesOfPdf(board.file).join('')).toContain('18.000');
  expect(onlooker.faults).toEqual([]);
});

test('a decree lowers a price: what stood in the shop is claimed, sent and paid in parts', async () => {
  await addRule(shop, {
    ...RULE,
    programme: 'minyakita',
    kind: 'price',
    priceKind: 'het',
    amountRp: 15_000,
    decree: 'Permendag 5/2026',
    validFrom: today(),
  });
  const joko = await shop.atWindow('Joko');
  onlooker = new Onlooker(joko.page, 'subsidy-office/claims', LOOKS);
  await opens(joko, '7', 'Klaim selisih harga');
  await joko.sees('15.700 menjadi 15.000');
  await onlooker.look('claim');
  await joko.press('F9');
  await joko.sees('Klaim ditandai terkirim.');
  await joko.sees(/^terkirim$/);
  await joko.press('F9');
  await joko.isAsked('Berapa rupiah');
  await joko.types('99999999');
  await joko.press('F9');
  await joko.sees(/^Paling banyak Rp16\.800\.$/);
  await joko.press('Control+a');
  await joko.types('10000');
  await onlooker.look('settle');
  await joko.press('F9');
  await joko.sees('Rp10.000 dicatat dibayar.');
  const [claim] = valueOf(await (await shop.as('Joko')).programmes.claims({}));
  expect(claim).toMatchObject({ status: 'sent', totalRp: 16_800, paidRp: 10_000, openRp: 6_800 });
  await joko.press('F9');
  await joko.isAsked('Berapa rupiah');
  // In the field a digit is an amount; on the choice above it, it chooses.
  await joko.press('Shift+Tab', '2', 'F9');
  await joko.sees('Rp6.800 dicatat ditolak.');
  await onlooker.look('settled');
  const [settled] = valueOf(await (await shop.as('Joko')).programmes.claims({}));
  expect(settled).toMatchObject({ status: 'settled', refusedRp: 6_800, openRp: 0 });
  expect(onlooker.faults).toEqual([]);
});

test('by finger on the smallest window: a cashier sees four digits, marks a line, and copies no number', async () => {
  const siti = await shop.as('Siti');
  const { registrations } = valueOf(await siti.subsidy.registrations({ text: '0007' }));
  const paimin = registrations.find((each) => each.maskedNik === '0007')!;
  await sellLpg(siti, paimin.registrationId);
  const finger = await shop.atWindow('Siti', { viewport: NARROW, hasTouch: true });
  onlooker = new Onlooker(finger.page, 'subsidy-office/finger');
  await finger.press('F5');
  await finger.taps(/^Subsidi/);
  await finger.taps('Catat');
  await finger.sees('•••• 0007');
  expect(await finger.page.getByText('Paimin').count()).toBe(0);
  await onlooker.look('queue');
  // It is shown off, and says why when it is pressed all the same.
  await finger.page.getByRole('button', { name: 'Salin NIK' }).tap({ force: true });
  await finger.isTold('Kasir hanya melihat empat angka akhir.');
  await onlooker.look('only-four');
  // Nobody's fingers are so fast: a line is marked once a double tap on the one before is surely over.
  await finger.page.evaluate((long) => new Promise((done) => setTimeout(done, long)), SETTLING_MS);
  await finger.taps('Sudah');
  await finger.sees(/ditandai sudah\.$/);
  await finger.taps('Register');
  await finger.sees('Register dibuat orang lain.');
  await onlooker.look('not-mine');
  expect(onlooker.faults).toEqual([]);
});
