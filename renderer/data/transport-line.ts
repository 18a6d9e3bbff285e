import { LINE_PROTOCOL, type LineCall } from '../../shared/contract/wire.ts';
import { TransportFailure, type Transport, type TransportListener } from './transport.ts';
import { parseEvent, parseLineMessage, parseReply } from './wire.ts';

/** How long to wait before the line is opened again after it broke, in milliseconds. */
const OPEN_AGAIN_AFTER = 1000;

/**
 * The way over 127.0.0.1 to an engine that serves this very page: one line for calls, replies and
 * what the engine tells everybody.
 * @param host name and port of the web host
 * @param token this launch's
 */
export function lineTransport(host: string, token: string): Transport {
  const line = new Line(`ws://${host}/line`, [LINE_PROTOCOL, token]);
  return {
    call: async (envelope) => parseReply(await line.call(envelope)),
    listen: (listener) => line.listen(listener),
    toggleDisplay: displayToggle(),
    fillsScreen: true,
  };
}

/** The buyer's window is a window of this browser, which has the till's token from the one that opens it. */
function displayToggle(): () => boolean {
  let opened: Window | null = null;
  return () => {
    if (opened?.closed === false) {
      opened.close();
      return true;
    }
    // By its name it is found again after the till's window was reloaded.
    opened = window.open('#/layar', 'gerai-layar', 'popup,width=1024,height=600');
    // A new window takes the focus; the cashier types on here.
    window.focus();
    return opened !== null;
  };
}

interface Waiting {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (failure: TransportFailure) => void;
}

/** Opened by the first call or the first listener; opened again after it broke while somebody listens. */
class Line {
  readonly #address: string;
  readonly #protocols: string[];
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<TransportListener>();
  /** The line that is open or being opened. */
  #current: Promise<WebSocket> | null = null;
  #isUp = false;
  #calls = 0;

  constructor(address: string, protocols: string[]) {
    this.#address = address;
    this.#protocols = protocols;
  }

  async call(envelope: LineCall['envelope']): Promise<unknown> {
    const socket = await this.#opened();
    this.#calls += 1;
    const call: LineCall = { id: this.#calls, envelope };
    return new Promise((resolve, reject) => {
      this.#waiting.set(call.id, { resolve, reject });
      // On a line that is closing this is dropped, and `#broken` tells whoever waits.
      socket.send(JSON.stringify(call));
    });
  }

  listen(listener: TransportListener): () => void {
    this.#listeners.add(listener);
    if (this.#isUp) listener.onLink(true);
    else this.#keepOpen();
    return () => void this.#listeners.delete(listener);
  }

  /** Rejects with `TransportFailure` where the line can't be opened. */
  #opened(): Promise<WebSocket> {
    this.#current ??= new Promise((resolve, reject) => {
      const socket = new WebSocket(this.#address, this.#protocols);
      socket.addEventListener('message', ({ data }) => {
        if (this.#hear(String(data))) resolve(socket);
      });
      socket.addEventListener('close', () => {
        this.#broken();
        reject(new TransportFailure('the web host can not be reached'));
      });
    });
    return this.#current;
  }

  /** @returns whether this was the message that opens the line */
  #hear(data: string): boolean {
    const message = parseLineMessage(JSON.parse(data));
    if (message?.kind === 'reply') {
      this.#waiting.get(message.id)?.resolve(message.reply);
      this.#waiting.delete(message.id);
    } else if (message?.kind === 'event') {
      const event = parseEvent(message.event);
      if (event !== null) for (const { onEvent } of this.#listeners) onEvent(event);
    } else if (message?.kind === 'ready') {
      this.#isUp = true;
      for (const { onLink } of this.#listeners) onLink(true);
      return true;
    }
    return false;
  }

  /** Whoever waits for a reply may ask again: a call carries what makes that safe. */
  #broken(): void {
    this.#current = null;
    this.#isUp = false;
    for (const { reject } of this.#waiting.values()) {
      reject(new TransportFailure('the web host gave no reply'));
    }
    this.#waiting.clear();
    for (const { onLink } of this.#listeners) onLink(false);
    setTimeout(() => this.#keepOpen(), OPEN_AGAIN_AFTER);
  }

  /** A failure is told by `#broken`, which comes back here. */
  #keepOpen(): void {
    if (this.#listeners.size > 0) this.#opened().catch(() => undefined);
  }
}
