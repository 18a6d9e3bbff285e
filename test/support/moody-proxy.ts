import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Hands a request on, and lets the mood hear what was answered. */
type Forward = (heard?: (body: string) => void) => void;

/** What stands between till and district does with a request. */
export type Mood = (incoming: IncomingMessage, outgoing: ServerResponse, forward: Forward) => void;

/** Hands every request on as it is. */
export const honest: Mood = (_incoming, _outgoing, forward) => forward();

/** Answers by itself, whatever was asked. */
export function says(status: number, body: string, headers: Record<string, string> = {}): Mood {
  return (incoming, outgoing) => {
    // The request is read to its end first, or the answer could be lost with the connection.
    incoming.resume().once('end', () => outgoing.writeHead(status, headers).end(body));
  };
}

/** The line between a till and its district, in any mood. Keeps the Host header, as a proxy must. */
export class MoodyProxy {
  mood: Mood = honest;
  /** Requests that have come so far. */
  requests = 0;
  readonly #server: Server;
  readonly #waiting: (() => void)[] = [];

  private constructor(target: string) {
    this.#server = createServer((incoming, outgoing) => {
      this.requests += 1;
      for (const wake of this.#waiting.splice(0)) wake();
      this.mood(incoming, outgoing, (heard) => handOn(target, incoming, outgoing, heard));
    });
  }

  static async before(target: string): Promise<MoodyProxy> {
    const proxy = new MoodyProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy is closed');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Resolves when the next request comes in. */
  nextRequest(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

function handOn(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  heard: (body: string) => void = () => {},
): void {
  const { method = 'GET', headers, url = '/' } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
    reply.pipe(outgoing);
    let body = '';
    reply.on('data', (part: Buffer) => (body += part.toString()));
    reply.on('end', () => heard(body));
  });
  onward.once('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
