/**
 * Members and institutions, by keyboard alone: added while the queue waits, changed by those who may,
 * taken over from the co-operative's list, found by card, and erased on request.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { valueOf } from '../support/till.ts';

const LIST = [
  'No. Anggota;Nama;Kartu;Tingkat;Pokok;Wajib;Sukarela;HP;Dusun',
  '0101;Hartini Wulandari;KDMP-0101;anggota;50.000;120.000;1.250.000;0812-1000-101;Krajan',
  '0102;Slamet Riyadi;KDMP-0102;anggota;50.000;110.000;0;;Krajan',
  '0103;Warung Bu Tin;;grosir;50.000;120.000;75.500;0812-1000-103;Sawah',
].join('\n');

let shop: ServedShop;

beforeAll(async () => {
  shop = await ServedShop.open();
});
afterAll(() => shop.close());

/** Whatever the list of members says of somebody. */
async function member(text: string) {
  const [found] = valueOf(await (await shop.as('Siti')).members.search({ text }));
  if (found === undefined) throw new Error(`nobody is found by ${text}`);
  return found;
}

/** Chooses a file where the browser asks for one. */
async function chooses(person: Person, button: string, name: string, content: string): Promise<void> {
  const asked = person.page.waitForEvent('filechooser');
  await person.presses(button);
  await (await asked).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

describe('a cashier', () => {
  test('adds a member with a name and a card, and finds them by the card', async () => {
    const siti = await shop.atWindow('Siti');
    const onlooker = new Onlooker(siti.page, 'members/cashier', LOOKS);
    await siti.goesTo('Anggota');
    await siti.sees('Belum ada anggota.');
    await onlooker.look('empty');
    await siti.press('F6');
    await siti.isAsked('Nama anggota');
    await siti.press('F9');
    await siti.sees('Belum diisi.');
    await siti.types('Kustiyah Pranoto');
    await siti.scans('KDMP-0001');
    await onlooker.look('quick-add');
    await siti.press('F9');
    await siti.sees('Kustiyah Pranoto tersimpan, nomor 0001.');
    expect(await member('KDMP-0001')).toMatchObject({ name: 'Kustiyah Pranoto', tier: 'anggota' });
    await siti.isAsked(/^Cari anggota/);
    await siti.scans('KDMP-0001');
    await siti.sees('Belum ada belanja.');
    await onlooker.look('read-only');
    await siti.press('Escape');
    expect(onlooker.faults).toEqual([]);
  });
});

describe('the manager', () => {
  let joko: Person;
  let onlooker: Onlooker;

  beforeAll(async () => {
    joko = await shop.atWindow('Joko');
    onlooker = new Onlooker(joko.page, 'members/manager', LOOKS);
    await joko.goesTo('Anggota');
  });

  test('sets price, limit and savings of a member', async () => {
    await joko.isAsked(/^Cari anggota/);
    await joko.types('kus');
    await joko.sees('Kustiyah Pranoto');
    await joko.press('Enter');
    await joko.sees('Batas kasbon');
    await joko.press('F9');
    await joko.isAsked('Nama');
    await onlooker.look('editor');
    await joko.tabsTo('Batas kasbon');
    await joko.types('500000');
    await joko.tabsTo('Sukarela');
    await joko.types('300000');
    await joko.press('Enter');
    await joko.types('31-2-2025');
    await joko.press('F9');
    await joko.sees('Tulis seperti 21-7-2025.');
    await onlooker.look('editor-refused');
    await joko.press('Control+a');
    await joko.types('21-7-2025');
    await joko.press('F9');
    await joko.sees('Kustiyah Pranoto tersimpan.');
    await joko.sees('Simpanan');
    await onlooker.look('detail');
    expect(await member('0001')).toMatchObject({
      creditLimitRp: 500_000,
      joinedOn: '2025-07-21',
      savings: { sukarelaRp: 300_000 },
    });
    await joko.press('Escape');
  });

  test("takes over the co-operative's list, all of it or nothing", async () => {
    await joko.isAsked(/^Cari anggota/);
    await joko.press('F7');
    await joko.isOn('Impor anggota');
    await onlooker.look('import');
    await chooses(joko, 'Pilih berkas', 'rusak.csv', `${LIST}\n0103;Dua Kali;;emas;;;;;`);
    await joko.sees('Yang perlu diperbaiki');
    await onlooker.look('import-errors');
    await chooses(joko, 'Berkas lain', 'anggota.csv', LIST);
    await joko.presses(/^Masukkan 3 baris/);
    await joko.sees('3 anggota dan 3 simpanan masuk.');
    await onlooker.look('list');
    expect(await member('KDMP-0101')).toMatchObject({
      name: 'Hartini Wulandari',
      savings: { pokokRp: 50_000, wajibRp: 120_000, sukarelaRp: 1_250_000 },
    });
  });

  test('adds a school kitchen that buys on invoice', async () => {
    await joko.press('F8');
    await joko.isOn('Lembaga');
    await joko.sees('Belum ada pembeli lembaga.');
    await joko.press('F6');
    await joko.isAsked('Nama lembaga');
    await joko.answers('SPPG Sukamaju 2', 'Jl. Raya Sukamaju 40', 'Bu Ratna', '0341-55123');
    await joko.types('20000000');
    await onlooker.look('buyer-editor');
    await joko.press('F9');
    await joko.sees('SPPG Sukamaju 2 tersimpan.');
    await joko.isAsked(/^Cari lembaga/);
    await joko.press('Enter');
    await joko.sees('Jatuh tempo faktur');
    await onlooker.look('buyer');
    const { buyers } = valueOf(await (await shop.as('Siti')).members.buyers({}));
    expect(buyers).toMatchObject([{ name: 'SPPG Sukamaju 2', tier: 'grosir', creditLimitRp: 20_000_000 }]);
    await joko.press('Escape', 'F8');
    await joko.isOn('Anggota');
    expect(onlooker.faults).toEqual([]);
  });
});

describe('the board', () => {
  test('erases a member on request: told what is lost and what stays, then it is gone', async () => {
    const ratna = await shop.atWindow('Ratna');
    const onlooker = new Onlooker(ratna.page, 'members/board', LOOKS);
    const { memberId } = await member('0001');
    await ratna.goesTo('Anggota');
    await ratna.isAsked(/^Cari anggota/);
    await ratna.types('kustiyah');
    await ratna.sees('Kustiyah Pranoto');
    await ratna.press('Enter');
    await ratna.presses('Hapus data diri');
    await ratna.sees('hilang selamanya dari kasa ini');
    await onlooker.look('erase');
    await ratna.press('F9');
    await ratna.sees('Data diri dihapus.');
    await onlooker.look('erased');
    const after = valueOf(await (await shop.as('Siti')).members.member({ memberId }));
    expect(after).toMatchObject({
      name: '',
      number: '0001',
      active: false,
      savings: { sukarelaRp: 300_000 },
    });
    expect(onlooker.faults).toEqual([]);
  });
});
