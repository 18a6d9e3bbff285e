import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOf } from '../../../test/support/journal.ts';
import { rebuildProof } from '../../../test/support/rebuild-proof.ts';
import { StumblingIds } from '../../../test/support/stumbling-ids.ts';
import { refusalOf, TestTill, valueOf } from '../../../test/support/till.ts';

const STORE = {
  koperasi: 'Koperasi Desa Merah Putih Sukamaju',
  gerai: 'Gerai Sembako',
  storeCode: 'SKM01',
  tillNumber: 2,
  address: 'Jl. Balai Desa 3',
  kabupaten: 'Kab. Malang',
  priceZone: 2,
  timeZone: 'Asia/Makassar' as const,
  pkp: false,
  receiptColumns: 32 as const,
};
const OWNER = { name: 'Ratna', pin: '8264' };

let ids: StumblingIds;
let till: TestTill;
let nobody: TillClient;

beforeEach(async () => {
  ids = new StumblingIds();
  till = await TestTill.unset({ ids });
  nobody = till.nobody;
});

afterEach(() => till.dispose());

const records = () => recordsOf(till.dir.path);

describe('the first run', () => {
  test('begins with nothing: no store, nobody to sign in, no record', async () => {
    expect(valueOf(await nobody.setup.state({}))).toEqual({
      ready: false,
      store: null,
      demoPins: [],
      now: till.clock.now(),
    });
    expect(valueOf(await nobody.staff.list({}))).toEqual([]);
    expect(records()).toEqual([]);
  });

  test('makes the store, its owner, and a chain that begins with the till’s own key', async () => {
    const made = valueOf(await nobody.setup.create({ store: STORE, owner: OWNER }));
    expect(made.storeCode).toBe('SKM01');
    expect(valueOf(await nobody.setup.state({}))).toMatchObject({ ready: true, store: STORE, demoPins: [] });
    const [first, second] = records();
    expect(first).toMatchObject({
      seq: 1,
      type: 'till-initialised/1',
      store: 'SKM01',
      till: '2',
      offset: 480,
      actor: 'system',
      businessDate: null,
      body: { profile: STORE, example: false, publicKey: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(second).toMatchObject({ type: 'staff-added/1', body: { name: 'Ratna', role: 'pengurus' } });
    const ratna = await till.signInAs(made.ownerId, OWNER.pin);
    expect(valueOf(await ratna.staff.me({})).role).toBe('pengurus');
    expect(await rebuildProof(till.dir.path)).toMatchObject({ verified: true, differences: [] });
  });

  test('is done once, also by two windows at once', async () => {
    const wizard = { store: STORE, owner: OWNER };
    const replies = await Promise.all([nobody.setup.create(wizard), nobody.setup.create(wizard)]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(['setup.already-done']);
    expect(refusalOf(await nobody.setup.create(wizard)).code).toBe('setup.already-done');
    expect(refusalOf(await nobody.setup.createExample({})).code).toBe('setup.already-done');
    expect(records().filter(({ type }) => type === 'till-initialised/1')).toHaveLength(1);
  });

  test('that failed half-way leaves nothing, and goes through the next time', async () => {
    ids.stumble();
    expect(refusalOf(await nobody.setup.create({ store: STORE, owner: OWNER })).code).toBe('internal');
    expect(records()).toEqual([]);
    await till.restart();
    valueOf(await till.nobody.setup.create({ store: STORE, owner: OWNER }));
    expect(await rebuildProof(till.dir.path)).toMatchObject({ verified: true, records: 2 });
  });

  test.each([
    ['a PIN that everybody tries first', { owner: { ...OWNER, pin: '1234' } }, 'pin.weak'],
    ['no name', { owner: { ...OWNER, name: '  ' } }, 'request.malformed'],
    ['half an emoji for a name', { owner: { ...OWNER, name: 'Ratna\ud83d' } }, 'request.malformed'],
    ['a store code in small letters', { store: { ...STORE, storeCode: 'skm01' } }, 'request.malformed'],
    ['a price zone that does not exist', { store: { ...STORE, priceZone: 4 } }, 'request.malformed'],
    [
      'a time zone of another country',
      { store: { ...STORE, timeZone: 'Europe/Paris' } },
      'request.malformed',
    ],
    ['a receipt of 40 columns', { store: { ...STORE, receiptColumns: 40 } }, 'request.malformed'],
    ['till number nought', { store: { ...STORE, tillNumber: 0 } }, 'request.malformed'],
  ])('refuses %s, and nothing has begun', async (_what, wrong, code) => {
    const create = nobody.setup.create as (input: unknown) => ReturnType<typeof nobody.setup.create>;
    expect(refusalOf(await create({ store: STORE, owner: OWNER, ...wrong })).code).toBe(code);
    expect(records()).toEqual([]);
  });

  test('keeps names in one form, however they were typed', async () => {
    const store = { ...STORE, gerai: ' Warung Cafe\u0301 ' };
    valueOf(await nobody.setup.create({ store, owner: OWNER }));
    expect(valueOf(await nobody.setup.state({})).store?.gerai).toBe('Warung Café');
  });
});

describe('the example store', () => {
  test('has goods, stock and three people whose PINs are there to be seen', async () => {
    const made = valueOf(await nobody.setup.createExample({}));
    expect(made.products).toBeGreaterThan(1_000);
    expect(made.demoPins.map(({ role }) => role)).toEqual(['kasir', 'pengelola', 'pengurus']);
    expect(valueOf(await nobody.setup.state({})).demoPins).toEqual(made.demoPins);
    expect(records()[0]).toMatchObject({ body: { example: true } });
    expect(await rebuildProof(till.dir.path)).toMatchObject({ verified: true, differences: [] });

    // A PIN that its owner has changed is nobody else's to see any more.
    const [first, ...others] = made.demoPins;
    const owner = await till.signInAs(first!.staffId, first!.pin);
    valueOf(await owner.staff.setPin({ staffId: first!.staffId, pin: '7052' }));
    expect(valueOf(await nobody.setup.state({})).demoPins).toEqual(others);
  });
});
