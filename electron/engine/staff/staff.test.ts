import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { PEOPLE, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import { openReadOnly } from '../db/open.ts';
import { requireStrongPin } from './pin.ts';

let shop: SmallShop;
let ratna: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  ratna = await shop.as('Ratna');
});

afterEach(() => shop.close());

describe('people of the shop', () => {
  test('are listed for signing in, in the order they came', async () => {
    const people = valueOf(await shop.till.nobody.staff.list({}));
    expect(people.map(({ name, role, active }) => [name, role, active])).toEqual([
      ['Ratna', 'pengurus', true],
      ['Siti', 'kasir', true],
      ['Budi', 'kasir', true],
      ['Joko', 'pengelola', true],
    ]);
  });

  test('are added by the board, and can sign in at once', async () => {
    const added = valueOf(await ratna.staff.add({ name: '  Dewi  ', role: 'kasir', pin: '6183' }));
    expect(added).toMatchObject({ name: 'Dewi', role: 'kasir', active: true });
    const dewi = await shop.till.signInAs(added.staffId, '6183');
    expect(valueOf(await dewi.staff.me({}))).toEqual(added);
  });

  test('have names of their own, however they are written', async () => {
    const twin = await ratna.staff.add({ name: 'SITI', role: 'kasir', pin: '6183' });
    expect(refusalOf(twin)).toMatchObject({ code: 'staff.name-taken', params: { name: 'SITI' } });
  });

  test.each(['Siti', 'Joko'] as const)('are not for %s to manage', async (name) => {
    const client = await shop.as(name);
    const staffId = await shop.staffId('Budi');
    const replies = [
      await client.staff.add({ name: 'Dewi', role: 'pengurus', pin: '6183' }),
      await client.staff.setActive({ staffId, active: false }),
      await client.staff.setPin({ staffId, pin: '6183' }),
    ];
    expect(replies.map((reply) => refusalOf(reply).code)).toEqual(Array(3).fill('permission.denied'));
    expect(valueOf(await shop.till.nobody.staff.list({}))).toHaveLength(4);
  });
});

describe('somebody who leaves', () => {
  test('is out at once: their session ends and their PIN opens nothing', async () => {
    const siti = await shop.as('Siti');
    const staffId = await shop.staffId('Siti');
    valueOf(await ratna.staff.setActive({ staffId, active: false }));
    expect(refusalOf(await siti.staff.me({})).code).toBe('session.required');
    const back = await shop.till.nobody.staff.signIn({ staffId, pin: PEOPLE.Siti.pin });
    expect(refusalOf(back).code).toBe('staff.unknown');
  });

  test('may come back, but the old session does not', async () => {
    const siti = await shop.as('Siti');
    const staffId = await shop.staffId('Siti');
    for (const active of [false, true]) valueOf(await ratna.staff.setActive({ staffId, active }));
    expect(refusalOf(await siti.staff.me({})).code).toBe('session.required');
    valueOf(await (await shop.till.signInAs(staffId, PEOPLE.Siti.pin)).staff.me({}));
  });

  test('twice leaves one record', async () => {
    const staffId = await shop.staffId('Siti');
    for (const active of [false, false, true, true])
      valueOf(await ratna.staff.setActive({ staffId, active }));
    expect(recordsOfType(shop, 'staff-active-set/1').map(({ body }) => body.active)).toEqual([false, true]);
  });

  test('is never the last of the board', async () => {
    const staffId = await shop.staffId('Ratna');
    const refused = await ratna.staff.setActive({ staffId, active: false });
    expect(refusalOf(refused).code).toBe('staff.last-board');
    const second = valueOf(await ratna.staff.add({ name: 'Wayan', role: 'pengurus', pin: '6183' }));
    valueOf(await ratna.staff.setActive({ staffId, active: false }));
    const wayan = await shop.till.signInAs(second.staffId, '6183');
    const alone = await wayan.staff.setActive({ staffId: second.staffId, active: false });
    expect(refusalOf(alone).code).toBe('staff.last-board');
  });
});

describe('a PIN', () => {
  test('of one’s own can be changed by anybody; the old one is gone', async () => {
    const siti = await shop.as('Siti');
    const staffId = await shop.staffId('Siti');
    valueOf(await siti.staff.setPin({ staffId, pin: '7052' }));
    const old = valueOf(await shop.till.nobody.staff.signIn({ staffId, pin: PEOPLE.Siti.pin }));
    expect(old.status).toBe('wrong-pin');
    await shop.till.signInAs(staffId, '7052');
    expect(recordsOfType(shop, 'staff-pin-set/1')).toMatchObject([{ actor: staffId, body: { staffId } }]);
  });

  test('set anew by the board lets a locked-out cashier in', async () => {
    const staffId = await shop.staffId('Siti');
    for (let miss = 1; miss <= 5; miss += 1) await shop.till.nobody.staff.signIn({ staffId, pin: '0000' });
    valueOf(await ratna.staff.setPin({ staffId, pin: '7052' }));
    const siti = await shop.till.signInAs(staffId, '7052');
    expect(valueOf(await siti.staff.me({})).staffId).toBe(staffId);
  });

  test('of a stranger can not be set', async () => {
    const staffId = '0196a000-0000-7000-8000-000000000001';
    expect(refusalOf(await ratna.staff.setPin({ staffId, pin: '7052' })).code).toBe('staff.unknown');
  });

  test.each(['1111', '1234', '98765', '00000000', '0123', '6543'])(
    '%s is what everybody tries first',
    async (pin) => {
      const refused = await ratna.staff.setPin({ staffId: await shop.staffId('Siti'), pin });
      expect(refusalOf(refused).code).toBe('pin.weak');
    },
  );

  test.each(['1357', '1122', '1235', '4826', '90210'])('%s will do', (pin) => {
    expect(() => requireStrongPin(pin)).not.toThrow();
  });

  test.each(['123', '123456789', '12a4', ''])('%j is none', async (pin) => {
    const refused = await ratna.staff.add({ name: 'Dewi', role: 'kasir', pin });
    expect(refusalOf(refused)).toMatchObject({ code: 'request.malformed', params: { field: 'pin' } });
  });
});

describe('what is kept of a PIN', () => {
  test('is in no record', () => {
    const journal = JSON.stringify(recordsOf(shop.till.dir.path));
    for (const { pin } of Object.values(PEOPLE)) expect(journal).not.toContain(`"${pin}"`);
  });

  test('can not be found by trying all PINs against anything in the database', async () => {
    const staffId = await shop.staffId('Siti');
    const pin = '7052';
    valueOf(await ratna.staff.setPin({ staffId, pin }));
    const kept = Buffer.concat([readFileSync(shop.database), readFileSync(`${shop.database}-wal`)]);
    expect(kept.includes(staffId)).toBe(true);
    const guesses = [pin, JSON.stringify({ staffId, pin }), JSON.stringify({ pin, staffId })];
    for (const guess of guesses) {
      expect(kept.includes(createHash('sha256').update(guess).digest()), guess).toBe(false);
    }
  });

  test('differs between two people with the same one', async () => {
    valueOf(await ratna.staff.add({ name: 'Dewi', role: 'kasir', pin: PEOPLE.Siti.pin }));
    const db = openReadOnly(shop.till.dir.path);
    const hashes = db.prepare('SELECT hex(hash) FROM work_staff_pin').pluck().all();
    db.close();
    expect(new Set(hashes).size).toBe(5);
  });
});
