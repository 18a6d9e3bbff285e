import type { CallEnvelope, Reply } from '../../shared/contract/wire.ts';
import { TransportFailure, type Transport } from './transport.ts';

/** Marks a refusal that the window made itself because no reply ever came. */
export const UNANSWERED = 'tidak-terjawab';

/** Waits between tries, in milliseconds: about eight seconds, long enough for an engine to restart. */
const WAITS = [0, 150, 350, 1000, 2000, 4500];

type Call = Pick<CallEnvelope, 'procedure' | 'input' | 'commandId'>;

interface SendPorts {
  readonly transport: Pick<Transport, 'call'>;
  readonly session: () => string | null;
  readonly onLink: (up: boolean) => void;
  readonly onSessionGone: () => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Sends calls and tries again where no reply came. That is safe for every call: a query changes
 * nothing, and a command carries its id, so that the engine answers a repeat with the first reply.
 */
export function steadySend(ports: SendPorts): (call: Call) => Promise<Reply<unknown>> {
  return async (call) => {
    const held = ports.session();
    const envelope: CallEnvelope = held === null ? call : { ...call, session: held };
    for (const milliseconds of WAITS) {
      if (milliseconds > 0) await ports.wait(milliseconds);
      const reply = await tryOnce(ports.transport, envelope);
      if (reply === null) {
        ports.onLink(false);
        continue;
      }
      ports.onLink(true);
      const refused = !reply.ok && reply.error.code === 'session.required';
      // Only the session this call was made with is gone: another may have begun meanwhile, or none yet.
      if (refused && held !== null && ports.session() === held) ports.onSessionGone();
      return reply;
    }
    return { ok: false, error: { code: 'internal', params: {}, traceId: UNANSWERED } };
  };
}

async function tryOnce(
  transport: Pick<Transport, 'call'>,
  envelope: CallEnvelope,
): Promise<Reply<unknown> | null> {
  try {
    return await transport.call(envelope);
  } catch (error) {
    if (error instanceof TransportFailure) return null;
    throw error;
  }
}
