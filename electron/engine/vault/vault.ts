import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import { seal, unseal } from './seal.ts';
import { allSealed, deleteSealed, readSealed, readStamp, writeSealed, writeStamp } from './vault-store.ts';

/** What a vault entry turned out to be. */
export type Opened<T> =
  | { readonly state: 'known'; readonly person: T }
  /** Erased, or never put in. */
  | { readonly state: 'erased' }
  /** Sealed with another key, or damaged. */
  | { readonly state: 'unreadable' };

type Reading = Pick<Ctx, 'db' | 'ports'>;

const purposeOf = (subjectId: string): string => `person/${subjectId}`;

/** Puts who somebody is into the vault, or writes over what it held; in the open transaction. */
export function putPerson(ctx: Reading, subjectId: string, person: object): void {
  writeSealed(ctx.db, subjectId, seal(ctx.ports, purposeOf(subjectId), person));
  writeStamp(ctx.db, ctx.ports.ids.next());
}

/** Who a subject is. */
export function openPerson<T>(ctx: Reading, subjectId: string, schema: z.ZodType<T>): Opened<T> {
  const row = readSealed(ctx.db, subjectId);
  return row === undefined ? { state: 'erased' } : openRow(ctx, subjectId, row.sealed, schema);
}

function openRow<T>(ctx: Reading, subjectId: string, sealed: Uint8Array, schema: z.ZodType<T>): Opened<T> {
  const opened = unseal(ctx.ports, purposeOf(subjectId), sealed);
  if (opened === undefined) return { state: 'unreadable' };
  const person = schema.safeParse(opened.value);
  return person.success ? { state: 'known', person: person.data } : { state: 'unreadable' };
}

/** Erases a subject for ever. */
export function erasePerson(ctx: Ctx, subjectId: string): void {
  erasePeople(ctx, [subjectId]);
}

/**
 * Erases subjects for ever. The bytes are overwritten where they lay in the database, and the
 * write-ahead log, which may hold older copies of them, is emptied as soon as the change is safe: once
 * for all of them, which is why they are erased together.
 */
export function erasePeople(ctx: Ctx, subjectIds: readonly string[]): void {
  // SQLite would otherwise only mark the space as free.
  ctx.db.pragma('secure_delete = ON');
  for (const subjectId of subjectIds) deleteSealed(ctx.db, subjectId);
  writeStamp(ctx.db, ctx.ports.ids.next());
  ctx.afterCommit(() => {
    ctx.db.pragma('secure_delete = OFF');
    ctx.db.pragma('wal_checkpoint(TRUNCATE)');
  });
}

/** One opened entry of a roll, with the bytes it came from. */
interface RollEntry<T> {
  readonly sealed: Buffer;
  readonly opened: Opened<T>;
}

/**
 * Everybody in the vault, kept open in memory for searching: five thousand entries take some 50 ms
 * to open and are opened once. Entries that have changed are opened again when it is next asked for.
 */
export class Roll<T> {
  readonly #schema: z.ZodType<T>;
  #stamp: string | undefined;
  #entries: ReadonlyMap<string, RollEntry<T>> = new Map();

  /** @param schema entries of another shape are left out: they are of another kind of subject */
  constructor(schema: z.ZodType<T>) {
    this.#schema = schema;
  }

  /** Who everybody is, by id; the same map as long as nobody has changed. */
  open(ctx: Reading): ReadonlyMap<string, RollEntry<T>> {
    const stamp = readStamp(ctx.db);
    if (stamp === this.#stamp) return this.#entries;
    const before = this.#entries;
    const entries = new Map<string, RollEntry<T>>();
    for (const { subject_id: id, sealed } of allSealed(ctx.db)) {
      const known = before.get(id);
      // A nonce is never used twice, so equal bytes are the same entry.
      if (known?.sealed.equals(sealed) === true) entries.set(id, known);
      else entries.set(id, { sealed: Buffer.from(sealed), opened: openRow(ctx, id, sealed, this.#schema) });
    }
    this.#entries = entries;
    this.#stamp = stamp;
    return entries;
  }
}
