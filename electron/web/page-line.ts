import type { WSContext, WSEvents } from 'hono/ws';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { LineMessage } from '../../shared/contract/wire.ts';
import type { EngineKeeper } from '../link/engine-keeper.ts';
import { parseEnvelope } from '../link/envelope.ts';

/** A page that has left this much unread is not listening any more; it asks anew when it is. */
const MOST_UNREAD_BYTES = 64 * 1024 * 1024;

/** Codes of closing, as RFC 6455 section 7.4.1 names them. */
const NOT_A_CALL = 1007;
const NOT_READING = 1013;

const lineCall = z.strictObject({ id: z.int(), envelope: z.unknown() });

/**
 * One page's line: calls come in with a number each, replies go out under it in whatever order they
 * are ready, and between them what the engine tells everybody. A page that sends something else loses
 * its line, and with it nothing but its own call, which never reached the engine.
 */
export function pageLine(engine: Pick<EngineKeeper, 'call' | 'onEvent'>): WSEvents {
  let leave = () => {};
  return {
    onOpen: (_event, line) => {
      leave = engine.onEvent((event) => send(line, { kind: 'event', event }));
      // The first message tells the page that it hears the engine: it may ask for its data now.
      send(line, { kind: 'ready' });
    },
    onMessage: ({ data }, line) => {
      const call = parseCall(data);
      if (call === undefined) {
        line.close(NOT_A_CALL);
        return;
      }
      // Never rejects: what could not be answered is a reply too.
      void engine.call(call.envelope).then((reply) => send(line, { kind: 'reply', id: call.id, reply }));
    },
    onClose: () => leave(),
  };
}

function parseCall(data: unknown) {
  if (typeof data !== 'string') return undefined;
  const parsed = lineCall.safeParse(readJson(data));
  const envelope = parsed.success ? parseEnvelope(parsed.data.envelope) : undefined;
  return parsed.success && envelope !== undefined ? { id: parsed.data.id, envelope } : undefined;
}

/** The JSON of a text; `undefined`, which JSON can't say, for what is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is sent to a page that has gone is dropped: it asks for everything when it is back. */
function send(line: WSContext, message: LineMessage): void {
  const { raw } = line;
  if (raw instanceof WebSocket && raw.bufferedAmount > MOST_UNREAD_BYTES) line.close(NOT_READING);
  else line.send(JSON.stringify(message));
}
