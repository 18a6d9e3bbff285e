import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDigit } from '../../../shared/domain/check-digit.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { addBuyer, addMember, allow, PACKS, paying, sellPacks } from '../../../test/support/desk-shop.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import { GOODS, openShift, payment, ringUp, SmallShop } from '../../../test/support/small-shop.ts';
import { lineOf, refusalOf, valueOf } from '../../../test/support/till.ts';

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

/** A label of the store's own scale: goods by their PLU, then grams or rupiah. */
const label = (prefix: '21' | '22', plu: number, value: number) => {
  const body = `${prefix}${String(plu).padStart(5, '0')}${String(value).padStart(5, '0')}`;
  return body + checkDigit(body);
};
const stockOf = async (text: string) =>
  valueOf(await siti.catalog.search({ text }))[0]?.onHandThousandths ?? Number.NaN;

describe('packs', () => {
  beforeEach(async () => void (await sellPacks(joko)));

  test('a dus is scanned as a dus, and its forty packets leave the shelf', async () => {
    const before = await stockOf('indomie');
    const { ticket } = lineOf(await siti.till.scan({ code: PACKS.dus, quantityThousandths: 2_000 }));
    expect(ticket.lines).toMatchObject([
      {
        unit: 'dus',
        contentThousandths: 40_000,
        quantityThousandths: 2_000,
        unitPriceRp: 132_000,
        totalRp: 264_000,
      },
    ]);
    valueOf(await siti.till.pay(payment(ticket, 300_000)));
    expect(await stockOf('indomie')).toBe(before - 80_000);
    const [sale] = recordsOfType(shop, 'sale-completed/2');
    expect(sale?.body.lines[0]).toMatchObject({ baseUnit: 'bungkus', baseQuantityThousandths: 80_000 });
  });

  test('a pack without a price costs what it holds', async () => {
    const { ticket } = lineOf(await siti.till.scan({ code: PACKS.renteng }));
    expect(ticket.lines).toMatchObject([{ unit: 'renteng', unitPriceRp: 17_500 }]);
  });

  test('a line of packets becomes one of dus, at their price, and never half of one', async () => {
    const { lineId } = lineOf(await siti.till.scan({ code: GOODS.noodles, quantityThousandths: 2_000 }));
    const ticket = valueOf(await siti.till.setUnit({ lineId, unit: 'dus' }));
    expect(ticket.lines).toMatchObject([{ unit: 'dus', quantityThousandths: 2_000, totalRp: 264_000 }]);
    expect(refusalOf(await siti.till.setQuantity({ lineId, quantityThousandths: 500 })).code).toBe(
      'quantity.fraction',
    );
    expect(refusalOf(await siti.till.setUnit({ lineId, unit: 'peti' })).code).toBe('unit.unknown');
  });

  test('from ten packets on each costs less, and says why', async () => {
    lineOf(await siti.till.scan({ code: GOODS.noodles, quantityThousandths: 12_000 }));
    const { lines, savedRp } = await ringUp(siti);
    expect(lines).toMatchObject([
      { unitPriceRp: 3_400, reason: { kind: 'quantity', tier: 'umum', fromThousandths: 10_000 } },
    ]);
    expect(savedRp).toBe(1_200);
  });
});

