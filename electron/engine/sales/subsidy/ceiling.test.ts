import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../../shared/contract/index.ts';
import type { TenderInput, Ticket } from '../../../../shared/contract/till.ts';
import { checkDigit } from '../../../../shared/domain/check-digit.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import { addBuyer, addMember, allow, paying } from '../../../../test/support/desk-shop.ts';
import { recordsOfType } from '../../../../test/support/journal.ts';
import { openShift, payment, SmallShop } from '../../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  hetOf,
  registerVillager,
  ring,
  RULE,
  sellSubsidised,
  subsidisedId,
  SUBSIDISED,
} from '../../../../test/support/subsidy-shop.ts';
import { lineOf, refusalOf, valueOf } from '../../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let joko: TillClient;
let ratna: TillClient;
let sumarni: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  ratna = await shop.as('Ratna');
  await openShift(siti);
  sumarni = (await registerVillager(siti, 'Sumarni')).registrationId;
});

afterEach(() => shop.close());

const openTicket = async () => valueOf(await siti.till.ticket({}));
const pay = async (ticket: Ticket) => valueOf(await siti.till.pay(payment(ticket)));
const lastSale = () => recordsOfType(shop, 'sale-completed/2').at(-1)!.body;
const lastSold = () => recordsOfType(shop, 'subsidy-sold/1').at(-1)!.body;

/** The store's own price of some goods is set as if no programme had ever been heard of. */
async function askMore(code: string, priceRp: number): Promise<void> {
  const productId = await subsidisedId(shop, code);
  const { programme, measureThousandths } = GOODS_OF[code]!;
  const goods = { productId, measureThousandths, cylinder: null };
  valueOf(await ratna.programmes.setGoods({ ...goods, programme: null }));
  const product = valueOf(await ratna.catalog.product({ productId }));
  const { onHandThousandths: _, packs: _packs, ...rest } = product;
  valueOf(await ratna.catalog.save({ ...rest, priceRp }));
  valueOf(await ratna.programmes.setGoods({ ...goods, programme }));
}

const GOODS_OF: Readonly<Record<string, { programme: string; measureThousandths: number }>> = {
  [SUBSIDISED.lpg]: { programme: 'lpg-3kg', measureThousandths: 1_000 },
  [SUBSIDISED.sphp]: { programme: 'sphp', measureThousandths: 5_000 },
  [SUBSIDISED.oil]: { programme: 'minyakita', measureThousandths: 1_000 },
};

describe('a HET that changes at midnight, in the middle of a shift', () => {
  /** Half an hour before midnight in the store's zone; the business day stays that of the evening. */
  beforeEach(async () => {
    await addRule(shop, hetOf(17_500, '2026-04-16'));
    shop.till.clock.pass(15.5 * 3_600_000);
  });

  const midnight = () => shop.till.clock.pass(3_600_000);

  test('what was rung up before is paid at the new one, and says why', async () => {
    await ring(siti, SUBSIDISED.lpg);
    const before = await buys(siti, sumarni);
    expect(before).toMatchObject({ totalRp: 18_000, subsidy: { verdict: { date: '2026-04-15' } } });
    midnight();
    expect(refusalOf(await siti.till.pay({ ...payment(before) })).code).toBe('ticket.changed');
    const after = await openTicket();
    expect(after).toMatchObject({
      totalRp: 17_500,
      lines: [{ unitPriceRp: 17_500, reason: { kind: 'ceiling' } }],
      subsidy: { verdict: { date: '2026-04-16', effect: 'allow' } },
    });
    await pay(after);
    expect(lastSold()).toMatchObject({ date: '2026-04-16', lines: [{ price: { amountRp: 17_500 } }] });
    expect(recordsOfType(shop, 'sale-completed/2').at(-1)?.businessDate).toBe('2026-04-15');
  });

  test('a ticket that was put aside is called back at the new one', async () => {
    await ring(siti, SUBSIDISED.lpg);
    const { ticketId, revision } = await buys(siti, sumarni);
    valueOf(await siti.till.park({ ticketId, revision }));
    midnight();
    expect(valueOf(await siti.till.parked({}))).toMatchObject([{ totalRp: 17_500 }]);
    expect(valueOf(await siti.till.recall({ ticketId })).totalRp).toBe(17_500);
  });

  test('what stands in the store is claimed once, with the first scan after midnight', async () => {
    midnight();
    await ring(siti, SUBSIDISED.oil);
    await ring(siti, SUBSIDISED.oil);
    expect(recordsOfType(shop, 'price-claim-raised/1').map(({ body }) => body)).toMatchObject([
      { programme: 'lpg-3kg', beforeRp: 18_000, afterRp: 17_500, totalRp: 46 * 500 },
    ]);
  });

  test('a return after midnight is judged by the rule of its sale', async () => {
    await ring(siti, SUBSIDISED.lpg);
    const { saleId } = await pay(await buys(siti, sumarni));
    midnight();
    const { lines } = valueOf(await joko.returns.sale({ saleId }));
    expect(lines).toMatchObject([{ leftRp: 18_000 }]);
  });
});

