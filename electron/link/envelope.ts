import { z } from 'zod';
import type { CallEnvelope } from '../../shared/contract/wire.ts';

const envelope = z.strictObject({
  procedure: z.string().max(100),
  // Judged by the engine, against the procedure's own schema.
  input: z.unknown(),
  commandId: z.string().max(64).optional(),
  session: z.string().max(256).optional(),
});

/** The door for what a page sends: a call envelope, or `undefined` for anything else. */
export function parseEnvelope(message: unknown): CallEnvelope | undefined {
  const parsed = envelope.safeParse(message);
  if (!parsed.success) return undefined;
  const { procedure, input, commandId, session } = parsed.data;
  return {
    procedure,
    input,
    ...(commandId === undefined ? {} : { commandId }),
    ...(session === undefined ? {} : { session }),
  };
}