describe('the store’s own scale', () => {
  test('a weighed bag is what its label says, twice where there are two', async () => {
    const { ticket } = lineOf(
      await siti.till.scan({ code: label('21', 101, 333), quantityThousandths: 2_000 }),
    );
    expect(ticket.lines).toMatchObject([{ quantityThousandths: 666, totalRp: 9_923, labelled: false }]);
  });

  test('a priced bag costs exactly its label, and its weight follows from it', async () => {
    const { ticket, lineId } = lineOf(await siti.till.scan({ code: label('22', 101, 4_961) }));
    expect(ticket.lines).toMatchObject([
      { quantityThousandths: 333, totalRp: 4_961, labelled: true, reason: { kind: 'label' } },
    ]);
    expect(refusalOf(await siti.till.setQuantity({ lineId, quantityThousandths: 500 })).code).toBe(
      'quantity.label',
    );
    valueOf(await siti.till.pay(payment(ticket)));
  });

  test.each([
    ['an unready scale that printed noughts', label('21', 101, 0), 'barcode.label-zero'],
    ['a price of nothing', label('22', 101, 0), 'barcode.label-zero'],
    [
      'a misread label',
      label('21', 101, 333).replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
      'barcode.check-digit',
    ],
    ['goods nobody knows', label('21', 999, 333), 'barcode.unknown'],
  ])('%s sells nothing', async (_, code, refusal) => {
    expect(refusalOf(await siti.till.scan({ code })).code).toBe(refusal);
    expect((await ringUp(siti)).lines).toEqual([]);
  });
});

describe('prices by hand', () => {
  const riceLine = async () => {
    const { ticket, lineId } = lineOf(await siti.till.scan({ code: GOODS.rice }));
    return { ticketId: ticket.ticketId, lineId };
  };

  test('need somebody’s word, for this line and this price, once', async () => {
    const { ticketId, lineId } = await riceLine();
    const unitPriceRp = 14_000;
    const wish = { lineId, unitPriceRp, reason: 'karung sobek' };
    expect(refusalOf(await siti.till.setPrice(wish)).code).toBe('approval.required');
    const subject = { action: 'line-price', ticketId, lineId, unitPriceRp } as const;
    const approvalId = await allow(shop, siti, 'Joko', subject, 900);
    const cheaper = { ...wish, unitPriceRp: 13_000, approvalId };
    expect(refusalOf(await siti.till.setPrice(cheaper)).code).toBe('approval.unfit');
    const ticket = valueOf(await siti.till.setPrice({ ...wish, approvalId }));
    expect(ticket.lines).toMatchObject([
      { unitPriceRp: 14_000, reason: { kind: 'manual', reason: 'karung sobek' }, listPriceRp: 14_900 },
    ]);
    expect(refusalOf(await siti.till.setPrice({ ...wish, approvalId })).code).toBe('approval.used');
    // What was allowed was so much of it: more at that price is another favour.
    const more = await siti.till.setQuantity({ lineId, quantityThousandths: 9_000 });
    expect(refusalOf(more).code).toBe('quantity.price-allowed');
    valueOf(await siti.till.pay(payment(ticket)));
    expect(recordsOfType(shop, 'sale-completed/2')[0]?.body.lines[0]).toMatchObject({ approvalId });
    expect(recordsOfType(shop, 'approval-given/1')).toMatchObject([
      { body: { approver: 'Joko', requester: 'Siti', action: 'line-price', amountRp: 900 } },
    ]);
  });

  test('small ones need nobody’s word, but not over so many that they are small no more', async () => {
    const ratna = await shop.as('Ratna');
    const policy = valueOf(await ratna.policy.get({}));
    const approvals = { ...policy.approvals, 'line-price': { role: 'pengelola', aboveRp: 5_000 } } as const;
    valueOf(await ratna.policy.save({ ...policy, inStorePatterns: [...policy.inStorePatterns], approvals }));
    const { lineId } = await riceLine();
    const wish = { lineId, unitPriceRp: 13_900, reason: 'karung sobek' };
    valueOf(await siti.till.setPrice(wish));
    const five = valueOf(await siti.till.setQuantity({ lineId, quantityThousandths: 5_000 }));
    expect(five.totalRp).toBe(5 * 13_900);
    const six = await siti.till.setQuantity({ lineId, quantityThousandths: 6_000 });
    expect(refusalOf(six).code).toBe('quantity.price-allowed');
    expect((await ringUp(siti)).totalRp).toBe(5 * 13_900);
    valueOf(await joko.till.setQuantity({ lineId, quantityThousandths: 6_000 }));
  });

  test('are a manager’s own to set, with a reason, and can be taken back', async () => {
    const { lineId } = await riceLine();
    expect(refusalOf(await joko.till.setDiscount({ lineId, discountRp: 500 })).code).toBe(
      'price.reason-required',
    );
    const off = valueOf(await joko.till.setDiscount({ lineId, discountRp: 500, reason: 'basah' }));
    expect(off.totalRp).toBe(14_400);
    expect(valueOf(await joko.till.setDiscount({ lineId, discountRp: 0 })).totalRp).toBe(14_900);
    const wish = { lineId, discountRp: 15_000, reason: 'basah' };
    expect(refusalOf(await joko.till.setDiscount(wish)).code).toBe('discount.too-large');
  });
});

