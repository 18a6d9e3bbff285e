import { expect, test } from 'vitest';
import { dadapan, dadapanBasket, dadapanHash, exampleSale } from '../../test/support/example-papers.ts';
import {
  cash,
  deskSale,
  schoolKitchen,
  siti,
  type DeskLine,
  type DeskSale,
  type TenderInput,
} from '../../test/support/example-sales.ts';
import { framed, paper } from '../../test/support/framed.ts';
import { rupiah } from '../domain/money.ts';
import { documentLines, layOut } from './lay-out.ts';
import type { Columns } from './print-document.ts';
import { receiptDocument, type Receipt } from './receipt.ts';

const promotion = '0196357e-0000-7000-8000-000000000077';
const payment = '0196357e-0000-7000-8000-000000000078';

function printed(columns: Columns, sale: DeskSale, more: Partial<Receipt> = {}): string {
  const record = deskSale(sale);
  const document = receiptDocument({ profile: dadapan, record, hash: dadapanHash, copy: null, ...more });
  return framed(documentLines(document, columns), columns);
}

const noodles: DeskLine = { name: 'Indomie Goreng 85 g', priceRp: 3_100 };

/** A member's errand with a carton, goods by weight, discounts, a rounding and two ways of paying. */
const errand: DeskSale = {
  buyer: { tier: 'anggota', memberId: siti },
  roundingRp: -60,
  lines: [
    { name: 'Beras SPHP 5 kg', unit: 'sak', priceRp: 62_500, reason: { kind: 'ceiling' } },
    {
      name: 'Indomie Goreng 85 g',
      unit: 'dus',
      baseUnit: 'bungkus',
      content: 40_000,
      quantity: 2_000,
      listRp: 120_000,
      priceRp: 115_000,
      reason: { kind: 'tier', tier: 'anggota' },
    },
    {
      name: 'Kopi Bubuk 165 g',
      quantity: 12_000,
      listRp: 15_900,
      priceRp: 14_900,
      reason: { kind: 'quantity', tier: 'grosir', fromThousandths: 12_000 },
      discounts: [{ kind: 'promotion', promotionId: promotion, name: 'Gajian', amountRp: 5_000 }],
    },
    {
      name: 'Tepung Terigu Segitiga 1 kg',
      priceRp: 13_500,
      quantity: 2_000,
      discounts: [
        { kind: 'manual', reason: 'kemasan sobek di pinggir', amountRp: 1_500 },
        { kind: 'promotion', promotionId: promotion, name: 'Promo akhir bulan', amountRp: 1_000 },
      ],
    },
    {
      name: 'Bawang merah',
      unit: 'kg',
      quantity: 340,
      priceRp: 38_000,
      grossRp: 12_900,
      reason: { kind: 'label' },
    },
    { name: 'Sabun colek', priceRp: 2_760, listRp: 3_000, reason: { kind: 'manual', reason: 'penyok' } },
  ],
  tenders: [
    {
      kind: 'qris',
      amountRp: 150_000,
      paymentId: payment,
      evidence: 'app',
      reference: '9912345678',
      confirmedBy: 'Wulan',
    },
    cash(356_400, 360_000, 600),
  ],
};

const named: Partial<Receipt> = {
  buyerLine: { number: 'A-0147', maskedName: 'Siti A****' },
  memberYearRp: rupiah(2_683_920),
  returnDays: 7,
};

