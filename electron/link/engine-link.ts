import type {
  CallEnvelope,
  EngineEvent,
  EngineInfo,
  EngineMessage,
  ErrorParams,
  Reply,
  StartupCode,
} from '../../shared/contract/wire.ts';
import type { EnginePort } from './engine-port.ts';

/** The engine refused to start, and says why. */
export class StartupRefused extends Error {
  readonly code: StartupCode;
  readonly params: ErrorParams;

  constructor(code: StartupCode, params: ErrorParams) {
    super(`the engine refused to start: ${code}`);
    this.name = 'StartupRefused';
    this.code = code;
    this.params = params;
  }
}

/** The engine process ended without having been asked to. */
export class EngineLost extends Error {
  constructor() {
    super('the engine process has ended');
    this.name = 'EngineLost';
  }
}

/** One living engine process. */
export interface EngineLink {
  readonly info: EngineInfo;
  /** Rejects with `EngineLost` when the process ends before it has answered. */
  call(envelope: CallEnvelope): Promise<Reply<unknown>>;
  /** Asks the engine to close its store; returns when the process has ended. */
  close(): Promise<void>;
}

export interface LinkListeners {
  onEvent(event: EngineEvent): void;
  /** The process ended unasked. Called before the calls in flight are rejected. */
  onLost(): void;
}

interface Waiting {
  resolve(reply: Reply<unknown>): void;
  reject(cause: Error): void;
}

/** An engine that does not close within this time is ended: its store survives that by design. */
const CLOSE_GRACE_MS = 15_000;

/** Waits until the engine behind the port is ready; rejects with `StartupRefused` or `EngineLost`. */
export function openLink(port: EnginePort, listeners: LinkListeners): Promise<EngineLink> {
  return new Promise((resolve, reject) => {
    const waiting = new Map<number, Waiting>();
    const ended = Promise.withResolvers<void>();
    let state: 'starting' | 'open' | 'closing' = 'starting';

    const onMessage = (message: EngineMessage) => {
      switch (message.kind) {
        case 'ready':
          state = 'open';
          resolve({ info: message.info, call, close });
          break;
        case 'fatal':
          // Settled here and now: the exit that follows is no loss.
          state = 'closing';
          reject(new StartupRefused(message.code, message.params));
          break;
        case 'reply':
          waiting.get(message.id)?.resolve(message.reply);
          waiting.delete(message.id);
          break;
        case 'event':
          listeners.onEvent(message.event);
          break;
        case 'stopped':
          // The exit that follows is what `close` waits for.
          break;
      }
    };

    let lastId = 0;
    const call = (envelope: CallEnvelope) =>
      new Promise<Reply<unknown>>((answer, refuse) => {
        if (state !== 'open') {
          refuse(new EngineLost());
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve: answer, reject: refuse });
        port.post({ kind: 'call', id: lastId, envelope });
      });

    const close = async () => {
      state = 'closing';
      port.post({ kind: 'stop' });
      const insist = setTimeout(() => port.kill(), CLOSE_GRACE_MS);
      await ended.promise;
      clearTimeout(insist);
    };

    port.onMessage(onMessage);
    port.onExit(() => {
      const lost = state === 'open';
      state = 'closing';
      if (lost) listeners.onLost();
      for (const unanswered of waiting.values()) unanswered.reject(new EngineLost());
      waiting.clear();
      // Changes nothing once the link was handed out or a refusal was told.
      reject(new EngineLost());
      ended.resolve();
    });
  });
}
