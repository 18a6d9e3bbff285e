import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import {
  closeShift,
  GOODS,
  openShift,
  payment,
  ringUp,
  SmallShop,
} from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  await openShift(siti);
});

afterEach(() => shop.close());

const ticket = async () => valueOf(await siti.till.ticket({}));
const parked = async () => valueOf(await siti.till.parked({}));
const park = ({ ticketId, revision }: Ticket, label = '') => siti.till.park({ ticketId, revision, label });
const labels = async () => (await parked()).map(({ label }) => label);

/** Rings something up and puts it aside. */
async function aside(label: string, ...codes: string[]): Promise<Ticket> {
  const rung = await ringUp(siti, ...codes);
  valueOf(await park(rung, label));
  return rung;
}

describe('putting a ticket aside', () => {
  test('while Bu Tin fetches eggs, the next buyer finds an empty basket', async () => {
    const rung = await ringUp(siti, GOODS.noodles, GOODS.tea);
    const next = valueOf(await park(rung, '  Bu Tin '));
    expect(next).toMatchObject({ lines: [], totalRp: 0, revision: 0 });
    expect(next.ticketId).not.toBe(rung.ticketId);
    expect(await parked()).toEqual([
      {
        ticketId: rung.ticketId,
        label: 'Bu Tin',
        parkedAt: shop.till.clock.now(),
        parkedBy: 'Siti',
        lines: rung.lines,
        totalRp: 8_250,
        qrisWaiting: false,
      },
    ]);
  });

  test('leaves no record: nothing is sold, and a buyer’s name is nobody’s business', async () => {
    const rung = await ringUp(siti, GOODS.noodles);
    const before = recordsOf(shop.till.dir.path).length;
    valueOf(await park(rung, 'Bu Tin'));
    valueOf(await siti.till.recall({ ticketId: rung.ticketId }));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(before);
  });

  test('several at once, the oldest first', async () => {
    for (const [label, code] of [
      ['Bu Tin', GOODS.noodles],
      ['', GOODS.tea],
      ['Pak RT', GOODS.sweet],
    ] as const) {
      await aside(label, code);
      shop.till.clock.pass(60_000);
    }
    expect(await labels()).toEqual(['Bu Tin', '', 'Pak RT']);
  });

  test('under a number is refused: a name is enough, and no NIK stands anywhere in clear', async () => {
    const rung = await ringUp(siti, GOODS.noodles);
    for (const label of ['3507015504800021', 'NIK 350701 550480 0021']) {
      expect(refusalOf(await park(rung, label)).code).toBe('identity.in-note');
    }
    expect(await ticket()).toEqual(rung);
    valueOf(await park(rung, 'Bu Tin 0021'));
  });

  test('of an empty ticket is refused', async () => {
    expect(refusalOf(await park(await ticket())).code).toBe('ticket.empty');
    expect(await parked()).toEqual([]);
  });

  test('of what another window has changed meanwhile is refused', async () => {
    const seen = await ringUp(siti, GOODS.noodles);
    const now = await ringUp(siti, GOODS.tea);
    expect(refusalOf(await park(seen)).code).toBe('ticket.changed');
    expect(await ticket()).toEqual(now);
  });

  test('twice with one wish puts it aside once', async () => {
    const { ticketId, revision } = await ringUp(siti, GOODS.noodles);
    const options = { commandId: uuidv7() };
    const first = await siti.till.park({ ticketId, revision }, options);
    await ringUp(siti, GOODS.tea);
    expect(await siti.till.park({ ticketId, revision }, options)).toEqual(first);
    expect(await parked()).toHaveLength(1);
    expect((await ticket()).lines).toMatchObject([{ name: 'Teh Botol 350 ml' }]);
  });
});

