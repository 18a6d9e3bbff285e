import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import type { CallOptions } from '../../../shared/contract/define.ts';
import type { DebtTenderInput } from '../../../shared/contract/debts.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { isSale, saleOf } from '../../../shared/domain/sale-view.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { aBuyer, aMember, debtOf, type Borrower } from '../../../test/support/lending.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { GOODS, openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import { valueOf } from '../../../test/support/till.ts';
import { openReadOnly } from '../db/open.ts';
import { trialBalance } from '../ledger/index.ts';

type Send = (options: CallOptions) => Promise<Reply<unknown>>;

/** Something that happens between the shop and somebody who owes; undefined where it can't. */
type Deed = (client: TillClient, borrower: Borrower, chance: number) => Promise<Send | undefined>;

const WAYS: readonly DebtTenderInput[] = [
  { kind: 'cash', receivedRp: 5_000_000 },
  { kind: 'cash', receivedRp: 5_000_000 },
  { kind: 'transfer', reference: 'BRI 1' },
  { kind: 'savings' },
];

/** How much is offered: some of it in any sum, everything, or more than is owed. */
function offer(owedRp: number, chance: number): number {
  const offers = [owedRp, Math.floor(owedRp / 200) * 100, 1 + (chance % 20_000), owedRp + 50];
  return offers[chance % offers.length] ?? 0;
}

const DEEDS: Readonly<Record<string, Deed>> = {
  'buys on account': async (client, { kind, id }, chance) => {
    const memberId = kind === 'member' ? id : null;
    valueOf(await client.till.setBuyer({ memberId, buyerId: kind === 'buyer' ? id : null }));
    valueOf(await client.till.scan({ code: GOODS.tea, quantityThousandths: (1 + (chance % 3)) * 1_000 }));
    valueOf(await client.till.scan({ code: GOODS.rice, quantityThousandths: 1 + (chance % 2_000) }));
    const ticket = valueOf(await client.till.ticket({}));
    // Some of it may be laid down in cash.
    const amountRp = chance % 3 === 0 ? Math.ceil(ticket.totalRp / 2) : ticket.totalRp;
    const credit =
      kind === 'member'
        ? ({ kind: 'kasbon', amountRp } as const)
        : ({ kind: 'invoice', amountRp, dueDate: null } as const);
    const tenders = [credit, { kind: 'cash' as const, receivedRp: ticket.totalRp - amountRp }];
    return (options) => client.till.pay({ ...payment(ticket), tenders }, options);
  },
  'brings goods back': async (client, { kind, id }, chance) => {
    const sales = valueOf(
      kind === 'member'
        ? await client.sales.ofMember({ memberId: id })
        : await client.sales.ofBuyer({ buyerId: id }),
    );
    const sale = sales[chance % Math.max(1, sales.length)];
    if (sale === undefined) return undefined;
    const goods = await goodsOf(client, sale.saleId, { 0: 1_000 });
    const preview = await client.returns.preview(goods);
    if (!preview.ok) return undefined;
    const way = preview.value.ways[0]?.kind;
    if (way !== 'cash' && way !== 'debt') return undefined;
    const input = await returning(client, goods, { kind: way });
    return (options) => client.returns.complete(input, options);
  },
  pays: async (client, borrower, chance) => {
    const { owedRp, open } = await debtOf(client, borrower);
    const one = open[chance % Math.max(1, open.length)];
    const chosen = chance % 5 === 0 && one !== undefined;
    const amountRp = offer(chosen ? one.leftRp : owedRp, chance);
    const tender = WAYS[chance % WAYS.length]!;
    const saleIds = chosen ? [one.saleId] : null;
    return (options) => client.debts.pay({ ...borrower, owedRp, amountRp, tender, saleIds }, options);
  },
};

