import { expect } from 'vitest';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { journalHead } from '../../electron/engine/journal/index.ts';
import { trialBalance } from '../../electron/engine/ledger/index.ts';
import { isSale, saleOf } from '../../shared/domain/sale-view.ts';
import { wrongDebtSum, wrongReturnSum, wrongSum } from '../../shared/domain/sale-sums.ts';
import { recordsOf } from './journal.ts';
import type { SmallShop } from './small-shop.ts';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Where a shop's journal ends: number and hash of its last record. */
export function headOf(shop: SmallShop): { readonly seq: number; readonly hash: string } {
  const db = openReadOnly(shop.till.dir.path);
  const { seq, hash } = journalHead(db);
  db.close();
  return { seq, hash };
}

/** Every record of a shop that says what was sold, given back and paid off. */
export function booksOf(shop: SmallShop) {
  const records = recordsOf(shop.till.dir.path);
  return {
    records,
    sales: records.filter(isSale).map(saleOf),
    returns: records.flatMap((record) => (record.type === 'sale-returned/1' ? [record.body] : [])),
    debtPayments: records.flatMap((record) => (record.type === 'debt-paid/1' ? [record.body] : [])),
  };
}

/** Numbers without a gap, and in every record parts that add up to what they are parts of. */
export function expectPartsAddUp(shop: SmallShop): void {
  const { sales, returns, debtPayments } = booksOf(shop);
  expect(sales.map((each) => each.number)).toEqual(sales.map((_, index) => index + 1));
  expect(returns.map((each) => each.number)).toEqual(returns.map((_, index) => index + 1));
  expect(sales.map(wrongSum)).toEqual(sales.map(() => undefined));
  expect(returns.map(wrongReturnSum)).toEqual(returns.map(() => undefined));
  expect(debtPayments.map(wrongDebtSum)).toEqual(debtPayments.map(() => undefined));
  // What was sold and what came back so far, as each record says itself.
  const grown = (amounts: readonly number[]) => amounts.map((_, index) => sum(amounts.slice(0, index + 1)));
  expect(sales.map((each) => each.perpetualGrossRp)).toEqual(grown(sales.map((each) => each.totalRp)));
  expect(returns.map((each) => each.perpetualRefundRp)).toEqual(grown(returns.map((each) => each.totalRp)));
}

/** No goods come back twice, nobody is paid back too much, and no payment or word counts twice. */
export function expectNothingTwice(shop: SmallShop): void {
  const { sales, returns, debtPayments } = booksOf(shop);
  for (const sale of sales) {
    const mine = returns.filter((each) => each.sale.saleId === sale.saleId);
    expect(sum(mine.map((each) => each.refundRp))).toBeLessThanOrEqual(sale.dueRp);
    for (const line of sale.lines) {
      const parts = mine.flatMap((each) => each.lines).filter((part) => part.lineId === line.lineId);
      expect(sum(parts.map((part) => part.quantityThousandths))).toBeLessThanOrEqual(
        line.quantityThousandths,
      );
      expect(sum(parts.map((part) => part.totalRp))).toBeLessThanOrEqual(line.totalRp);
      expect(sum(parts.map((part) => part.taxRp))).toBeLessThanOrEqual(line.taxRp);
    }
    const lent = sale.tenders.filter((tender) => tender.kind === 'kasbon' || tender.kind === 'invoice');
    const offDebt = mine
      .flatMap((each) => each.refunds)
      .filter((refund) => refund.kind === 'kasbon' || refund.kind === 'invoice');
    const paid = debtPayments
      .flatMap((each) => each.allocations)
      .filter((part) => part.saleId === sale.saleId);
    expect(sum([...offDebt, ...paid].map((part) => part.amountRp))).toBeLessThanOrEqual(
      sum(lent.map((tender) => tender.amountRp)),
    );
    // Goods given in exchange pay for one sale, with what their own return says.
    for (const tender of sale.tenders) {
      if (tender.kind !== 'exchange') continue;
      const back = returns.find((each) => each.returnId === tender.returnId);
      expect(back?.refunds).toContainEqual({ kind: 'exchange', amountRp: tender.amountRp });
    }
  }
  const tenders = sales.flatMap((sale) => sale.tenders);
  expectOnce(tenders.flatMap((tender) => (tender.kind === 'exchange' ? [tender.returnId] : [])));
  expectOnce(tenders.flatMap((tender) => (tender.kind === 'qris' ? [tender.paymentId] : [])));
  expectOnce(sales.flatMap((sale) => sale.lines.map((line) => line.lineId)));
}

function expectOnce(ids: readonly string[]): void {
  expect(new Set(ids).size).toBe(ids.length);
}

/** Every account's balance, in rupiah; debit is positive. Fails where they are not zero together. */
export function balances(shop: SmallShop): Readonly<Record<string, number>> {
  const db = openReadOnly(shop.till.dir.path);
  const rows = trialBalance(db);
  db.close();
  expect(sum(rows.map((row) => row.amount_rp))).toBe(0);
  return Object.fromEntries(rows.map((row) => [row.account, row.amount_rp]));
}

/** What must lie in the drawer: the float, and what every record says that went in or out in cash. */
export function cashInDrawer(shop: SmallShop, floatRp: number): number {
  const { sales, returns, debtPayments } = booksOf(shop);
  const notes = [
    ...sales.flatMap((sale) => sale.tenders),
    ...debtPayments.map((payment) => payment.tender),
  ].flatMap((tender) => (tender.kind === 'cash' ? [tender.receivedRp - tender.changeRp] : []));
  const given = returns
    .flatMap((each) => each.refunds)
    .flatMap((refund) => (refund.kind === 'cash' ? [refund.amountRp] : []));
  return floatRp + sum(notes) - sum(given);
}
