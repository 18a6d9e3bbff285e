import { randomUUID } from 'node:crypto';
import type { CallEnvelope, EngineEvent, EngineInfo, Reply, Topic } from '../../shared/contract/wire.ts';
import { EngineLost, openLink, type EngineLink } from './engine-link.ts';
import type { EnginePort } from './engine-port.ts';

/** An engine that is there for as long as its host is, though its process may die in between. */
export interface EngineKeeper {
  readonly info: EngineInfo;
  /** Never rejects: a call that could not be answered comes back as an `internal` refusal. */
  call(envelope: CallEnvelope): Promise<Reply<unknown>>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  close(): Promise<void>;
}

export interface KeeperOptions {
  /** Starts a process of the engine; asked again after each crash. */
  startPort(): EnginePort;
  /** The engine crashed and runs again. */
  onRestarted?(): void;
  /** The engine crashed and cannot be brought back. */
  onGivenUp?(cause: unknown): void;
}

/** More crashes than this within a minute are no accident; going on would only hide the damage. */
const MOST_CRASHES_A_MINUTE = 3;

/** After a restart nothing a page has seen can be trusted to be current. */
const everyTopic: readonly Topic[] = [
  'setup',
  'staff',
  'catalog',
  'ticket',
  'sales',
  'cash',
  'printing',
  'upload',
  'members',
  'subsidy',
];

/** Starts the engine; rejects with `StartupRefused` or `EngineLost` when the first start fails. */
export async function keepEngine(options: KeeperOptions): Promise<EngineKeeper> {
  const listeners = new Set<(event: EngineEvent) => void>();
  const crashes: number[] = [];
  let closing = false;
  let current: Promise<EngineLink>;

  const tell = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
  };
  const open = () => openLink(options.startPort(), { onEvent: tell, onLost: restart });

  function restart(): void {
    if (closing) return;
    const now = performance.now();
    crashes.push(now);
    const recent = crashes.filter((at) => now - at < 60_000).length;
    current = recent > MOST_CRASHES_A_MINUTE ? Promise.reject(new EngineLost()) : open();
    current.then(
      () => {
        tell({ kind: 'changed', topics: everyTopic });
        options.onRestarted?.();
      },
      (cause: unknown) => options.onGivenUp?.(cause),
    );
  }

  current = open();
  const { info } = await current;
  return {
    info,
    call: (envelope) => callWithRetry(() => current, envelope),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closing = true;
      const link = await current.catch(() => undefined);
      await link?.close();
    },
  };
}

/**
 * Sends a call, and once more to the next process where the first died over it. A third time would
 * let one bad call take the engine down for good.
 */
async function callWithRetry(
  link: () => Promise<EngineLink>,
  envelope: CallEnvelope,
): Promise<Reply<unknown>> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    try {
      const open = await link();
      return await open.call(envelope);
    } catch (cause) {
      process.stderr.write(`gerai: ${envelope.procedure} was not answered: ${String(cause)}\n`);
    }
  }
  return { ok: false, error: { code: 'internal', params: {}, traceId: randomUUID() } };
}