const steps = fc.array(
  fc.record({
    deed: fc.constantFrom('buys on account', 'buys on account', 'brings goods back', 'pays', 'pays'),
    who: fc.nat({ max: 1 }),
    chance: fc.nat({ max: 50_000 }),
    /** How often the same command arrives. */
    times: fc.integer({ min: 1, max: 2 }),
  }),
  { minLength: 8, maxLength: 25 },
);

test('whatever is bought on account, brought back and paid: what is owed is the rest of it, and the books say so', async () => {
  const told = { payments: 0, roundings: 0, returns: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const shop = await SmallShop.open();
      try {
        const joko = await shop.as('Joko');
        await openShift(joko, 1_000_000);
        const people = [await aMember(joko), await aBuyer(joko)];
        await joko.members.setSavings({
          memberId: people[0]!.id,
          pokokRp: 0,
          wajibRp: 0,
          sukarelaRp: 15_000,
        });
        for (const { deed, who, chance, times } of story) {
          const send = await DEEDS[deed]!(joko, people[who]!, chance);
          if (send === undefined) continue;
          const commandId = uuidv7();
          const first = await send({ commandId });
          if (!first.ok) told.refused += 1;
          const count = recordsOf(shop.till.dir.path).length;
          const again = times > 1 ? await send({ commandId }) : first;
          expect(again.ok).toBe(first.ok);
          expect(recordsOf(shop.till.dir.path)).toHaveLength(count);
          if (!first.ok && deed === 'buys on account') throw new Error(first.error.code);
          for (const person of people) expect((await debtOf(joko, person)).owedRp).toBeGreaterThanOrEqual(0);
        }
        await expectOwed(shop, joko, people);
        const payments = recordsOfType(shop, 'debt-paid/1');
        told.payments += payments.length;
        told.roundings += payments.filter(({ body }) => body.roundingRp < 0).length;
        told.returns += recordsOfType(shop, 'sale-returned/1').length;
      } finally {
        // Looks at the books too: the chain, and every table built anew from it.
        await shop.close();
      }
    }),
    { numRuns: 8 },
  );
  // Otherwise the stories had told of nothing.
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(0);
}, 60_000);

/** What is owed by record, by table and by ledger is one number, and never below nothing. */
async function expectOwed(shop: SmallShop, client: TillClient, people: readonly Borrower[]): Promise<void> {
  const records = recordsOf(shop.till.dir.path);
  const db = openReadOnly(shop.till.dir.path);
  const accounts = trialBalance(db);
  db.close();
  for (const person of people) {
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    const onAccount = person.kind === 'member' ? 'kasbon' : 'invoice';
    const sold = records.filter(isSale).flatMap((record) => saleOf(record).tenders);
    const back = records.flatMap((record) => (record.type === 'sale-returned/1' ? record.body.refunds : []));
    const paid = records.flatMap((record) =>
      record.type === 'debt-paid/1' && record.body.debtor.kind === person.kind ? [record.body] : [],
    );
    const byRecords =
      sum(sold.filter(({ kind }) => kind === onAccount).map(({ amountRp }) => amountRp)) -
      sum(back.filter(({ kind }) => kind === onAccount).map(({ amountRp }) => amountRp)) -
      sum(paid.map(({ amountRp }) => amountRp));
    expect(byRecords).toBeGreaterThanOrEqual(0);
    const detail = await debtOf(client, person);
    expect(detail.owedRp).toBe(byRecords);
    expect(sum(detail.open.map(({ leftRp }) => leftRp))).toBe(byRecords);
    for (const { amountRp, returnedRp, paidRp, leftRp } of detail.open) {
      expect(amountRp - returnedRp - paidRp).toBe(leftRp);
      expect(leftRp).toBeGreaterThan(0);
    }
    const account = `${person.kind}-receivable`;
    expect(accounts.find((row) => row.account === account)?.amount_rp ?? 0).toBe(byRecords);
    // What is left after each payment is written on it as well.
    expect(paid.at(-1)?.leftRp ?? 0).toBeGreaterThanOrEqual(0);
  }
}
