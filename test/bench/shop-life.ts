import type { Ctx, Person } from '../../electron/engine/context.ts';
import { openingLot, refreshSearchRank } from '../../electron/engine/catalog/index.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import { MAX_ROWS_PER_RECORD } from '../../shared/journal/bodies.ts';
import { countOut } from '../day/shop.ts';
import { dadapan } from '../support/example-papers.ts';
import { seededRandom, type SeededRandom } from '../support/random.ts';
import { valueOf } from '../support/till.ts';
import type { Goods } from './goods.ts';
import { sellOne, type Running } from './history.ts';
import { benchId } from './ids.ts';
import { Workshop } from './workshop.ts';

/** The benchmark store's people. Their PINs guard nothing. */
export const OWNER = { name: 'Hadi', pin: '482913', role: 'pengurus' } as const;
export const CASHIER = { name: 'Wulan', pin: '739164', role: 'kasir' } as const;

/** Sales of one trading day: a busy village store. */
const SALES_A_DAY = 200;
const FLOAT_RP = 300_000;
/** 07.00 WIB on the first day, and how long the shop is open. */
const FIRST_MORNING = '2022-01-03T00:00:00Z';
const OPEN_MS = 11 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const OPENING_STOCK = { least: 10, most: 400 } as const;

/** How large a shop's past is. */
export interface ShopSize {
  readonly products: number;
  readonly sales: number;
}

interface Shopkeepers {
  readonly owner: TillClient;
  readonly cashier: TillClient;
  readonly cashierPerson: Person;
}

/**
 * Writes a shop's whole life into an empty data directory: first run, catalogue, opening stock, then
 * day after day of trading, each opened, counted, closed and signed. The last day is left open with a
 * shift running, as a shop is found at noon.
 * @param goods what it sells, `size.products` of them
 * @param progress told how many sales are written
 */
export async function liveShop(
  dataDir: string,
  goods: readonly Goods[],
  sales: number,
  progress: (sold: number) => void,
): Promise<void> {
  const workshop = new Workshop(dataDir, FIRST_MORNING);
  try {
    const people = await moveIn(workshop, goods);
    const random = seededRandom(sales);
    const running: Running = { number: 0, grossRp: 0 };
    while (running.number < sales) {
      const today = Math.min(SALES_A_DAY, sales - running.number);
      const takings = await trade(workshop, people, goods, today, random, running);
      progress(running.number);
      if (running.number < sales) await closeUp(workshop, people, takings);
    }
    refreshSearchRank(workshop.core.db);
  } finally {
    workshop.close();
  }
}

async function moveIn(workshop: Workshop, goods: readonly Goods[]): Promise<Shopkeepers> {
  const { name, pin } = OWNER;
  const first = valueOf(await workshop.client().setup.create({ store: dadapan, owner: { name, pin } }));
  const owner = await workshop.signIn(first.ownerId, pin);
  const cashierPerson = valueOf(await owner.staff.add(CASHIER));
  const ownerPerson: Person = { staffId: first.ownerId, name, role: OWNER.role };
  workshop.transact(ownerPerson, (ctx) => stockShelves(ctx, goods));
  const cashier = await workshop.signIn(cashierPerson.staffId, CASHIER.pin);
  return { owner, cashier, cashierPerson };
}

function stockShelves(ctx: Ctx, goods: readonly Goods[]): void {
  const random = seededRandom(goods.length);
  const parts = Math.ceil(goods.length / MAX_ROWS_PER_RECORD);
  const importId = benchId('import', 0);
  for (let part = 1; part <= parts; part += 1) {
    const rows = goods.slice((part - 1) * MAX_ROWS_PER_RECORD, part * MAX_ROWS_PER_RECORD);
    ctx.append('products-imported/1', { importId, fileName: 'katalog.csv', part, parts, products: rows });
    const lots = rows.map((product) =>
      openingLot(product, thousandths(random.between(OPENING_STOCK.least, OPENING_STOCK.most) * 1000)),
    );
    ctx.append('opening-stock/1', { part, parts, lots });
  }
}

/** Opens the drawer and sells; returns the day's cash. All sales of a day are one commit. */
async function trade(
  workshop: Workshop,
  { cashier, cashierPerson }: Shopkeepers,
  goods: readonly Goods[],
  sales: number,
  random: SeededRandom,
  running: Running,
): Promise<number> {
  const { shiftId } = valueOf(await cashier.cash.openShift({ floatRp: FLOAT_RP }));
  const shift = { shiftId, cashier: cashierPerson };
  return workshop.transact(cashierPerson, (ctx) => {
    let takings = 0;
    for (let sale = 0; sale < sales; sale += 1) {
      workshop.clock.pass(Math.floor(OPEN_MS / SALES_A_DAY));
      takings += sellOne(ctx, shift, goods, random, running);
    }
    return takings;
  });
}

/** Counts the drawer, closes shift and day, and lets the night pass. */
async function closeUp(workshop: Workshop, { owner, cashier }: Shopkeepers, takings: number): Promise<void> {
  valueOf(await cashier.cash.lockCount({ counts: countOut(FLOAT_RP + takings) }));
  valueOf(await cashier.cash.closeShift({ reason: null }));
  valueOf(await owner.cash.closeDay({}));
  workshop.clock.pass(DAY_MS - SALES_A_DAY * Math.floor(OPEN_MS / SALES_A_DAY));
}
