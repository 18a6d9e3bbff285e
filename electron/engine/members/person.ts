import { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { openPerson, putPerson, Roll, type Opened } from '../vault/index.ts';

/** A member as the vault holds one. */
export const memberPersonSchema = z.strictObject({
  kind: z.literal('member'),
  name: z.string(),
  phone: z.string(),
  address: z.string(),
});
const buyerPersonSchema = z.strictObject({
  kind: z.literal('buyer'),
  name: z.string(),
  /** Whom to ask for there. */
  contact: z.string(),
  phone: z.string(),
  address: z.string(),
});
const personSchema = z.discriminatedUnion('kind', [memberPersonSchema, buyerPersonSchema]);

/** Who a member or a buyer is: all of it in the vault, none of it in a table or a record. */
export type Person = z.output<typeof personSchema>;
export type MemberPerson = z.output<typeof memberPersonSchema>;
export type BuyerPerson = z.output<typeof buyerPersonSchema>;

type Reading = Pick<Ctx, 'db' | 'ports'>;

const rolls = new WeakMap<Db, Roll<Person>>();

/** Everybody, opened and kept in memory for as long as nobody changes. */
export function everybody(ctx: Reading): ReadonlyMap<string, { readonly opened: Opened<Person> }> {
  let roll = rolls.get(ctx.db);
  if (roll === undefined) {
    roll = new Roll(personSchema);
    rolls.set(ctx.db, roll);
  }
  return roll.open(ctx);
}

/** Who one member is. */
export function openMember(ctx: Reading, memberId: string): Opened<MemberPerson> {
  return openPerson(ctx, memberId, memberPersonSchema);
}

/** Who one buyer is. */
export function openBuyer(ctx: Reading, buyerId: string): Opened<BuyerPerson> {
  return openPerson(ctx, buyerId, buyerPersonSchema);
}

/** Keeps who a member or buyer is. */
export function keepPerson(ctx: Reading, subjectId: string, person: Person): void {
  putPerson(ctx, subjectId, person);
}