describe('for whom', () => {
  test('a member’s card at any moment gives the ticket to them, with their prices', async () => {
    await sellPacks(joko);
    const { memberId } = await addMember(joko);
    await ringUp(siti, GOODS.noodles);
    const scanned = valueOf(await siti.till.scan({ code: 'KDMP-0012' }));
    expect(scanned).toMatchObject({ what: 'member', memberId, ticket: { totalRp: 3_300 } });
    const paid = valueOf(await siti.till.pay(payment(scanned.ticket)));
    expect(recordsOfType(shop, 'sale-completed/2')[0]?.body.buyer).toEqual({
      tier: 'anggota',
      memberId,
      buyerId: null,
    });
    const { lines } = valueOf(await siti.sales.receipt({ saleId: paid.saleId }));
    expect(lines.join('\n')).not.toContain('Sumarni');
  });

  test('another tier by hand needs somebody’s word', async () => {
    await sellPacks(joko);
    const { ticketId } = await ringUp(siti, GOODS.noodles);
    const wish = { memberId: null, buyerId: null, tier: 'grosir' as const };
    expect(refusalOf(await siti.till.setBuyer(wish)).code).toBe('approval.required');
    const approvalId = await allow(shop, siti, 'Ratna', { action: 'tier', ticketId, tier: 'grosir' }, 0);
    expect(valueOf(await siti.till.setBuyer({ ...wish, approvalId }))).toMatchObject({
      totalRp: 3_200,
      buyer: { tier: 'grosir', tierBy: 'hand' },
    });
  });

  test('a receipt of this till is told apart from goods', async () => {
    const { saleId, receipt } = valueOf(await siti.till.pay(payment(await ringUp(siti, GOODS.tea))));
    expect(valueOf(await siti.till.scan({ code: receipt }))).toMatchObject({ what: 'receipt', saleId });
  });
});

