import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import { toHex } from '../../../shared/journal/chain.ts';
import { contentDigest } from '../../../shared/upload/content-digest.ts';
import {
  BODY_COMPONENTS,
  signatureBase,
  signatureFields,
  signatureParamsText,
} from '../../../shared/upload/message-signature.ts';
import { parseRetryAfter } from '../../../shared/upload/pace.ts';
import { refusalSchema, UPLOAD_LIMITS } from '../../../shared/upload/protocol.ts';
import type { Ports, SigningKey } from '../ports.ts';
import { UploadFault, UploadStopped } from './upload-fault.ts';

const gzipAsync = promisify(gzip);

/** How long a request may take from the first byte out to the last byte in; a batch is some 40 KB. */
const REQUEST_TIMEOUT_MS = 90_000;

/** What the caller has to say about one request. */
export interface RequestOptions {
  /** Aborts it. */
  readonly stop?: AbortSignal | undefined;
  /** Milliseconds it may take, where the usual time is too long. */
  readonly timeoutMs?: number | undefined;
}

/** Who speaks to whom. */
export interface LinkEnds {
  /** Address of the district, without a slash at the end. */
  readonly districtUrl: string;
  readonly tillId: string;
  readonly key: SigningKey;
}

/** Signed requests of one till to its district. Whatever comes back, the caller gets a value or a fault. */
export class DistrictLink {
  readonly #ports: Pick<Ports, 'clock' | 'random' | 'crypto' | 'fetch' | 'timer'>;
  readonly #ends: LinkEnds;
  /** How far the district's clock is ahead of this PC's, in milliseconds; found out when it matters. */
  #clockAhead = 0;

  constructor(ports: Pick<Ports, 'clock' | 'random' | 'crypto' | 'fetch' | 'timer'>, ends: LinkEnds) {
    this.#ports = ports;
    this.#ends = ends;
  }

  /**
   * Posts a body, compressed and signed, and reads the reply by its schema. A PC whose clock is wrong
   * is told the district's time, and signs once more by that.
   * @throws UploadFault, or UploadStopped
   */
  async post<S extends z.ZodType>(
    path: string,
    content: Uint8Array,
    reply: S,
    options: RequestOptions = {},
  ): Promise<z.output<S>> {
    const body = new Uint8Array(await gzipAsync(content));
    try {
      return await this.#send(path, body, reply, options);
    } catch (error) {
      const refusal = error instanceof UploadFault ? error.refusal : undefined;
      if (refusal?.code !== 'signature.stale' || refusal.serverTime === undefined) throw error;
      this.#clockAhead = refusal.serverTime - this.#ports.clock.now();
      return this.#send(path, body, reply, options);
    }
  }

  async #send<S extends z.ZodType>(
    path: string,
    body: Uint8Array<ArrayBuffer>,
    reply: S,
    { stop, timeoutMs = REQUEST_TIMEOUT_MS }: RequestOptions,
  ): Promise<z.output<S>> {
    const url = new URL(this.#ends.districtUrl + path);
    const timeout = new AbortController();
    const callOff = this.#ports.timer.after(timeoutMs, () => timeout.abort());
    const signal = stop === undefined ? timeout.signal : AbortSignal.any([timeout.signal, stop]);
    try {
      const response = await this.#ports.fetch(url, {
        method: 'POST',
        headers: this.#signedFields(url, body),
        body,
        signal,
        // A signature names its host; following a redirect could only make nonsense of it.
        redirect: 'manual',
      });
      return readReply(response, await readCapped(response), reply);
    } catch (error) {
      if (error instanceof UploadFault) throw error;
      if (stop?.aborted === true) throw new UploadStopped('the till is closing');
      if (timeout.signal.aborted) throw new UploadFault('district.slow', `no answer in ${timeoutMs} ms`);
      throw new UploadFault('district.unreachable', reasonOf(error));
    } finally {
      callOff();
    }
  }

  #signedFields(url: URL, body: Uint8Array): Record<string, string> {
    const { clock, random, crypto } = this.#ports;
    const fields: Record<string, string> = {
      'content-type': 'application/x-ndjson',
      'content-encoding': 'gzip',
      'content-digest': contentDigest(crypto.sha256(body)),
    };
    const params = signatureParamsText(BODY_COMPONENTS, {
      created: Math.floor((clock.now() + this.#clockAhead) / 1000),
      nonce: toHex(random.bytes(16)),
      keyid: this.#ends.tillId,
    });
    const request = {
      method: 'POST',
      authority: url.host,
      path: url.pathname,
      field: (name: string) => fields[name],
    };
    const signature = this.#ends.key.sign(signatureBase(request, BODY_COMPONENTS, params));
    return { ...fields, ...signatureFields(params, signature) };
  }
}

/** Reads a reply, and no more of it than a district would ever send. */
async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > UPLOAD_LIMITS.replyBytes) throw nonsense(response, 'an endless reply');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readReply<S extends z.ZodType>(response: Response, text: string, schema: S): z.output<S> {
  const value = parsedJson(text);
  if (response.status === 200) {
    const reply = schema.safeParse(value);
    if (reply.success) return reply.data;
    throw nonsense(response, 'no acknowledgement');
  }
  const refusal = refusalSchema.safeParse(value).data?.error;
  const detail = refusal === undefined ? `HTTP ${response.status}` : `${refusal.code}: ${refusal.detail}`;
  // A proxy says 502 in HTML where the server behind it is down; an overloaded district says it itself.
  if (response.status >= 500 || response.status === 429) {
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
    throw new UploadFault('district.unreachable', detail, { retryAfterMs });
  }
  if (refusal !== undefined) throw new UploadFault('district.refused', detail, { refusal });
  throw nonsense(response, 'no refusal');
}

/** The value of JSON text; undefined where it is none, which no schema accepts. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nonsense(response: Response, what: string): UploadFault {
  const kind = response.headers.get('content-type') ?? 'no content type';
  return new UploadFault('district.nonsense', `${what}: HTTP ${response.status}, ${kind}`);
}

/** `fetch` hides the reason of a failure in its cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
}
