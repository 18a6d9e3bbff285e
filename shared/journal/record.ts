import { z } from 'zod';
import { businessDateSchema, instantSchema } from '../domain/business-date.ts';
import { recordBodies, type RecordBodies, type RecordType } from './bodies.ts';

/** Version of the frame around every record; a body has its own version in its type's name. */
export const RECORD_VERSION = 1;

/** Hash of nothing: what the first record of a chain names as its predecessor. */
export const GENESIS_PREV = '0'.repeat(64);

const hexHash = z.string().regex(/^[0-9a-f]{64}$/);

const frameSchema = z.strictObject({
  v: z.literal(RECORD_VERSION),
  /** Store code, and till number within the store, as printed on receipts. */
  store: z.string().min(1).max(8),
  till: z.string().min(1).max(4),
  /** Which signing key of the till was in force; starts at 1. */
  epoch: z.int().min(1),
  /** Gapless from 1. */
  seq: z.int().min(1),
  type: z.string(),
  /** Wall clock, epoch ms UTC, and minutes east of UTC. */
  at: instantSchema,
  offset: z.int().min(-720).max(840),
  /** Milliseconds since the engine started, and which start it was: order without trusting the clock. */
  mono: z.int().min(0),
  boot: z.uuid(),
  /** The open business day, or null where none is open. */
  businessDate: businessDateSchema.nullable(),
  /** Staff id of who did it, or `system`. */
  actor: z.string().min(1).max(36),
  /** Hash of the record before, 64 hex digits. */
  prev: hexHash,
  body: z.unknown(),
});

type Frame = Omit<z.output<typeof frameSchema>, 'type' | 'body'>;

/** A record whose type is known: the body follows from it. */
export type JournalRecord = {
  [T in RecordType]: Frame & { readonly type: T; readonly body: RecordBodies[T] };
}[RecordType];

/** A record of one given type. */
export type RecordOf<T extends RecordType> = Extract<JournalRecord, { type: T }>;

/** Why bytes are no record of this journal. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

/** Whether a name is a record type this version knows. */
export function isRecordType(name: string): name is RecordType {
  return Object.hasOwn(recordBodies, name);
}

/**
 * Checks a parsed JSON value and gives it its type.
 * @throws RecordError where a field is missing, extra or wrong, or the type is unknown.
 */
export function parseRecord(value: unknown): JournalRecord {
  const frame = frameSchema.safeParse(value);
  if (!frame.success) throw new RecordError(`not a record: ${z.prettifyError(frame.error)}`);
  if (!isRecordType(frame.data.type)) throw new RecordError(`unknown record type ${frame.data.type}`);
  const body = recordBodies[frame.data.type].safeParse(frame.data.body);
  if (!body.success) throw new RecordError(`bad body of ${frame.data.type}: ${z.prettifyError(body.error)}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- frame and body were checked against the union's own schemas
  return { ...frame.data, body: body.data } as JournalRecord;
}
