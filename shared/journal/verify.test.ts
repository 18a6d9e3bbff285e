import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { PaperChain, recordOf, sampleBodies, type BodyInput } from '../../test/support/records.ts';
import { ChainError } from './chain.ts';
import { ChainVerifier } from './verify.ts';
import { verifierStateSchema } from './verifier-state.ts';

const SALE = sampleBodies['sale-completed/1'];
const RECEIPT_2: Partial<typeof SALE> = { number: 2, receipt: 'G2207-1-0002', perpetualGrossRp: 37_250 };

/** A Z that follows from one day of the sample records: two sales of rice, a line taken off, a reprint. */
const DAY_TOTALS = {
  saleCount: 2,
  lineCount: 2,
  grossRp: 37_250,
  roundingRp: -50,
  cashRp: 37_200,
  voidedLines: 1,
  voidedRp: 14_900,
  abandonedTickets: 1,
  reprints: 1,
};
const PERPETUAL = { grossRp: 37_250, voidRp: 14_900, refundRp: 0, netRp: 37_200 };

function openedDay(): PaperChain {
  return new PaperChain()
    .add('till-initialised/1')
    .add('staff-added/1')
    .add('day-opened/1')
    .add('shift-opened/1');
}

function soldDay(): PaperChain {
  return openedDay()
    .add('sale-completed/1')
    .add('line-voided/1')
    .add('ticket-abandoned/1')
    .add('sale-completed/1', { ...SALE, ...RECEIPT_2 })
    .add('receipt-reprinted/1')
    .add('cash-counted/1')
    .add('shift-closed/1');
}

function z(more: Partial<BodyInput<'day-closed/1'>> = {}): BodyInput<'day-closed/1'> {
  return { ...sampleBodies['day-closed/1'], firstSeq: 3, totals: DAY_TOTALS, perpetual: PERPETUAL, ...more };
}

const closedDay = () => soldDay().addZ(z());

/** Walks a chain to its end; what it throws names the record that does not fit. */
function walk(chain: PaperChain, verifier = new ChainVerifier(nodeCrypto)): ChainVerifier {
  for (const bytes of chain.records) verifier.take(bytes);
  return verifier;
}

function fault(chain: PaperChain): string {
  try {
    walk(chain);
  } catch (error) {
    if (error instanceof ChainError) return error.message;
    throw error;
  }
  return 'none';
}

describe('a closed day', () => {
  test('is in order', () => {
    const { state } = walk(closedDay());
    expect(state).toMatchObject({
      head: { seq: 12 },
      receipts: 2,
      perpetual: PERPETUAL,
      lastZ: { number: 1, businessDate: '2026-04-15' },
      day: null,
    });
  });

  test('and the one after it, whose Z names the first', () => {
    const chain = closedDay();
    const firstZ = chain.head.hash;
    chain.add('signed-in/1').add('day-opened/1', { businessDate: '2026-04-16' });
    const second = z({
      number: 2,
      firstSeq: 14,
      previousZHash: firstZ,
      totals: sampleBodies['day-closed/1'].totals,
    });
    expect(fault(chain.addZ(second))).toBe('none');
  });

  test('can be verified in parts: what a verifier remembers fits on paper', () => {
    const { records } = closedDay();
    for (let cut = 0; cut <= records.length; cut += 1) {
      const before = new ChainVerifier(nodeCrypto);
      for (const bytes of records.slice(0, cut)) before.take(bytes);
      const remembered = verifierStateSchema.parse(JSON.parse(JSON.stringify(before.state)));
      const after = new ChainVerifier(nodeCrypto, remembered);
      for (const bytes of records.slice(cut)) after.take(bytes);
      expect(after.state).toEqual(walk(closedDay()).state);
    }
  });

  test('a record that is refused is not taken: the right one may follow', () => {
    const { records } = closedDay();
    const verifier = new ChainVerifier(nodeCrypto);
    verifier.take(records[0]!);
    expect(() => verifier.take(records[2]!)).toThrow(ChainError);
    expect(verifier.head.seq).toBe(1);
    expect(verifier.take(records[1]!).record.seq).toBe(2);
  });
});

