import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordOf, sampleBodies, type BodyInput } from '../../../test/support/records.ts';
import { openMemory } from '../db/open.ts';
import type { Db } from '../db/sql.ts';
import { applyMemberSaved, applyMemberSavingsSet } from './apply.ts';
import { readMember } from './member-store.ts';
import { applySavingsOfReturn, applySavingsOfSale } from './apply-used-savings.ts';
import { memberTables } from './tables.ts';

const SITI = '0196a000-0000-7000-8000-00000000000a';

/** A sale that cost this much and was paid from the member's savings alone. */
function paidWithSavings(amountRp: number): BodyInput<'sale-completed/2'> {
  const tenders = [{ kind: 'savings' as const, amountRp, memberId: SITI }];
  return { ...sampleBodies['sale-completed/2'], tenders };
}

/** A member's savings in a database of its own. */
class Book {
  readonly #db: Db = openMemory();
  #seq = 1;

  constructor() {
    this.#db.exec(memberTables.sql);
    const saved = recordOf('member-saved/1');
    if (saved.type === 'member-saved/1') applyMemberSaved(this.#db, saved);
  }

  /** Somebody types the balance as it is now, or a list of balances of a day is imported. */
  set(source: 'typed' | 'import', asOf: string, sukarelaRp: number): this {
    this.#seq += 1;
    const rows = [{ memberId: SITI, pokokRp: 50_000, wajibRp: 120_000, sukarelaRp }];
    const record = recordOf('member-savings-set/1', { source, asOf, rows }, { seq: this.#seq });
    if (record.type === 'member-savings-set/1') applyMemberSavingsSet(this.#db, record);
    return this;
  }

  pay(businessDate: string, amountRp: number): this {
    const sale = recordOf('sale-completed/2', paidWithSavings(amountRp), { businessDate });
    if (sale.type === 'sale-completed/2') applySavingsOfSale(this.#db, sale);
    return this;
  }

  giveBack(businessDate: string, amountRp: number): this {
    const refunds = [{ kind: 'savings' as const, amountRp, memberId: SITI }];
    const body = { ...sampleBodies['sale-returned/1'], refunds };
    const record = recordOf('sale-returned/1', body, { businessDate });
    if (record.type === 'sale-returned/1') applySavingsOfReturn(this.#db, record);
    return this;
  }

  get left(): number | undefined {
    return readMember(this.#db, SITI)?.savings?.sukarelaRp;
  }
}

describe('what is left of simpanan sukarela', () => {
  test('is what was typed less what the till took since, plus what a return gave back', () => {
    const book = new Book().set('typed', '2026-04-15', 300_000);
    expect(book.left).toBe(300_000);
    expect(book.pay('2026-04-15', 18_600).pay('2026-04-16', 1_400).left).toBe(280_000);
    expect(book.giveBack('2026-04-16', 18_600).left).toBe(298_600);
  });

  test('typed again is the balance of that moment: what was taken before is in it', () => {
    const book = new Book().set('typed', '2026-04-15', 300_000).pay('2026-04-15', 100_000);
    expect(book.set('typed', '2026-04-15', 200_000).left).toBe(200_000);
    expect(book.pay('2026-04-15', 50_000).left).toBe(150_000);
  });

  test('from a list of an earlier day still lacks what the till took on the days after it', () => {
    const book = new Book().set('typed', '2026-04-01', 300_000);
    book.pay('2026-04-10', 40_000).pay('2026-04-12', 25_000);
    // The co-operative's list is of the evening of the 10th: the 40,000 are in it, the 25,000 are not.
    expect(book.set('import', '2026-04-10', 260_000).left).toBe(235_000);
    // And the same list a second time changes nothing.
    expect(book.set('import', '2026-04-10', 260_000).left).toBe(235_000);
  });

  test('is not known before anybody has read it', () => {
    expect(new Book().left).toBeUndefined();
    // A return may come for a sale that was paid before a rebuild knew any balance: it is not lost.
    expect(new Book().pay('2026-04-12', 5_000).set('import', '2026-04-11', 20_000).left).toBe(15_000);
  });

  const day = fc.integer({ min: 1, max: 9 });
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('pay' as const), day, amount }),
    fc.record({ kind: fc.constant('giveBack' as const), day, amount }),
    fc.record({ kind: fc.constant('typed' as const), day, amount }),
    fc.record({ kind: fc.constant('import' as const), day, amount }),
  );

  test('whatever happens in whatever order, no rupiah is lost or made', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const book = new Book();
        for (const { kind, day: date, amount: amountRp } of steps) {
          const on = `2026-04-0${date}`;
          if (kind === 'pay') book.pay(on, amountRp);
          else if (kind === 'giveBack') book.giveBack(on, amountRp);
          else book.set(kind, on, amountRp);
        }
        const last = steps.findLastIndex(({ kind }) => kind === 'typed' || kind === 'import');
        const read = steps[last];
        const taken = steps
          .filter(({ kind, day: date }, index) => {
            const isMoney = kind === 'pay' || kind === 'giveBack';
            return isMoney && (index > last || (read?.kind === 'import' && date > read.day));
          })
          .map(({ kind, amount: amountRp }) => (kind === 'pay' ? amountRp : -amountRp));
        const sum = taken.reduce((total, each) => total + each, 0);
        expect(book.left).toBe(read === undefined ? undefined : read.amount - sum);
      }),
    );
  });
});