describe('no way leads above the ceiling', () => {
  test('the store’s own price', async () => {
    await askMore(SUBSIDISED.lpg, 25_000);
    await ring(siti, SUBSIDISED.lpg);
    const ticket = await buys(siti, sumarni);
    expect(ticket.lines).toMatchObject([
      { listPriceRp: 18_000, unitPriceRp: 18_000, totalRp: 18_000, reason: { kind: 'ceiling' } },
    ]);
    await pay(ticket);
    expect(lastSale().lines).toMatchObject([{ totalRp: 18_000, listPriceRp: 18_000 }]);
  });

  test('a price by hand, also one that somebody has allowed', async () => {
    const { ticketId, lines } = await ring(siti, SUBSIDISED.oil);
    const { lineId } = lines[0]!;
    const unitPriceRp = rupiah(20_000);
    const approvalId = await allow(
      shop,
      siti,
      'Joko',
      { action: 'line-price', ticketId, lineId, unitPriceRp },
      0,
    );
    const ticket = valueOf(
      await siti.till.setPrice({ lineId, unitPriceRp, reason: 'ongkos kirim', approvalId }),
    );
    expect(ticket.lines).toMatchObject([
      { unitPriceRp: 15_700, totalRp: 15_700, reason: { kind: 'ceiling' } },
    ]);
    await pay(ticket);
  });

  test('a pack: its content times the ceiling', async () => {
    const productId = await subsidisedId(shop, SUBSIDISED.oil);
    const goods = { productId, measureThousandths: 1_000, cylinder: null };
    valueOf(await ratna.programmes.setGoods({ ...goods, programme: null }));
    valueOf(
      await joko.catalog.saveTerms({
        productId,
        taxClass: 'kena',
        ceilingRp: null,
        packs: [{ unit: 'dus', contentThousandths: 12_000, barcodes: [], plu: null }],
        prices: [
          { unit: 'dus', tier: 'umum', fromThousandths: 0, priceRp: 200_000, validFrom: null, validTo: null },
        ],
      }),
    );
    valueOf(await ratna.programmes.setGoods({ ...goods, programme: 'minyakita' }));
    const { ticket } = valueOf(await siti.till.addProduct({ productId, unit: 'dus' }));
    expect(ticket.lines).toMatchObject([{ unit: 'dus', unitPriceRp: 12 * 15_700 }]);
    await pay(ticket);
    expect(lastSold().lines).toMatchObject([{ quantityThousandths: 12_000 }]);
  });

  test('a label of the store’s own scale', async () => {
    await askMore(SUBSIDISED.oil, 15_700);
    const body = `22${SUBSIDISED.oil.padStart(5, '0')}19900`;
    const { ticket } = lineOf(await siti.till.scan({ code: body + checkDigit(body) }));
    expect(ticket.lines).toMatchObject([{ totalRp: 15_700, labelled: true, reason: { kind: 'ceiling' } }]);
    await pay(ticket);
  });

  test('a price for members that is above it', async () => {
    await askMore(SUBSIDISED.oil, 21_000);
    const { memberId } = await addMember(joko);
    await ring(siti, SUBSIDISED.oil);
    const ticket = valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    expect(ticket.lines).toMatchObject([{ unitPriceRp: 15_700 }]);
    // On account it is no dearer than in cash.
    const tender: TenderInput = { kind: 'kasbon', amountRp: ticket.totalRp };
    const paid = valueOf(await siti.till.pay(paying(ticket, tender)));
    expect(paid.dueRp).toBe(15_700);
  });

  test('an institution’s invoice', async () => {
    await askMore(SUBSIDISED.oil, 21_000);
    const buyerId = await addBuyer(joko);
    await ring(siti, SUBSIDISED.oil);
    const ticket = valueOf(await siti.till.setBuyer({ memberId: null, buyerId }));
    const tender: TenderInput = { kind: 'invoice', amountRp: ticket.totalRp, dueDate: null };
    expect(valueOf(await siti.till.pay(paying(ticket, tender))).dueRp).toBe(15_700);
  });

  test('a reference price only warns, and the warning is on record', async () => {
    await askMore(SUBSIDISED.oil, 17_000);
    await addRule(shop, {
      ...RULE,
      validFrom: '2026-02-01',
      programme: 'minyakita',
      kind: 'price',
      priceKind: 'hap',
      amountRp: 15_700,
    });
    const ticket = await ring(siti, SUBSIDISED.oil);
    expect(ticket).toMatchObject({
      totalRp: 17_000,
      subsidy: { verdict: { effect: 'warn', findings: [{ code: 'price-above-reference' }] } },
    });
    await pay(ticket);
    expect(lastSold()).toMatchObject({ warnings: ['price-above-reference'] });
  });
});

test('prices of one programme hold for each of its goods by what it holds', async () => {
  await askMore(SUBSIDISED.sphp, 70_000);
  const ticket = await ring(siti, SUBSIDISED.sphp, 2);
  expect(ticket.lines).toMatchObject([{ unitPriceRp: 62_500, totalRp: 125_000 }]);
});
