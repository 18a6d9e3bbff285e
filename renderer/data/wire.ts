import { z } from 'zod';
import { ERROR_CODES } from '../../shared/contract/errors.ts';
import type { EngineEvent, Reply } from '../../shared/contract/wire.ts';

/**
 * What comes in through the window's one door is parsed here, whichever transport carried it: from
 * here on the screens trust it.
 */
const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.enum(ERROR_CODES),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      traceId: z.string(),
    }),
  }),
]);

const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    topics: z.array(z.enum(['setup', 'staff', 'catalog', 'ticket', 'sales', 'cash', 'printing', 'upload', 'members', 'subsidy'])),
  }),
  z.object({ kind: z.literal('scan'), code: z.string() }),
]);

const lineMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('reply'), id: z.int(), reply: z.unknown() }),
  z.object({ kind: z.literal('event'), event: z.unknown() }),
]);

/** Reads a message of the line to the web host; `null` for a kind that this window does not know yet. */
export function parseLineMessage(raw: unknown): z.output<typeof lineMessageSchema> | null {
  const parsed = lineMessageSchema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** Reads a reply; throws where it is none. */
export function parseReply(raw: unknown): Reply<unknown> {
  return replySchema.parse(raw);
}

/** Reads an event; `null` for a kind that this window does not know yet. */
export function parseEvent(raw: unknown): EngineEvent | null {
  const parsed = eventSchema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