describe('calling a ticket back', () => {
  test('brings the same lines, under the same number, and it is paid as ever', async () => {
    const rung = await aside('Bu Tin', GOODS.noodles, GOODS.tea);
    const back = valueOf(await siti.till.recall({ ticketId: rung.ticketId }));
    expect(back).toEqual({ ...rung, revision: rung.revision + 1 });
    expect(await parked()).toEqual([]);
    expect(valueOf(await siti.till.pay(payment(back))).totalRp).toBe(8_250);
  });

  test('after a restart', async () => {
    const rung = await aside('Bu Tin', GOODS.noodles, GOODS.rice);
    await shop.restart();
    siti = await shop.as('Siti');
    expect(await labels()).toEqual(['Bu Tin']);
    expect(valueOf(await siti.till.recall({ ticketId: rung.ticketId })).lines).toEqual(rung.lines);
  });

  test('keeps the prices it was rung up with', async () => {
    const joko = await shop.as('Joko');
    const rung = await aside('Bu Tin', GOODS.noodles);
    const [line] = rung.lines;
    const {
      onHandThousandths: _,
      packs: _packs,
      ...noodles
    } = valueOf(await joko.catalog.product({ productId: line!.productId }));
    valueOf(await joko.catalog.save({ ...noodles, priceRp: 3_700, active: false }));
    const back = valueOf(await siti.till.recall({ ticketId: rung.ticketId }));
    expect(back.totalRp).toBe(3_500);
    expect(valueOf(await siti.till.pay(payment(back))).totalRp).toBe(3_500);
  });

  test('never mixes with goods on the open ticket', async () => {
    const { ticketId } = await aside('Bu Tin', GOODS.noodles);
    const open = await ringUp(siti, GOODS.tea);
    expect(refusalOf(await siti.till.recall({ ticketId })).code).toBe('ticket.recall-blocked');
    expect(await ticket()).toEqual(open);
    expect(await labels()).toEqual(['Bu Tin']);
  });

  test('that another window has called back already is refused', async () => {
    const { ticketId } = await aside('Bu Tin', GOODS.noodles);
    valueOf(await siti.till.recall({ ticketId }));
    expect(refusalOf(await siti.till.recall({ ticketId })).code).toBe('ticket.not-parked');
    expect(refusalOf(await siti.till.abandonParked({ ticketId })).code).toBe('ticket.not-parked');
  });

  test('twice with one wish brings it back once', async () => {
    const { ticketId } = await aside('Bu Tin', GOODS.noodles);
    const options = { commandId: uuidv7() };
    const first = await siti.till.recall({ ticketId }, options);
    valueOf(await siti.till.pay(payment(valueOf(first))));
    expect(await siti.till.recall({ ticketId }, options)).toEqual(first);
    expect((await ticket()).lines).toEqual([]);
  });

  test('makes what a window saw before too old to be paid', async () => {
    const seen = await aside('Bu Tin', GOODS.noodles);
    valueOf(await siti.till.recall({ ticketId: seen.ticketId }));
    expect(refusalOf(await siti.till.pay(payment(seen))).code).toBe('ticket.changed');
  });
});

describe('giving up a ticket put aside', () => {
  test('is on record like any basket that was given up, and counts on the Z', async () => {
    const rung = await aside('Bu Tin', GOODS.noodles, GOODS.tea);
    await aside('Pak RT', GOODS.sweet);
    const options = { commandId: uuidv7() };
    const once = await siti.till.abandonParked({ ticketId: rung.ticketId }, options);
    expect(valueOf(once)).toEqual({ left: 1 });
    expect(await siti.till.abandonParked({ ticketId: rung.ticketId }, options)).toEqual(once);
    expect(await labels()).toEqual(['Pak RT']);
    expect(recordsOfType(shop, 'ticket-abandoned/2')).toMatchObject([
      {
        actor: await shop.staffId('Siti'),
        body: { ticketId: rung.ticketId, lines: 2, amountRp: 8_250 },
      },
    ]);
  });
});