describe('a chain that contradicts itself', () => {
  const otherDay = '2026-04-16';
  const cases: readonly (readonly [what: string, chain: () => PaperChain, fault: RegExp])[] = [
    ['begins without its till', () => new PaperChain().add('staff-added/1'), /^record 1: .*before the till/],
    ['begins a second time', () => openedDay().add('till-initialised/1'), /^record 5: .*second time/],
    [
      'begins in the middle of a business day',
      () => new PaperChain().addRecord(recordOf('till-initialised/1')),
      /^record 1: .*not open/,
    ],
    [
      'leaves out a receipt',
      () => openedDay().add('sale-completed/1', { ...SALE, number: 2 }),
      /^record 5: receipt 2 is not the next/,
    ],
    [
      'gives a receipt out twice',
      () =>
        openedDay()
          .add('sale-completed/1')
          .add('sale-completed/1', { ...SALE, perpetualGrossRp: 37_250 }),
      /^record 6: receipt 1 is not the next/,
    ],
    [
      'loses a sale from its perpetual total',
      () =>
        openedDay()
          .add('sale-completed/1')
          .add('sale-completed/1', { ...SALE, ...RECEIPT_2, perpetualGrossRp: 18_625 }),
      /^record 6: perpetual gross/,
    ],
    [
      'opens a day in a day',
      () => openedDay().add('day-opened/1', { businessDate: otherDay }),
      /^record 5: opens a day while/,
    ],
    [
      'opens the same date again',
      () => closedDay().add('day-opened/1'),
      /^record 13: opens 2026-04-15, which is not after/,
    ],
    [
      'opens an earlier date',
      () => closedDay().add('day-opened/1', { businessDate: '2026-04-14' }),
      /^record 13: opens 2026-04-14, which is not after/,
    ],
    [
      'has a record of a day that is not open',
      () =>
        closedDay().addRecord(recordOf('signed-in/1', undefined, { seq: 13, prev: closedDay().head.hash })),
      /^record 13: belongs to 2026-04-15, which is not open/,
    ],
    [
      'has a record of another day',
      () => {
        const chain = openedDay();
        return chain.addRecord(recordOf('signed-in/1', undefined, { ...chain.next, businessDate: otherDay }));
      },
      /^record 5: does not belong to the open day/,
    ],
    [
      'has a record of no day while one is open',
      () => {
        const chain = openedDay();
        return chain.addRecord(recordOf('signed-in/1', undefined, { ...chain.next, businessDate: null }));
      },
      /^record 5: does not belong to the open day/,
    ],
    [
      'closes a day that was not opened',
      () => {
        const chain = new PaperChain().add('till-initialised/1');
        return chain.addZ(z({ firstSeq: 1 }));
      },
      /^record 2: Z 1 closes a day that was not opened/,
    ],
    ['numbers its Z wrong', () => soldDay().addZ(z({ number: 2 })), /^record 12: Z 2 is not the next/],
    [
      'names a Z before the first',
      () => soldDay().addZ(z({ previousZHash: 'a'.repeat(64) })),
      /does not name the Z before/,
    ],
    ['names another first record', () => soldDay().addZ(z({ firstSeq: 4 })), /names another first record/],
    [
      'counts a sale too few',
      () => soldDay().addZ(z({ totals: { ...DAY_TOTALS, saleCount: 1 } })),
      /totals differ/,
    ],
    [
      'hides a line taken off',
      () => soldDay().addZ(z({ totals: { ...DAY_TOTALS, voidedRp: 0 } })),
      /totals differ/,
    ],
    [
      'forgets a void in the perpetual totals',
      () => soldDay().addZ(z({ perpetual: { ...PERPETUAL, voidRp: 0 } })),
      /perpetual totals/,
    ],
    [
      'has a Z signed by somebody else',
      () => {
        const chain = soldDay();
        return chain.add('day-closed/1', { ...z(), headHash: chain.head.hash, lastSeq: chain.head.seq });
      },
      /is not signed by this till/,
    ],
    [
      'has a Z that names an older head',
      () => {
        const chain = soldDay();
        const body = { ...z(), headHash: chain.head.hash, lastSeq: chain.head.seq };
        return chain.add('signed-out/1').add('day-closed/1', body);
      },
      /^record 13: Z 1 names another head/,
    ],
  ];

  test.each(cases)('%s', (_what, chain, expected) => {
    expect(fault(chain())).toMatch(expected);
  });
});
