import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { GOODS, openShift, payment, ringUp, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import { recordsOfType } from '../../../test/support/journal.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
});

afterEach(() => shop.close());

const ticket = async () => valueOf(await siti.till.ticket({}));

describe('ringing up', () => {
  beforeEach(() => openShift(siti));

  test('noodles twice and tea once make two lines, and cash is rounded down to a coin', async () => {
    const rung = await ringUp(siti, GOODS.noodles, GOODS.tea, GOODS.noodles);
    expect(rung).toMatchObject({
      lines: [
        { name: 'Indomie Goreng 85 g', quantityThousandths: 2_000, unitPriceRp: 3_500, totalRp: 7_000 },
        { name: 'Teh Botol 350 ml', quantityThousandths: 1_000, unitPriceRp: 4_750, totalRp: 4_750 },
      ],
      totalRp: 11_750,
      cashRoundingRp: -50,
      cashDueRp: 11_700,
      nextReceipt: 'SKM01-1-0001',
    });
  });

  test('1,250 kg of rice by its price-list key', async () => {
    const { ticket: rung } = valueOf(await siti.till.scan({ code: GOODS.rice, quantityThousandths: 1_250 }));
    expect(rung.lines).toMatchObject([{ unit: 'kg', quantityThousandths: 1_250, totalRp: 18_625 }]);
  });

  test('a product chosen from the search', async () => {
    const [noodles] = valueOf(await siti.catalog.search({ text: 'goreng indom' }));
    const added = valueOf(
      await siti.till.addProduct({ productId: noodles!.productId, quantityThousandths: 3_000 }),
    );
    expect(added.ticket.lines).toMatchObject([{ lineId: added.lineId, totalRp: 10_500 }]);
  });

  test('the same goods at a new price get a line of their own; the old one keeps its price', async () => {
    const joko = await shop.as('Joko');
    const before = await ringUp(siti, GOODS.noodles);
    const {
      onHandThousandths: _,
      packs: _packs,
      ...noodles
    } = valueOf(await joko.catalog.product({ productId: before.lines[0]!.productId }));
    valueOf(await joko.catalog.save({ ...noodles, priceRp: 3_700 }));
    const after = await ringUp(siti, GOODS.noodles, GOODS.noodles);
    expect(after.lines.map((line) => [line.unitPriceRp, line.quantityThousandths])).toEqual([
      [3_500, 1_000],
      [3_700, 2_000],
    ]);
  });

  test('a line is corrected upwards without a trace, downwards with one', async () => {
    const [line] = (await ringUp(siti, GOODS.noodles)).lines;
    const lineId = line!.lineId;
    valueOf(await siti.till.setQuantity({ lineId, quantityThousandths: 5_000 }));
    expect(recordsOfType(shop, 'line-voided/2')).toEqual([]);
    const fewer = valueOf(await siti.till.setQuantity({ lineId, quantityThousandths: 2_000 }));
    expect(fewer.totalRp).toBe(7_000);
    expect(recordsOfType(shop, 'line-voided/2')).toMatchObject([
      { body: { lineId, name: 'Indomie Goreng 85 g', quantityThousandths: 3_000, amountRp: 10_500 } },
    ]);
  });

  test('a line taken off is on record, with who did it', async () => {
    const { lines } = await ringUp(siti, GOODS.noodles, GOODS.tea);
    const left = valueOf(await siti.till.removeLine({ lineId: lines[1]!.lineId }));
    expect(left.lines).toHaveLength(1);
    expect(recordsOfType(shop, 'line-voided/2')).toMatchObject([
      { actor: await shop.staffId('Siti'), businessDate: '2026-04-15', body: { amountRp: 4_750 } },
    ]);
  });

  test('a buyer who walks away leaves a record and an empty ticket', async () => {
    const rung = await ringUp(siti, GOODS.noodles, GOODS.tea);
    const next = valueOf(await siti.till.abandon({ ticketId: rung.ticketId }));
    expect(next).toMatchObject({ lines: [], totalRp: 0, revision: 0 });
    expect(next.ticketId).not.toBe(rung.ticketId);
    expect(recordsOfType(shop, 'ticket-abandoned/2')).toMatchObject([
      { body: { ticketId: rung.ticketId, lines: 2, amountRp: 8_250 } },
    ]);
  });

  test('an empty ticket is abandoned without a word', async () => {
    valueOf(await siti.till.abandon({ ticketId: (await ticket()).ticketId }));
    expect(recordsOfType(shop, 'ticket-abandoned/2')).toEqual([]);
  });

  test('the ticket is there again after the till was restarted', async () => {
    const rung = await ringUp(siti, GOODS.noodles, GOODS.tea);
    await shop.restart();
    siti = await shop.as('Siti');
    expect(await ticket()).toEqual(rung);
    expect(valueOf(await siti.till.pay(payment(rung))).receipt).toBe('SKM01-1-0001');
  });

  test('no receipt is longer than 500 lines', async () => {
    const joko = await shop.as('Joko');
    const rows = Array.from({ length: 501 }, (_, i) => `Barang ${i};${2000 + i};1000`);
    const contentBase64 = Buffer.from(['nama;plu;harga', ...rows].join('\n')).toString('base64');
    const { draftId } = valueOf(await joko.catalog.importPreview({ fileName: 'banyak.csv', contentBase64 }));
    valueOf(await joko.catalog.importCommit({ draftId }));
    for (let line = 0; line < 500; line += 1) valueOf(await siti.till.scan({ code: String(2000 + line) }));
    expect(refusalOf(await siti.till.scan({ code: '2500' }))).toMatchObject({
      code: 'ticket.too-long',
      params: { maximum: 500 },
    });
    // More of what is there already is no new line.
    expect(valueOf(await siti.till.scan({ code: '2000' })).ticket.lines).toHaveLength(500);
  });
});

