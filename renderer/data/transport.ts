import type { CallEnvelope, EngineEvent, Reply } from '../../shared/contract/wire.ts';

/** The call never reached the engine, or its reply never came back. Asking again is safe. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
}

/** Who wants to hear from the engine without having asked. */
export interface TransportListener {
  readonly onEvent: (event: EngineEvent) => void;
  /** `true` when events flow (again): whatever was missed meanwhile must be asked for. */
  readonly onLink: (up: boolean) => void;
}

/** One way to the engine. The rest of the window can't tell which one it has. */
export interface Transport {
  /** Carries one call; rejects with `TransportFailure` where no reply came. */
  readonly call: (envelope: CallEnvelope) => Promise<Reply<unknown>>;
  /** Starts listening; the function returned stops it. */
  readonly listen: (listener: TransportListener) => () => void;
  /** Opens the buyer's window, or closes it; `false` where the browser does not let it open. */
  readonly toggleDisplay: () => boolean;
  /** Whether a page has to ask for the whole screen; the desktop places its windows itself. */
  readonly fillsScreen: boolean;
}
