import { join } from 'node:path';
import type { Engine } from '../../../electron/engine/engine.ts';
import { seededRandom } from '../../support/random.ts';
import { valueOf } from '../../support/till.ts';
import type { TestClock } from '../../support/till.ts';
import { Deck } from '../deck.ts';
import { demoPerson, signIn } from '../sign-in.ts';
import { countOut } from '../shop.ts';
import { emptyFullTally, type FullTally } from '../tally.ts';
import type { Desk } from './desk.ts';
import { openDrawer, reprintReceipt } from './errands/counter-work.ts';
import { exchange } from './errands/exchanging.ts';
import {
  bringBackDamaged,
  bringBackForOriginal,
  bringBackOnAccount,
  bringBackPart,
  bringBackWhole,
} from './errands/returning.ts';
import { payDebt } from './errands/paying-debt.ts';
import { shopping } from './errands/shopping.ts';
import { registerPeople } from './people.ts';
import { waitForPaper } from './printer.ts';
import { lookAtShelf } from './shelf.ts';
import { giveUpThoseLeft, serveThoseWhoReturn } from './troubles/parking.ts';

const FLOAT_RP = 500_000;
/** From opening at eight; with those who only come to bring something back it ends before nine. */
const DAY_MS = 9 * 3_600_000;
/** No errand fails to end in a sale this often in a row, unless the day can't go on. */
const MOST_ERRANDS_PER_SALE = 3;

/** Lives a day that uses everything the till can do, and counts it as a bystander would. */
export async function fullDay(
  engine: Engine,
  clock: TestClock,
  dataDir: string,
  { sales, seed }: { readonly sales: number; readonly seed: number },
): Promise<FullTally> {
  const desk = await openDesk(engine, dataDir, seed);
  const { tally } = desk;
  const shop = shopping(desk);
  const errands = new Deck(desk.random, [
    [30, shop],
    [1, bringBackWhole],
    [1, bringBackPart],
    [1, bringBackDamaged],
    [1, bringBackForOriginal],
    [1, bringBackOnAccount],
    [1, exchange],
    [1, payDebt],
    [1, reprintReceipt],
    [1, openDrawer],
  ]);
  for (let errand = 0; tally.sales < sales; errand += 1) {
    if (errand > MOST_ERRANDS_PER_SALE * sales + 50) throw new Error('the day sells nothing any more');
    await waitForPaper(desk);
    clock.pass(Math.floor(DAY_MS / sales));
    await errands.draw()(desk);
    if (tally.sales < sales) await serveThoseWhoReturn(desk);
    if (errand % 100 === 99) process.stderr.write(`${tally.sales} of ${sales} sales\n`);
  }
  await giveUpThoseLeft(desk);
  await countAndClose(desk);
  return tally;
}

async function openDesk(engine: Engine, dataDir: string, seed: number): Promise<Desk> {
  const { businessDate } = await prepareStore(engine, dataDir);
  const manager = await signIn(engine, 'pengelola');
  const people = await registerPeople(manager);
  valueOf(await manager.staff.signOut({}));
  const cashier = await signIn(engine, 'kasir');
  valueOf(await cashier.cash.openShift({ floatRp: FLOAT_RP, businessDate }));
  return {
    cashier,
    manager: await demoPerson(engine, 'pengelola'),
    random: seededRandom(seed),
    tally: emptyFullTally(FLOAT_RP),
    shelf: await lookAtShelf(cashier),
    people,
    sold: [],
    waiting: [],
    labels: new Map(),
  };
}

/** The board makes the store PKP as of today, and hangs up a printer that writes into a file. */
async function prepareStore(engine: Engine, dataDir: string): Promise<{ businessDate: string }> {
  const board = await signIn(engine, 'pengurus');
  const { proposedDate: businessDate } = valueOf(await board.cash.state({}));
  const npwp = '0012345678901000';
  valueOf(await board.policy.setTaxStatus({ validFrom: businessDate, pkp: true, npwp }));
  const transport = { kind: 'file' as const, path: join(dataDir, 'printer.bin') };
  valueOf(await board.printing.saveSettings({ transport, drawer: true }));
  const policy = valueOf(await board.policy.get({}));
  if (policy.qrisPayload === null) throw new Error('the example store takes no QRIS');
  valueOf(await board.staff.signOut({}));
  return { businessDate };
}

/** The evening's count: the drawer holds what went in and out, to the last coin. */
async function countAndClose({ cashier, tally }: Desk): Promise<void> {
  const shift = valueOf(await cashier.cash.lockCount({ counts: countOut(tally.drawerRp) }));
  if (shift.count?.varianceRp !== 0) throw new Error(`the drawer is off by ${shift.count?.varianceRp}`);
  valueOf(await cashier.cash.closeShift({ reason: null }));
}
