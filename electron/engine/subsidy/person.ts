import { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { openPerson, putPerson, Roll, type Opened } from '../vault/index.ts';

const registeredPersonSchema = z.strictObject({
  kind: z.literal('subsidy'),
  name: z.string(),
  address: z.string(),
  /** Sixteen digits each, null for a number that is not known. */
  nik: z.string().nullable(),
  kk: z.string().nullable(),
});

/** Who a registration is: all of it in the vault, none of it in a table, a record or a log. */
export type RegisteredPerson = z.output<typeof registeredPersonSchema>;

type Reading = Pick<Ctx, 'db' | 'ports'>;

const rolls = new WeakMap<Db, Roll<RegisteredPerson>>();

/** Everybody, opened and kept in memory for as long as nobody changes. */
export function everybodyRegistered(
  ctx: Reading,
): ReadonlyMap<string, { readonly opened: Opened<RegisteredPerson> }> {
  let roll = rolls.get(ctx.db);
  if (roll === undefined) {
    roll = new Roll(registeredPersonSchema);
    rolls.set(ctx.db, roll);
  }
  return roll.open(ctx);
}

/** Who one registration is. */
export function openRegistered(ctx: Reading, registrationId: string): Opened<RegisteredPerson> {
  return openPerson(ctx, registrationId, registeredPersonSchema);
}

/** Keeps who a registration is. */
export function keepRegistered(ctx: Reading, registrationId: string, person: RegisteredPerson): void {
  putPerson(ctx, registrationId, person);
}
