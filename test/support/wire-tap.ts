import { gunzipSync } from 'node:zlib';

/** One request as it went over the wire, and what came back. */
export interface Tapped {
  readonly path: string;
  /** Method, address and headers, as they were sent and as they were answered. */
  readonly head: string;
  readonly replyHead: string;
  /** The body as it travelled, and what it holds. */
  readonly sent: Buffer;
  readonly text: string;
  readonly status: number;
  readonly reply: string;
}

/** Stands between a till and its district and keeps every request and answer, changing none. */
export class WireTap {
  readonly requests: Tapped[] = [];
  /** While true the line is dead. */
  cut = false;
  /** Paths that the other side has never heard of, by their ending: a district from before them. */
  unknown: readonly string[] = [];

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    if (this.cut) throw new TypeError('fetch failed', { cause: new Error('the line is cut') });
    const { pathname, href } = new URL(input instanceof Request ? input.url : input);
    if (this.unknown.some((ending) => pathname.endsWith(ending))) {
      const error = { code: 'request.unknown', detail: 'there is nothing here' };
      return Response.json({ error }, { status: 404 });
    }
    const response = await globalThis.fetch(input, init);
    const body = init?.body;
    const sent = body instanceof Uint8Array ? Buffer.from(body) : Buffer.alloc(0);
    const text = sent.length > 0 ? gunzipSync(sent).toString('utf8') : '';
    const reply = await response.clone().text();
    const { status, headers } = response;
    this.requests.push({
      path: pathname,
      head: `${init?.method ?? 'GET'} ${href}\n${linesOf(new Headers(init?.headers))}`,
      replyHead: `${status}\n${linesOf(headers)}`,
      sent,
      text,
      status,
      reply,
    });
    return response;
  };

  /** Requests whose path ends so. */
  to(ending: string): Tapped[] {
    return this.requests.filter(({ path }) => path.endsWith(ending));
  }
}

function linesOf(headers: Headers): string {
  return [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
}