describe('on account', () => {
  test('kasbon up to the limit, beyond it with somebody’s word', async () => {
    const { memberId } = await addMember(joko);
    valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    await ringUp(siti, GOODS.rice, GOODS.rice, GOODS.rice);
    const all = await ringUp(siti, GOODS.rice);
    const kasbon = paying(all, { kind: 'kasbon', amountRp: all.totalRp });
    expect(refusalOf(await siti.till.pay(kasbon)).code).toBe('approval.required');
    const subject = {
      action: 'credit',
      ticketId: all.ticketId,
      debtorId: memberId,
      amountRp: 59_600,
    } as const;
    const approvalId = await allow(shop, siti, 'Joko', subject, 9_600);
    valueOf(await siti.till.pay({ ...kasbon, approvalId }));
    expect(recordsOfType(shop, 'sale-completed/2')[0]?.body).toMatchObject({
      roundingRp: 0,
      tenders: [{ kind: 'kasbon', amountRp: 59_600, memberId, dueDate: '2026-05-15' }],
      approvalIds: [approvalId],
    });
  });

  test('savings as far as they reach, the rest in cash, rounded alone', async () => {
    const { memberId } = await addMember(joko);
    valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    const ticket = await ringUp(siti, GOODS.rice, GOODS.noodles, GOODS.tea);
    const tooMuch = paying(
      ticket,
      { kind: 'savings', amountRp: 21_000 },
      { kind: 'cash', receivedRp: 10_000 },
    );
    expect(refusalOf(await siti.till.pay(tooMuch)).code).toBe('savings.too-little');
    const paid = valueOf(
      await siti.till.pay(
        paying(
          ticket,
          { kind: 'savings', amountRp: 20_000 },
          { kind: 'cash', receivedRp: 5_000, donationRp: 100 },
        ),
      ),
    );
    expect(paid).toMatchObject({ totalRp: 23_150, cashRoundingRp: -50, dueRp: 23_100, changeRp: 1_800 });
    expect(valueOf(await siti.members.member({ memberId })).savings?.sukarelaRp).toBe(0);
  });

  test('an institution buys on invoice, due by its terms', async () => {
    const buyerId = await addBuyer(joko);
    const ticket = await ringUp(siti, GOODS.rice);
    const invoice = { kind: 'invoice', amountRp: ticket.totalRp, dueDate: null } as const;
    expect(refusalOf(await siti.till.pay(paying(ticket, invoice))).code).toBe('tender.needs-buyer');
    const theirs = valueOf(await siti.till.setBuyer({ memberId: null, buyerId }));
    valueOf(await siti.till.pay(paying(theirs, invoice)));
    expect(recordsOfType(shop, 'sale-completed/2')[0]?.body.tenders).toMatchObject([
      { kind: 'invoice', buyerId, dueDate: '2026-04-29' },
    ]);
  });

  test('nobody’s kasbon is nobody’s debt', async () => {
    const ticket = await ringUp(siti, GOODS.rice);
    const reply = await siti.till.pay(paying(ticket, { kind: 'kasbon', amountRp: ticket.totalRp }));
    expect(refusalOf(reply).code).toBe('tender.needs-member');
  });
});

describe('tenders', () => {
  test.each([
    [
      'a transfer without its number',
      [{ kind: 'transfer', amountRp: 3_500, reference: '' }],
      'tender.reference-required',
    ],
    ['a card for more than is due', [{ kind: 'card', amountRp: 4_000, reference: '77' }], 'tender.above-due'],
    ['a card for nothing', [{ kind: 'card', amountRp: 0, reference: '77' }], 'tender.nothing'],
    [
      'a card for less, and no more',
      [{ kind: 'card', amountRp: 3_000, reference: '77' }],
      'tender.too-small',
    ],
    [
      'a donation of more than the change',
      [{ kind: 'cash', receivedRp: 4_000, donationRp: 600 }],
      'donation.above-change',
    ],
  ] as const)('%s pays nothing', async (_, tenders, refusal) => {
    const ticket = await ringUp(siti, GOODS.noodles);
    expect(refusalOf(await siti.till.pay(paying(ticket, ...tenders))).code).toBe(refusal);
    expect((await ringUp(siti)).lines).toHaveLength(1);
  });

  test('what was given away lies in the drawer, and the count expects it', async () => {
    const ticket = await ringUp(siti, GOODS.noodles);
    const given = paying(ticket, { kind: 'cash', receivedRp: 4_000, donationRp: 500 });
    expect(valueOf(await siti.till.pay(given))).toMatchObject({ changeRp: 0 });
    const { count } = valueOf(
      await siti.cash.lockCount({ counts: [{ kind: 'note', valueRp: 2_000, count: 102 }] }),
    );
    expect(count).toMatchObject({ expectedRp: 204_000, varianceRp: 0 });
  });

  test('a total that changed since it was seen is not paid', async () => {
    const ticket = await ringUp(siti, GOODS.noodles);
    const reply = await siti.till.pay({ ...payment(ticket), totalRp: ticket.totalRp - 1 });
    expect(refusalOf(reply).code).toBe('ticket.changed');
  });
});
