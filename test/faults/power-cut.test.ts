import { cpSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { EngineLost } from '../../electron/link/engine-link.ts';
import type { PaidSale } from '../../shared/contract/till.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { recordsOf } from '../support/journal.ts';
import { KillableTill } from '../support/killable-till.ts';
import { seededRandom } from '../support/random.ts';
import { rebuildProof } from '../support/rebuild-proof.ts';
import { GOODS, payment, PEOPLE, SmallShop, type Name } from '../support/small-shop.ts';
import { scratchDir, TestTill, valueOf, type ScratchDir } from '../support/till.ts';

/** When the power goes; told with every failure, so that it can be had again. */
const SEED = Math.trunc(Math.random() * 2 ** 31);
const random = seededRandom(SEED);

let template: SmallShop;
let dir: ScratchDir;
let dataDir: string;
let till: KillableTill;

beforeAll(async () => {
  template = await SmallShop.open();
  await template.till.engine.close();
});
afterAll(() => template.close());

beforeEach(() => {
  dir = scratchDir('power-cut');
  dataDir = path.join(dir.path, 'toko');
});
afterEach(async () => {
  await till.cutPower();
  dir.remove();
});

const switchOn = async () => {
  till = await KillableTill.on(dataDir);
};
const signIn = (name: Name) => till.signIn(name, PEOPLE[name].pin);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Everything that must hold after any power cut. */
async function expectSound(): Promise<void> {
  expect(await rebuildProof(dataDir), `seed ${SEED}`).toMatchObject({ verified: true, differences: [] });
  const numbers = recordsOf(dataDir).flatMap(({ type, body }) =>
    type === 'sale-completed/2' && 'number' in body ? [body.number] : [],
  );
  expect(numbers, `seed ${SEED}`).toEqual(numbers.map((_, index) => index + 1));
}

/** Cuts the power with a command under way, and switches on again. What became of the command? */
async function cutDuring<T>(reply: Promise<Reply<T>>, milliseconds = 0): Promise<Reply<T> | 'lost'> {
  const fate = reply.catch((error: unknown) => {
    if (error instanceof EngineLost) return 'lost' as const;
    throw error;
  });
  await pause(milliseconds + random.between(0, 6));
  await till.cutPower();
  await switchOn();
  return fate;
}

test('the power goes while it sells, again and again: what was acknowledged is there, once', async () => {
  cpSync(template.till.dir.path, dataDir, { recursive: true });
  await switchOn();
  let siti = await signIn('Siti');
  valueOf(await siti.cash.openShift({ floatRp: 0 }));
  const acknowledged: PaidSale[] = [];
  for (let cut = 0; cut < 5; cut += 1) {
    for (let sale = random.between(0, 4); sale > 0; sale -= 1) {
      valueOf(await siti.till.scan({ code: GOODS.noodles }));
      acknowledged.push(valueOf(await siti.till.pay(payment(valueOf(await siti.till.ticket({}))))));
    }
    valueOf(await siti.till.scan({ code: GOODS.tea }));
    const order = payment(valueOf(await siti.till.ticket({})));
    const commandId = uuidv7();
    const fate = await cutDuring(siti.till.pay(order, { commandId }));
    await expectSound();
    // Nobody knows whether it was paid. Asking again, with the same number, finds out or does it.
    siti = await signIn('Siti');
    const again = valueOf(await siti.till.pay(order, { commandId }));
    expect(fate === 'lost' ? again : valueOf(fate), `seed ${SEED}`).toEqual(again);
    acknowledged.push(again);
  }
  await expectSound();
  const sold = valueOf(await siti.sales.recent({ limit: 200 }));
  expect(sold.map(({ saleId, receipt }) => ({ saleId, receipt })).toReversed(), `seed ${SEED}`).toEqual(
    acknowledged.map(({ saleId, receipt }) => ({ saleId, receipt })),
  );
});

test('the power goes while the day is closed: there is one Z or none, and the next has its number', async () => {
  cpSync(template.till.dir.path, dataDir, { recursive: true });
  await switchOn();
  let [siti, joko] = [await signIn('Siti'), await signIn('Joko')];
  let closings = 0;
  for (let cut = 0; cut < 4; cut += 1) {
    if (valueOf(await siti.cash.state({})).day === null) {
      valueOf(await siti.cash.openShift({ floatRp: 0 }));
      valueOf(await siti.cash.lockCount({ counts: [] }));
      valueOf(await siti.cash.closeShift({ reason: null }));
    }
    const fate = await cutDuring(joko.cash.closeDay({}));
    await expectSound();
    [siti, joko] = [await signIn('Siti'), await signIn('Joko')];
    const { lastZ, day } = valueOf(await siti.cash.state({}));
    const closed = day === null;
    expect(closed || fate === 'lost', `seed ${SEED}`).toBe(true);
    if (closed) closings += 1;
    expect(lastZ?.zNumber ?? 0, `seed ${SEED}`).toBe(closings);
  }
});

test('the power goes in the first run: the shop is there or it is not, and can be begun again', async () => {
  const { store } = valueOf(await templateState());
  if (store === null) throw new Error('the small shop has no store');
  const wizard = { store, owner: { name: 'Ratna', pin: PEOPLE.Ratna.pin } };
  for (const milliseconds of [0, 150, 250]) {
    dataDir = path.join(dir.path, `toko-${milliseconds}`);
    await switchOn();
    await cutDuring(till.client().setup.create(wizard), milliseconds);
    const { ready } = valueOf(await till.client().setup.state({}));
    expect(ready, `seed ${SEED}`).toBe(recordsOf(dataDir).length > 0);
    if (!ready) valueOf(await till.client().setup.create(wizard));
    await signIn('Ratna');
    await expectSound();
    await till.cutPower();
  }
});

/** Who the small shop is, read from a copy of it. */
async function templateState() {
  const copy = await TestTill.onCopyOf(template.till.dir.path);
  const state = await copy.nobody.setup.state({});
  await copy.dispose();
  return state;
}
