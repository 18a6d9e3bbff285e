import type { EngineMessage, HostMessage } from '../../shared/contract/wire.ts';

/** The channel to one engine process. Who forked it, and by what means, is the host's affair. */
export interface EnginePort {
  post(message: HostMessage): void;
  onMessage(listener: (message: EngineMessage) => void): void;
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void;
  /** Ends the process at once; for one that does not answer any more. */
  kill(): void;
}

const kinds: ReadonlySet<unknown> = new Set<EngineMessage['kind']>([
  'ready',
  'reply',
  'event',
  'fatal',
  'stopped',
]);

/**
 * Tells the engine's messages from anything else on the channel. Both ends come from one build, so
 * the kind is enough: the content was checked where it was made.
 */
export function isEngineMessage(message: unknown): message is EngineMessage {
  return typeof message === 'object' && message !== null && 'kind' in message && kinds.has(message.kind);
}