describe('what can not be rung up leaves the ticket as it was', () => {
  const wrongCodes: readonly (readonly [what: string, code: string, refusal: string, words: object])[] = [
    ['a barcode nobody has registered', '8991234567891', 'barcode.unknown', { code: '8991234567891' }],
    ['a misread barcode', '089686010948', 'barcode.check-digit', { code: '089686010948' }],
    ['an unknown key', '999', 'barcode.unknown', { code: '999' }],
    [
      'a link from a poster',
      'https://contoh.id/promo',
      'barcode.unknown',
      { code: 'https://contoh.id/promo' },
    ],
    [
      'the payment code on the counter',
      `00020101021126${'0'.repeat(400)}6304A13F`,
      'barcode.unknown',
      { code: `00020101021126${'0'.repeat(26)}…` },
    ],
    ['nothing', '', 'barcode.unknown', { code: '' }],
    ['goods without a price', GOODS.syrup, 'product.no-price', { name: 'Sirup jeruk' }],
    ['goods no longer sold', GOODS.oldSoap, 'product.inactive', { name: 'Sabun lama' }],
  ];
  const wrongQuantities: readonly (readonly [
    what: string,
    code: string,
    quantity: number,
    refusal: string,
  ])[] = [
    ['nothing of it', GOODS.noodles, 0, 'quantity.invalid'],
    ['less than nothing', GOODS.noodles, -1_000, 'quantity.invalid'],
    ['half a packet', GOODS.noodles, 1_500, 'quantity.fraction'],
    ['ten thousand packets', GOODS.noodles, 10_000_000, 'quantity.too-large'],
    ['a barcode in the quantity', GOODS.rice, 8_998_866_200_301_000, 'quantity.too-large'],
  ];

  beforeEach(() => openShift(siti));

  test.each(wrongCodes)('%s', async (_what, code, refusal, params) => {
    const before = await ringUp(siti, GOODS.noodles);
    expect(refusalOf(await siti.till.scan({ code }))).toMatchObject({ code: refusal, params });
    expect(await ticket()).toEqual(before);
  });

  test.each(wrongQuantities)('%s', async (_what, code, quantityThousandths, refusal) => {
    const before = await ringUp(siti, GOODS.noodles, GOODS.rice);
    expect(refusalOf(await siti.till.scan({ code, quantityThousandths })).code).toBe(refusal);
    const line = before.lines[code === GOODS.noodles ? 0 : 1]!;
    const correction = { lineId: line.lineId, quantityThousandths };
    expect(refusalOf(await siti.till.setQuantity(correction)).code).toBe(refusal);
    expect(await ticket()).toEqual(before);
  });

  test('more of the same until it is absurd', async () => {
    valueOf(await siti.till.scan({ code: GOODS.noodles, quantityThousandths: 9_998_000 }));
    valueOf(await siti.till.scan({ code: GOODS.noodles }));
    expect(refusalOf(await siti.till.scan({ code: GOODS.noodles }))).toMatchObject({
      code: 'quantity.too-large',
      params: { maximum: 9_999 },
    });
  });

  test('more than money can count', async () => {
    const joko = await shop.as('Joko');
    const empty = { productId: null, brand: '', category: 'Mesin', unit: 'buah', costRp: null, barcodes: [] };
    const dear = { ...empty, name: 'Mesin giling', plu: '900', priceRp: 400_000_000_000 };
    valueOf(await joko.catalog.save({ ...dear, fractional: false, active: true }));
    expect(refusalOf(await siti.till.scan({ code: '900', quantityThousandths: 9_999_000 }))).toMatchObject({
      code: 'quantity.too-large',
      params: { maximum: 2 },
    });
    expect(valueOf(await siti.till.scan({ code: '900', quantityThousandths: 2_000 })).ticket.totalRp).toBe(
      800_000_000_000,
    );
  });

  test('a line that is no longer there', async () => {
    const { lines } = await ringUp(siti, GOODS.noodles);
    const lineId = lines[0]!.lineId;
    valueOf(await siti.till.removeLine({ lineId }));
    expect(refusalOf(await siti.till.removeLine({ lineId })).code).toBe('ticket.line-unknown');
    expect(refusalOf(await siti.till.setQuantity({ lineId, quantityThousandths: 1_000 })).code).toBe(
      'ticket.line-unknown',
    );
    expect(recordsOfType(shop, 'line-voided/2')).toHaveLength(1);
  });

  test('a product that does not exist', async () => {
    const productId = '0196a000-0000-7000-8000-000000000001';
    expect(refusalOf(await siti.till.addProduct({ productId })).code).toBe('product.unknown');
  });

  test('a ticket that another window has already emptied', async () => {
    const seen = await ringUp(siti, GOODS.noodles);
    valueOf(await siti.till.abandon({ ticketId: seen.ticketId }));
    const now = await ringUp(siti, GOODS.tea);
    expect(refusalOf(await siti.till.abandon({ ticketId: seen.ticketId })).code).toBe('ticket.changed');
    expect(await ticket()).toEqual(now);
  });
});