test('a member’s errand on 58 mm: packs, why a price is what it is, what came off, both tenders', () => {
  expect(printed(32, errand, named)).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |Nota G2207-1-0057       15-04-26|
      |Kasir Wulan, kasa 1    10:45 WIB|
      |Anggota A-0147        Siti A****|
      |--------------------------------|
      |Beras SPHP 5 kg                 |
      |      1 sak x  62.500   62.500  |
      |  harga HET                     |
      |Indomie Goreng 85 g             |
      |      2 dus x 115.000  230.000  |
      |  isi 40 bks, harga anggota     |
      |Kopi Bubuk 165 g                |
      |     12 bks x  14.900  178.800  |
      |  harga grosir >= 12            |
      |  promo Gajian          -5.000  |
      |Tepung Terigu Segitiga 1 kg     |
      |      2 bks x  13.500   27.000  |
      |  potongan: kemasan sobek di    |
      |  pinggir               -1.500  |
      |  Promo akhir bulan     -1.000  |
      |Bawang merah                    |
      |  0,340 kg  x  38.000   12.900  |
      |  harga label timbangan         |
      |Sabun colek                     |
      |      1 bks x   2.760    2.760  |
      |  harga khusus: penyok          |
      |--------------------------------|
      |TOTAL 6 baris        Rp506.460  |
      |Pembulatan tunai           -60  |
      |HARUS DIBAYAR        Rp506.400  |
      |--------------------------------|
      |QRIS lunas 10:45 *5678 150.000  |
      |Tunai diterima         360.000  |
      |Sumbangan                  600  |
      |Kembalian                3.000  |
      |--------------------------------|
      |Hemat                   29.740  |
      |Belanja 2026 (SHU)   2.683.920  |
      |--------------------------------|
      |Retur paling lambat 7 hari, bawa|
      |struk ini.                      |
      |                                |
      |          Terima kasih          |
      |       Cek 7C41-E09A-B2D8       |
      |                                |
      |          G2207-1-0057          |
    `),
  );
});

test('the same errand on 80 mm', () => {
  expect(printed(48, errand, named).split('\n').slice(6).join('\n')).toBe(
    paper(`
      |Anggota A-0147                        Siti A****|
      |------------------------------------------------|
      |Barang                    Jml   Harga   Rupiah  |
      |------------------------------------------------|
      |Beras SPHP 5 kg         1 sak  62.500   62.500  |
      |  harga HET                                     |
      |Indomie Goreng 85 g     2 dus 115.000  230.000  |
      |  isi 40 bks, harga anggota                     |
      |Kopi Bubuk 165 g       12 bks  14.900  178.800  |
      |  harga grosir >= 12                            |
      |  promo Gajian                          -5.000  |
      |Tepung Terigu Segitiga 1 kg                     |
      |                        2 bks  13.500   27.000  |
      |  potongan: kemasan sobek di pinggir    -1.500  |
      |  Promo akhir bulan                     -1.000  |
      |Bawang merah        0,340 kg   38.000   12.900  |
      |  harga label timbangan                         |
      |Sabun colek             1 bks   2.760    2.760  |
      |  harga khusus: penyok                          |
      |------------------------------------------------|
      |TOTAL 6 baris                        Rp506.460  |
      |Pembulatan tunai                           -60  |
      |HARUS DIBAYAR                        Rp506.400  |
      |------------------------------------------------|
      |QRIS lunas 10:45, ref. *5678           150.000  |
      |Tunai diterima                         360.000  |
      |Sumbangan                                  600  |
      |Kembalian                                3.000  |
      |------------------------------------------------|
      |Hemat                                   29.740  |
      |Belanja 2026 untuk SHU               2.683.920  |
      |------------------------------------------------|
      |Retur paling lambat 7 hari, bawa struk ini.     |
      |                                                |
      |                  Terima kasih                  |
      |               Cek 7C41-E09A-B2D8               |
      |                                                |
      |                  G2207-1-0057                  |
    `),
  );
});

/** How 3.100 is paid, and the lines of it on narrow paper. */
const tenderLines: readonly (readonly [string, TenderInput, string])[] = [
  [
    'transfer with a reference',
    { kind: 'transfer', amountRp: 3_100, reference: ' TRX 0099871 ' },
    '|Transfer bank *9871      3.100  |',
  ],
  [
    'card without one',
    { kind: 'card', amountRp: 3_100, reference: '' },
    '|Kartu debit              3.100  |',
  ],
  [
    'kasbon',
    { kind: 'kasbon', amountRp: 3_100, memberId: siti, dueDate: '2026-05-15' },
    '|Kasbon                   3.100  |\n|  jatuh tempo 15-05-26          |',
  ],
  ['savings', { kind: 'savings', amountRp: 3_100, memberId: siti }, '|Potong simpanan          3.100  |'],
  [
    'invoice',
    { kind: 'invoice', amountRp: 3_100, buyerId: schoolKitchen, dueDate: '2026-04-29' },
    '|Faktur, belum dibayar    3.100  |\n|  jatuh tempo 29-04-26          |',
  ],
  [
    'exchange',
    { kind: 'exchange', amountRp: 3_100, returnId: payment },
    '|Tukar barang             3.100  |',
  ],
  [
    'QRIS whose reference nobody noted',
    {
      kind: 'qris',
      amountRp: 3_100,
      paymentId: payment,
      evidence: 'device',
      reference: '',
      confirmedBy: 'Wulan',
    },
    '|QRIS lunas 10:45         3.100  |',
  ],
];

test.each(tenderLines)('paid by %s', (_, tender, lines) => {
  const text = printed(32, { lines: [noodles], tenders: [tender] });
  expect(text).toContain(lines);
  expect(text).not.toMatch(/Tunai|Kembalian|Pembulatan|Sumbangan/);
});

test('a long reference never stands on paper whole', () => {
  const tender: TenderInput = { kind: 'card', amountRp: 3_100, reference: '4111222233334444' };
  expect(printed(48, { lines: [noodles], tenders: [tender] })).not.toContain('411122');
});

test('change is never called a donation where nobody gave one', () => {
  expect(printed(32, { lines: [noodles], tenders: [cash(3_100, 5_000)] })).not.toContain('Sumbangan');
});

const mixed: DeskSale = {
  lines: [
    { name: 'Beras curah', unit: 'kg', quantity: 2_000, priceRp: 14_000, taxClass: 'bebas' },
    { name: 'Sabun Mandi 85 g', unit: 'buah', quantity: 10_000, priceRp: 11_100, taxClass: 'kena' },
  ],
};

test('a PKP’s receipt says base and PPN of the taxed goods, by the rule of the day', () => {
  // 111.000 with 12 % on 11/12 of the price inside: 100.000 net, base 91.667, PPN 11.000.
  expect(printed(32, { ...mixed, pkp: true })).toContain(
    paper(`
      |TOTAL 2 baris        Rp139.000  |
      |DPP nilai lain 11/12    91.667  |
      |Termasuk PPN 12%        11.000  |
      |--------------------------------|
      |Tunai diterima         139.000  |
    `),
  );
});

test('a sale of 2024 keeps the rate of 2024', () => {
  const lines = [{ name: 'Sabun', unit: 'buah', quantity: 10_000, priceRp: 11_100 }];
  const old = printed(32, { lines, pkp: true, businessDate: '2024-12-31', at: Date.UTC(2024, 11, 31, 3) });
  expect(old).toContain('|DPP                    100.000  |\n|Termasuk PPN 11%        11.000  |');
  expect(old).not.toContain('11/12');
});

test('a store that is no PKP prints no PPN whatever it sells', () => {
  expect(printed(48, mixed)).not.toMatch(/PPN|DPP|pajak/i);
});

test.each([
  ['the member’s own prices need no saying twice', 'anggota', siti, named.buyerLine, false],
  ['a member whose name the vault has lost', 'anggota', siti, null, true],
  ['wholesale prices for a member', 'grosir', siti, named.buyerLine, true],
  ['wholesale prices for nobody in particular', 'grosir', null, null, true],
] as const)('%s', (_, tier, memberId, buyerLine, said) => {
  const text = printed(32, { lines: [noodles], buyer: { tier, memberId } }, { buyerLine: buyerLine ?? null });
  expect(text.includes(`|Harga ${tier}`)).toBe(said);
});

test('an institution is named in full, without a number', () => {
  const text = printed(
    32,
    { lines: [noodles], buyer: { tier: 'grosir', buyerId: schoolKitchen } },
    { buyerLine: { number: '', maskedName: 'SPPG Dadapan' } },
  );
  expect(text).toContain('|Pembeli             SPPG Dadapan|\n|Harga grosir                    |');
});

test('dearer than everybody’s price is no saving, and takes nothing off what was saved', () => {
  const dear: DeskLine = {
    name: 'Teh',
    listRp: 4_000,
    priceRp: 6_000,
    reason: { kind: 'manual', reason: '' },
  };
  expect(printed(32, { lines: [dear] })).not.toContain('Hemat');
  const cheap: DeskLine = {
    name: 'Kopi',
    listRp: 5_000,
    priceRp: 4_500,
    reason: { kind: 'tier', tier: 'anggota' },
  };
  expect(printed(32, { lines: [dear, cheap] })).toContain('|Hemat                      500  |');
});

test('best-before and batch stay off the paper, and so do ids', () => {
  const text = printed(48, errand, named);
  expect(text).not.toMatch(/B0426|2027|0196357e/);
});

test.each([
  [0, 'Retur hanya di hari yang sama, bawa struk ini.'],
  [2, 'Retur paling lambat 2 hari, bawa struk ini.'],
])('goods are taken back for %i days', (returnDays, words) => {
  expect(printed(48, { lines: [noodles] }, { returnDays })).toContain(words);
});

test('the receipt number is there to be scanned, on the copy too', () => {
  for (const copy of [null, 2]) {
    const document = receiptDocument({ profile: dadapan, record: deskSale(errand), hash: dadapanHash, copy });
    for (const columns of [32, 48] as const) {
      expect(layOut(document, columns)).toContainEqual({
        kind: 'barcode',
        data: 'G2207-1-0057',
        moduleDots: columns === 32 ? 2 : 3,
      });
    }
  }
});

test('a sale of the first till is printed as it always was, whatever is told beside it', () => {
  const record = exampleSale({ lines: dadapanBasket, roundingRp: -20, receivedRp: 300_000 });
  const plain = receiptDocument({ profile: dadapan, record, hash: dadapanHash, copy: 1 });
  const told = receiptDocument({
    profile: dadapan,
    record,
    hash: dadapanHash,
    copy: 1,
    returnDays: 7,
    buyerLine: null,
  });
  expect(layOut(told, 48)).toEqual(layOut(plain, 48));
  expect(layOut(told, 48).some((step) => step.kind === 'barcode')).toBe(false);
});
