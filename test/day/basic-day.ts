import type { Engine } from '../../electron/engine/engine.ts';
import { seededRandom } from '../support/random.ts';
import { valueOf, type TestClock } from '../support/till.ts';
import { countOut, sellableProducts, serveBuyer } from './shop.ts';
import { signIn } from './sign-in.ts';
import { emptyTally, type Tally } from './tally.ts';

const FLOAT_RP = 300_000;
/** A morning: it ends before the example store's happy hour, so that its totals tell of goods alone. */
const MORNING_MS = 3.5 * 3_600_000;

/** A plain day: float, buyers who pay in cash, a reprint, the count. */
export async function basicDay(
  engine: Engine,
  clock: TestClock,
  { sales, seed }: { readonly sales: number; readonly seed: number },
): Promise<Tally> {
  const random = seededRandom(seed);
  const cashier = await signIn(engine, 'kasir');
  valueOf(await cashier.cash.openShift({ floatRp: FLOAT_RP }));
  const goods = await sellableProducts(cashier);
  const tally = emptyTally(FLOAT_RP);
  for (let sale = 1; sale <= sales; sale += 1) {
    clock.pass(Math.floor(MORNING_MS / sales));
    const paid = await serveBuyer(cashier, goods, random, tally);
    if (sale === Math.ceil(sales / 2)) {
      valueOf(await cashier.sales.reprint({ saleId: paid.saleId }));
      tally.reprints += 1;
    }
    if (sale % 100 === 0) process.stderr.write(`${sale} of ${sales} sales\n`);
  }
  const shift = valueOf(await cashier.cash.lockCount({ counts: countOut(tally.drawerRp) }));
  if (shift.count?.varianceRp !== 0) throw new Error(`the drawer is off by ${shift.count?.varianceRp}`);
  valueOf(await cashier.cash.closeShift({ reason: null }));
  return tally;
}
