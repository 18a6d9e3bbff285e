import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { setupContract, StoreProfile } from '../../../shared/contract/setup.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { toHex } from '../../../shared/journal/chain.ts';
import { appendProducts, appendTerms } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { appendProgrammes } from '../programmes/index.ts';
import { exampleStore, type ExampleStore } from '../example/index.ts';
import {
  addStaff,
  demoPins,
  hashPin,
  listStaff,
  requireStrongPin,
  saveDemoPin,
  type PinHash,
} from '../staff/index.ts';
import { readStore } from './store-store.ts';

type SetupHandlers = AreaHandlers<typeof setupContract, Ctx>;

/** Program and version that wrote the first record. */
const SOFTWARE = 'gerai 0.1.0';

const state: SetupHandlers['state'] = (ctx) => {
  const store = readStore(ctx.db);
  return {
    ready: store !== undefined,
    store: store?.profile ?? null,
    demoPins: readDemoPins(ctx),
    now: ctx.ports.clock.now(),
  };
};

/** The example store's people with the PINs that are shown on its sign-in screen. */
export function readDemoPins(ctx: Ctx): { staffId: string; name: string; role: StaffRole; pin: string }[] {
  const pins = new Map(demoPins(ctx.db).map((row) => [row.staffId, row.pin]));
  return listStaff(ctx.db).flatMap(({ staffId, name, role }) => {
    const pin = pins.get(staffId);
    return pin === undefined ? [] : [{ staffId, name, role, pin }];
  });
}

type StaffRole = ReturnType<typeof listStaff>[number]['role'];

const create: SetupHandlers['create'] = {
  prepare: async (ctx, input) => {
    requireUnset(ctx);
    requireStrongPin(input.owner.pin);
    return hashPin(ctx.ports, input.owner.pin);
  },
  run: (ctx, pin: PinHash, input) => {
    beginJournal(ctx, input.store, false);
    const ownerId = ctx.ports.ids.next();
    addStaff(ctx, { staffId: ownerId, name: input.owner.name, role: 'pengurus' }, pin);
    return { storeCode: input.store.storeCode, ownerId };
  },
};

interface ReadyExample {
  readonly example: ExampleStore;
  readonly pins: readonly PinHash[];
}

const changeProfile: SetupHandlers['changeProfile'] = (ctx, input) => {
  const profile: StoreProfile = { ...ctx.store(), ...input };
  if (canonicalText(profile) === canonicalText(ctx.store())) return profile;
  ctx.append('store-profile-changed/1', { profile });
  ctx.changed('setup');
  return profile;
};

const createExample: SetupHandlers['createExample'] = {
  prepare: async (ctx): Promise<ReadyExample> => {
    requireUnset(ctx);
    const example = await exampleStore();
    const pins = await Promise.all(example.staff.map((person) => hashPin(ctx.ports, person.pin)));
    return { example, pins };
  },
  run: (ctx, { example, pins }: ReadyExample) => {
    beginJournal(ctx, example.profile, true);
    for (const [index, person] of example.staff.entries()) {
      const pin = pins[index];
      if (pin === undefined) throw new Error('a person of the example store has no PIN');
      const staff = addStaff(
        ctx,
        { staffId: ctx.ports.ids.next(), name: person.name, role: person.role },
        pin,
      );
      saveDemoPin(ctx.db, staff.staffId, person.pin);
    }
    const { products, lots, terms, promotions, policy, subsidised } = example;
    appendProducts(ctx, { importId: ctx.ports.ids.next(), fileName: 'katalog.csv', products, lots });
    appendTerms(ctx, terms);
    for (const promotion of promotions) ctx.append('promotion-saved/1', promotion);
    ctx.append('till-policy-set/2', policy);
    appendProgrammes(ctx, subsidised);
    ctx.changed('setup', 'staff', 'catalog');
    return { products: example.products.length, demoPins: readDemoPins(ctx) };
  },
};

function requireUnset(ctx: Ctx): void {
  if (readStore(ctx.db) !== undefined) throw new DomainError('setup.already-done');
}

/** Makes the till's key and writes the first record, which pins its public half. */
function beginJournal(ctx: Ctx, profile: StoreProfile, example: boolean): void {
  requireUnset(ctx);
  // A key left over from a first run that never committed is as good as a new one.
  const key = ctx.ports.keys.signingKey() ?? ctx.ports.keys.createSigningKey();
  ctx.append('till-initialised/1', {
    tillId: ctx.ports.ids.next(),
    publicKey: toHex(key.publicKey),
    profile,
    example,
    software: SOFTWARE,
  });
  ctx.changed('setup');
}

/** What the `setup` area of the contract does. */
export const setupHandlers: SetupHandlers = { state, create, changeProfile, createExample };
