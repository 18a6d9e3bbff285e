import type { Ctx, Person } from '../../electron/engine/context.ts';
import { cashHandlers } from '../../electron/engine/cash/index.ts';
import { openingLot } from '../../electron/engine/catalog/index.ts';
import type { Prepared } from '../../shared/contract/define.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import { MAX_ROWS_PER_RECORD } from '../../shared/journal/parts.ts';
import { countOut } from '../day/shop.ts';
import { dadapan } from '../support/example-papers.ts';
import { seededRandom } from '../support/random.ts';
import { valueOf } from '../support/till.ts';
import type { Goods } from './goods.ts';
import { sellOne, type Running, type Shift } from './history.ts';
import { benchId } from './ids.ts';
import { Workshop } from './workshop.ts';

/** The benchmark store's people. Their PINs guard nothing. */
export const OWNER = { name: 'Hadi', pin: '482913', role: 'pengurus' } as const;
export const CASHIER = { name: 'Wulan', pin: '739164', role: 'kasir' } as const;

/** Sales of one trading day: a busy village store. */
const SALES_A_DAY = 200;
const FLOAT_RP = 300_000;
/** 07.00 WIB on the first day; the shop is open for eleven hours. */
const FIRST_MORNING = '2022-01-03T00:00:00Z';
const BETWEEN_SALES_MS = Math.floor((11 * 3_600_000) / SALES_A_DAY);
const DAY_MS = 24 * 3_600_000;
const OPENING_STOCK = { least: 10, most: 400 } as const;

/** How large a shop's past is. */
export interface ShopSize {
  readonly products: number;
  readonly sales: number;
}

interface Shopkeepers {
  readonly owner: Person;
  readonly cashier: Person;
}

/**
 * Writes a shop's whole life into an empty data directory: first run, catalogue, opening stock, then
 * day after day of trading, each opened, counted, closed and signed. The last day is left open with a
 * shift running, as a shop is found at noon.
 * @param goods what it sells
 * @param sales how many sales lie behind it
 * @param progress told how many of them are written
 */
export async function liveShop(
  dataDir: string,
  goods: readonly Goods[],
  sales: number,
  progress: (sold: number) => void,
): Promise<void> {
  const workshop = new Workshop(dataDir, FIRST_MORNING);
  try {
    const people = await moveIn(workshop);
    workshop.transact((as) => stockShelves(as(people.owner), goods));
    const random = seededRandom(sales);
    const running: Running = { number: 0, grossRp: 0 };
    while (running.number < sales) {
      const today = Math.min(SALES_A_DAY, sales - running.number);
      liveDay(workshop, people, (ctx, shift) => {
        let takings = 0;
        for (let sale = 0; sale < today; sale += 1) {
          workshop.clock.pass(BETWEEN_SALES_MS);
          takings += sellOne(ctx, shift, goods, random, running);
        }
        return { takings, last: running.number === sales };
      });
      progress(running.number);
    }
  } finally {
    workshop.close();
  }
}

async function moveIn(workshop: Workshop): Promise<Shopkeepers> {
  const { name, pin, role } = OWNER;
  const { ownerId } = valueOf(await workshop.client().setup.create({ store: dadapan, owner: { name, pin } }));
  const cashier = valueOf(await (await workshop.signIn(ownerId, pin)).staff.add(CASHIER));
  return { owner: { staffId: ownerId, name, role }, cashier };
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

/** One day in one commit: the drawer is opened, goods are sold, and unless it is the last day all is closed. */
function liveDay(
  workshop: Workshop,
  { owner, cashier }: Shopkeepers,
  sell: (ctx: Ctx, shift: Shift) => { takings: number; last: boolean },
): void {
  const { openShift, lockCount, closeShift, closeDay } = cashHandlers;
  workshop.transact((as) => {
    const { shiftId } = handle(openShift, as(cashier), { floatRp: rupiah(FLOAT_RP), businessDate: null });
    const { takings, last } = sell(as(cashier), { shiftId, cashier });
    if (last) return;
    handle(lockCount, as(cashier), { counts: countOut(FLOAT_RP + takings) });
    handle(closeShift, as(cashier), { reason: null, note: '' });
    handle(closeDay, as(owner), {});
  });
  workshop.clock.pass(DAY_MS - SALES_A_DAY * BETWEEN_SALES_MS);
}

/** Calls a handler that has nothing to prepare, without the door before it. */
function handle<In, Out>(
  handler: ((ctx: Ctx, input: In) => Out) | Prepared<Ctx, In, unknown, Out>,
  ctx: Ctx,
  input: In,
): Out {
  if (typeof handler !== 'function') throw new Error('this handler has something to prepare');
  return handler(ctx, input);
}