describe('without an open shift', () => {
  test('nothing is rung up, changed, paid or abandoned', async () => {
    const { ticketId, revision, totalRp } = await ticket();
    const lineId = ticketId;
    const tries = [
      siti.till.scan({ code: GOODS.noodles }),
      siti.till.setQuantity({ lineId, quantityThousandths: 1_000 }),
      siti.till.removeLine({ lineId }),
      siti.till.abandon({ ticketId }),
      siti.till.pay({ ticketId, revision, totalRp, tenders: [{ kind: 'cash', receivedRp: 1_000 }] }),
    ];
    const codes = (await Promise.all(tries)).map((reply) => refusalOf(reply).code);
    expect(new Set(codes)).toEqual(new Set(['shift.closed']));
  });

  test('nor with one whose drawer has been counted', async () => {
    await openShift(siti, 0);
    valueOf(await siti.cash.lockCount({ counts: [] }));
    expect(refusalOf(await siti.till.scan({ code: GOODS.noodles })).code).toBe('shift.already-counted');
    const { ticketId, revision, totalRp } = await ticket();
    const tenders = [{ kind: 'cash' as const, receivedRp: 1_000 }];
    expect(refusalOf(await siti.till.pay({ ticketId, revision, totalRp, tenders })).code).toBe(
      'shift.already-counted',
    );
  });
});
