import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import { openShift, PEOPLE, SmallShop } from '../../../test/support/small-shop.ts';
import { clientOf, refusalOf, valueOf } from '../../../test/support/till.ts';
import { lockMs } from './pin-tries.ts';

const MINUTE = 60_000;

let shop: SmallShop;
let nobody: TillClient;
let staffId: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  nobody = shop.till.nobody;
  staffId = await shop.staffId('Siti');
});

afterEach(() => shop.close());

const tryPin = async (pin: string) => valueOf(await nobody.staff.signIn({ staffId, pin }));
const rightPin = () => tryPin(PEOPLE.Siti.pin);
const lockRecords = () => recordsOfType(shop, 'sign-in-locked/1');

/** Misses often enough to be locked out; all at once, because each try is slow on purpose. */
async function lockOut(): Promise<void> {
  await Promise.all(Array.from({ length: 5 }, () => tryPin('0000')));
}

describe('signing in', () => {
  test('with the right PIN opens a session, and is on record', async () => {
    const result = await rightPin();
    expect(result).toMatchObject({ status: 'signed-in', staff: { staffId, name: 'Siti', role: 'kasir' } });
    expect(recordsOfType(shop, 'signed-in/1').at(-1)).toMatchObject({ actor: staffId, body: { staffId } });
  });

  test('a second time gives a session of its own; both work', async () => {
    const sessions = [await rightPin(), await rightPin()].map((result) =>
      result.status === 'signed-in' ? result.session : '',
    );
    expect(new Set(sessions).size).toBe(2);
    expect(sessions.every((session) => /^[0-9a-f]{64}$/.test(session))).toBe(true);
  });

  test('as somebody who does not work here is refused', async () => {
    const stranger = '0196a000-0000-7000-8000-000000000001';
    expect(refusalOf(await nobody.staff.signIn({ staffId: stranger, pin: '4826' })).code).toBe(
      'staff.unknown',
    );
  });

  test('ends with signing out, in every window', async () => {
    const [here, there] = [await shop.as('Siti'), await shop.till.signInAs(staffId, PEOPLE.Siti.pin)];
    valueOf(await here.staff.signOut({}));
    for (const client of [here, there])
      expect(refusalOf(await client.staff.me({})).code).toBe('session.required');
    expect(recordsOfType(shop, 'signed-out/1').at(-1)).toMatchObject({ actor: staffId, body: { staffId } });
  });

  test('ends with a restart: no token lies on the disk', async () => {
    const result = await rightPin();
    if (result.status !== 'signed-in') throw new Error(`not signed in: ${result.status}`);
    await shop.restart();
    const siti = clientOf(shop.till.engine, result.session);
    expect(refusalOf(await siti.staff.me({})).code).toBe('session.required');
  });
});

describe('guessing a PIN', () => {
  test('is over after five misses: locked, and on record', async () => {
    const left = [];
    for (let miss = 1; miss <= 4; miss += 1) left.push(await tryPin('0000'));
    expect(left).toEqual([4, 3, 2, 1].map((triesLeft) => ({ status: 'wrong-pin', triesLeft })));
    const until = shop.till.clock.now() + MINUTE;
    expect(await tryPin('0000')).toEqual({ status: 'locked', until });
    expect(lockRecords()).toMatchObject([{ actor: 'system', body: { staffId, tries: 5, until } }]);
  });

  test('the right PIN does not help while locked, and tells nothing', async () => {
    await lockOut();
    expect(await rightPin()).toMatchObject({ status: 'locked' });
    expect(lockRecords()).toHaveLength(1);
  });

  test('the lock ends by itself, and the count begins anew', async () => {
    await lockOut();
    shop.till.clock.pass(MINUTE);
    expect(await tryPin('0000')).toEqual({ status: 'wrong-pin', triesLeft: 4 });
    expect(await rightPin()).toMatchObject({ status: 'signed-in' });
  });

  test('each further lock is twice as long, up to an hour', async () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 500].map((locks) => lockMs(locks) / MINUTE)).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60, 60,
    ]);
    await lockOut();
    shop.till.clock.pass(MINUTE);
    await lockOut();
    expect(lockRecords().at(-1)!.body.until - shop.till.clock.now()).toBe(2 * MINUTE);
  });

  test('the right PIN in between forgives the misses before it', async () => {
    for (let miss = 1; miss <= 4; miss += 1) await tryPin('0000');
    await rightPin();
    expect(await tryPin('0000')).toEqual({ status: 'wrong-pin', triesLeft: 4 });
  });

  test('ten tries at once are not ten guesses', async () => {
    const tries = Array.from({ length: 10 }, (_, i) => tryPin(String(1_000 + i)));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'wrong-pin')).toHaveLength(4);
    expect(statuses.filter((status) => status === 'locked')).toHaveLength(6);
    expect(lockRecords()).toHaveLength(1);
  });

  test('goes on being locked after a restart', async () => {
    await lockOut();
    await shop.restart();
    nobody = shop.till.nobody;
    expect(await rightPin()).toMatchObject({ status: 'locked' });
  });

  test('locks nobody else out', async () => {
    await lockOut();
    const budi = await shop.as('Budi');
    expect(valueOf(await budi.staff.me({})).name).toBe('Budi');
  });

  test('leaves whoever is at work signed in', async () => {
    const siti = await shop.as('Siti');
    await lockOut();
    expect(valueOf(await siti.cash.openShift({ floatRp: 0 })).cashier).toBe('Siti');
  });

  test('a lock set while the clock ran years ahead does not last for years', async () => {
    shop.till.clock.set('2035-01-01T00:00:00Z');
    await lockOut();
    expect(await rightPin()).toMatchObject({ status: 'locked' });
    shop.till.clock.set('2026-04-15T02:00:00Z');
    expect(await rightPin()).toMatchObject({ status: 'signed-in' });
  });

  test('is shown in the day’s report, with the name', async () => {
    await openShift(await shop.as('Budi'));
    await lockOut();
    const report = valueOf(await (await shop.as('Joko')).reports.daily({ businessDate: '2026-04-15' }));
    expect(report.events).toMatchObject([{ kind: 'pin-locked', subject: 'Siti' }]);
  });
});