describe('closing with tickets put aside', () => {
  test('is refused with how many and whose, and goes through once they are settled', async () => {
    const { ticketId } = await aside('Bu Tin', GOODS.noodles);
    await aside('', GOODS.tea);
    expect(refusalOf(await siti.cash.lockCount({ counts: [] }))).toMatchObject({
      code: 'ticket.parked-left',
      params: { count: 2, names: 'Bu Tin, jam 08.00', more: 0 },
    });
    valueOf(await siti.till.pay(payment(valueOf(await siti.till.recall({ ticketId })))));
    for (const left of await parked()) valueOf(await siti.till.abandonParked({ ticketId: left.ticketId }));
    await closeShift(siti, 203_500);
    valueOf(await (await shop.as('Joko')).cash.closeDay({}));
  });

  test('names the first few and counts the rest', async () => {
    for (const label of ['A', 'B', 'C', 'D', 'E', 'F']) await aside(label, GOODS.sweet);
    expect(refusalOf(await siti.cash.lockCount({ counts: [] })).params).toEqual({
      count: 6,
      names: 'A, B, C, D',
      more: 2,
    });
  });
});

test('without an open shift nothing is put aside, called back or given up', async () => {
  const { ticketId, revision } = await ticket();
  await closeShift(siti, 200_000);
  const tries = [
    siti.till.park({ ticketId, revision }),
    siti.till.recall({ ticketId }),
    siti.till.abandonParked({ ticketId }),
  ];
  const codes = (await Promise.all(tries)).map((reply) => refusalOf(reply).code);
  expect(new Set(codes)).toEqual(new Set(['shift.closed']));
});

/** What is on all tickets together, by line. */
async function everyLine(): Promise<Map<string, number>> {
  const lines = [await ticket(), ...(await parked())].flatMap((each) => each.lines);
  const byId = new Map(lines.map((line) => [line.lineId, line.quantityThousandths]));
  // A line on two tickets would be sold twice.
  expect(byId.size).toBe(lines.length);
  return byId;
}

/** Any of the tickets put aside, or one that is not there. */
async function anyParked(pick: number): Promise<string> {
  const all = await parked();
  return all[pick % Math.max(1, all.length)]?.ticketId ?? uuidv7();
}

describe('whatever is put aside and called back in whatever order', () => {
  const steps = (name: 'scan' | 'park' | 'recall' | 'restart', last: number, weight: number) => ({
    weight,
    arbitrary: fc.record({ deed: fc.constant(name), pick: fc.nat(last) }),
  });
  const step = fc.oneof(
    steps('scan', 2, 8),
    steps('park', 2, 6),
    steps('recall', 5, 6),
    steps('restart', 0, 1),
  );
  const codes = [GOODS.noodles, GOODS.tea, GOODS.rice];

  /** Does one step and says by how much all the tickets together must have grown. */
  async function take(deed: 'scan' | 'park' | 'recall' | 'restart', pick: number): Promise<number> {
    if (deed === 'restart') {
      await shop.restart();
      siti = await shop.as('Siti');
    } else if (deed === 'park') {
      await park(await ticket(), `Pembeli ${pick}`);
    } else if (deed === 'recall') {
      await siti.till.recall({ ticketId: await anyParked(pick) });
    } else {
      valueOf(await siti.till.scan({ code: codes[pick]! }));
      return 1_000;
    }
    return 0;
  }

  test('no line is lost, none is doubled, and no quantity changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (story) => {
        for (const { deed, pick } of story) {
          const before = await everyLine();
          const grown = await take(deed, pick);
          const after = await everyLine();
          expect(sum(after) - sum(before)).toBe(grown);
          for (const [lineId, quantity] of before) {
            expect(after.get(lineId)).toBeGreaterThanOrEqual(quantity);
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});

function sum(lines: ReadonlyMap<string, number>): number {
  return [...lines.values()].reduce((total, quantity) => total + quantity, 0);
}
