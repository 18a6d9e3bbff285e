import { gunzipSync } from 'node:zlib';

/** One request as it went over the wire, and what came back. */
export interface Tapped {
  readonly path: string;
  /** The body as it travelled, and what it holds. */
  readonly sent: Buffer;
  readonly text: string;
  readonly status: number;
  readonly reply: string;
}

/** Stands between a till and its district and keeps every byte, changing none. */
export class WireTap {
  readonly requests: Tapped[] = [];
  /** While true the line is dead. */
  cut = false;

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    if (this.cut) throw new TypeError('fetch failed', { cause: new Error('the line is cut') });
    const response = await globalThis.fetch(input, init);
    const body = init?.body;
    const sent = body instanceof Uint8Array ? Buffer.from(body) : Buffer.alloc(0);
    const text = sent.length > 0 ? gunzipSync(sent).toString('utf8') : '';
    const reply = await response.clone().text();
    const { pathname: path } = new URL(input instanceof Request ? input.url : input);
    this.requests.push({ path, sent, text, status: response.status, reply });
    return response;
  };

  /** Requests whose path ends so. */
  to(ending: string): Tapped[] {
    return this.requests.filter(({ path }) => path.endsWith(ending));
  }
}
