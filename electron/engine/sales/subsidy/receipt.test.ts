import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TillClient } from '../../../../shared/contract/index.ts';
import { framed, paper } from '../../../../test/support/framed.ts';
import { recordsOfType } from '../../../../test/support/journal.ts';
import { openShift, payment, SmallShop } from '../../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  hetOf,
  registerVillager,
  ring,
  sellSubsidised,
  SUBSIDISED,
} from '../../../../test/support/subsidy-shop.ts';
import { valueOf } from '../../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let sumarni: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  await openShift(siti);
  sumarni = (await registerVillager(siti, 'Sumarni')).registrationId;
});

afterEach(() => shop.close());

async function aSale(): Promise<string> {
  await ring(siti, SUBSIDISED.lpg, 2);
  await ring(siti, SUBSIDISED.deposit);
  await ring(siti, SUBSIDISED.sphp);
  await ring(siti, SUBSIDISED.oil);
  const ticket = await buys(siti, sumarni);
  return valueOf(await siti.till.pay(payment(ticket, 250_000))).saleId;
}

/** What a receipt says from its first item on, up to its thanks. */
function body(lines: readonly string[], columns: 32 | 48): string {
  const start = lines.findIndex((line) => line.startsWith('LPG 3 kg isi ulang'));
  return framed(lines.slice(start, lines.lastIndexOf('', lines.length - 3)), columns);
}

const linesOf = async (saleId: string, columns: 32 | 48) =>
  valueOf(await siti.sales.receipt({ saleId, columns })).lines;

test('on 58 mm a line says its programme and ceiling, whose quota it used, and what came in', async () => {
  expect(body(await linesOf(await aSale(), 32), 32)).toBe(
    paper(`
      |LPG 3 kg isi ulang              |
      |      2 tbg x  18.000   36.000  |
      |  LPG 3 kg, HET Rp18.000        |
      |  Pembeli NIK ************0021  |
      |  Tabung kosong diterima: 1     |
      |Jaminan tabung 3 kg             |
      |      1 tbg x 100.000  100.000  |
      |  Uang jaminan kembali kapan    |
      |  saja bila tabung kembali.     |
      |Beras SPHP 5 kg                 |
      |      1 sak x  62.500   62.500  |
      |  Beras SPHP, harga program     |
      |  Rp12.500                      |
      |Minyakita 1 L                   |
      |      1 btl x  15.700   15.700  |
      |  Minyakita, HET Rp15.700       |
      |--------------------------------|
      |TOTAL 4 baris        Rp214.200  |
      |Tunai diterima         250.000  |
      |Kembalian               35.800  |
      |--------------------------------|
      |Barang bersubsidi tidak boleh   |
      |dijual lagi.                    |
      |Retur paling lambat 7 hari, bawa|
      |struk ini.                      |
    `),
  );
});

test('on 80 mm', async () => {
  expect(body(await linesOf(await aSale(), 48), 48)).toBe(
    paper(`
      |LPG 3 kg isi ulang      2 tbg  18.000   36.000  |
      |  LPG 3 kg, HET Rp18.000                        |
      |  Pembeli NIK ************0021                  |
      |  Tabung kosong diterima: 1                     |
      |Jaminan tabung 3 kg     1 tbg 100.000  100.000  |
      |  Uang jaminan kembali kapan saja bila tabung   |
      |  kembali.                                      |
      |Beras SPHP 5 kg         1 sak  62.500   62.500  |
      |  Beras SPHP, harga program Rp12.500            |
      |Minyakita 1 L           1 btl  15.700   15.700  |
      |  Minyakita, HET Rp15.700                       |
      |------------------------------------------------|
      |TOTAL 4 baris                        Rp214.200  |
      |Tunai diterima                         250.000  |
      |Kembalian                               35.800  |
      |------------------------------------------------|
      |Barang bersubsidi tidak boleh dijual lagi.      |
      |Retur paling lambat 7 hari, bawa struk ini.     |
    `),
  );
});

test('a copy says the same under another HET, and names nobody who was erased', async () => {
  const saleId = await aSale();
  const ratna = await shop.as('Ratna');
  await addRule(shop, hetOf(19_000, '2026-04-15'));
  expect(await linesOf(saleId, 32)).toContain('  LPG 3 kg, HET Rp18.000');
  valueOf(await ratna.subsidy.erase({ registrationId: sumarni }));
  const copy = valueOf(await ratna.sales.reprint({ saleId })).lines;
  expect(copy).toContain('  LPG 3 kg, HET Rp18.000');
  expect(copy).toContain('  Tabung kosong diterima: 1');
  expect(copy.join('\n')).not.toContain('NIK');
});

test('a copy names the buyer where they were asked for, though the programme was switched off since', async () => {
  await ring(siti, SUBSIDISED.oil);
  await ring(siti, SUBSIDISED.lpg);
  const { saleId } = valueOf(await siti.till.pay(payment(await buys(siti, sumarni))));
  const before = await linesOf(saleId, 32);
  const at = before.indexOf('  LPG 3 kg, HET Rp18.000');
  expect(before[at + 1]).toBe('  Pembeli NIK ************0021');
  const ratna = await shop.as('Ratna');
  const programme = { programme: 'lpg-3kg', name: 'LPG 3 kg', unit: 'tabung', active: false };
  valueOf(await ratna.programmes.saveProgramme(programme));
  expect(await linesOf(saleId, 32)).toEqual(before);
});

test('what asks for nobody names nobody, on paper or on record, whoever the ticket is for', async () => {
  await ring(siti, SUBSIDISED.oil);
  const ticket = await buys(siti, sumarni);
  const { saleId } = valueOf(await siti.till.pay(payment(ticket)));
  expect((await linesOf(saleId, 32)).join('\n')).not.toMatch(/NIK|bersubsidi/);
  expect(recordsOfType(shop, 'subsidy-sold/1')).toMatchObject([
    { body: { registrationId: null, category: null, subject: { nikKey: null, kkKey: null } } },
  ]);
});
