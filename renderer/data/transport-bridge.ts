import type { CallEnvelope } from '../../shared/contract/wire.ts';
import { TransportFailure, type Transport } from './transport.ts';
import { parseEvent, parseReply } from './wire.ts';

/** What the desktop's preload script puts on the window. */
export interface GeraiBridge {
  readonly call: (envelope: CallEnvelope) => Promise<unknown>;
  readonly onEvent: (listener: (event: unknown) => void) => () => void;
  readonly toggleDisplay: () => Promise<void>;
}

declare global {
  interface Window {
    readonly gerai?: GeraiBridge;
  }
}

/** The way through the desktop window's bridge to an engine process of its own. */
export function bridgeTransport(bridge: GeraiBridge): Transport {
  return {
    call: async (envelope) => {
      let raw: unknown;
      try {
        raw = await bridge.call(envelope);
      } catch (error) {
        throw new TransportFailure('the bridge gave no reply', { cause: error });
      }
      return parseReply(raw);
    },
    listen: ({ onEvent, onLink }) => {
      onLink(true);
      return bridge.onEvent((raw) => {
        const event = parseEvent(raw);
        if (event !== null) onEvent(event);
      });
    },
    toggleDisplay: () => {
      void bridge.toggleDisplay();
      return true;
    },
    fillsScreen: false,
  };
}
