import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { canonicalText } from '../../shared/journal/canonical.ts';
import { toHex, utf8 } from '../../shared/journal/chain.ts';
import { encodeBatch, type Batch } from '../../shared/upload/batch.ts';
import { contentDigest } from '../../shared/upload/content-digest.ts';
import {
  BARE_COMPONENTS,
  BODY_COMPONENTS,
  signatureBase,
  signatureFields,
  signatureParamsText,
} from '../../shared/upload/message-signature.ts';
import { DISTRICT_PATHS, refusalSchema, type Refusal } from '../../shared/upload/protocol.ts';
import { headStatement } from '../../shared/upload/statements.ts';
import type { PaperTill } from './paper-till.ts';

/** What a story may do differently from an honest till when it signs a request. */
export interface Signing {
  /** Seconds; the district's own clock is the honest choice. */
  readonly created: number;
  readonly nonce?: string;
  readonly keyid?: string;
  readonly sign?: (message: Uint8Array) => Uint8Array;
}

/** What came back: the value of a 200, or the refusal. */
export interface Answer {
  readonly status: number;
  readonly value: unknown;
  readonly refusal: Refusal | undefined;
  readonly headers: Headers;
}

/** Carries paper tills' requests to a district, honestly or not. */
export class PaperUpload {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Posts a body, signed. */
  async post(till: PaperTill, path: string, body: Uint8Array, signing: Signing): Promise<Answer> {
    const url = new URL(path, this.#url);
    const fields: Record<string, string> = {
      'content-encoding': 'gzip',
      'content-digest': contentDigest(createHash('sha256').update(body).digest()),
    };
    const signed = signedFields(till, 'POST', url, fields, BODY_COMPONENTS, signing);
    return answer(
      await fetch(url, { method: 'POST', headers: { ...fields, ...signed }, body: Buffer.from(body) }),
    );
  }

  /** Asks what the district holds of a till. */
  async state(till: PaperTill, signing: Signing): Promise<Answer> {
    const url = new URL(DISTRICT_PATHS.till(till.tillId), this.#url);
    return answer(
      await fetch(url, { headers: signedFields(till, 'GET', url, {}, BARE_COMPONENTS, signing) }),
    );
  }

  enrol(till: PaperTill, code: string, signing: Signing, more: object = {}): Promise<Answer> {
    const wish = {
      code,
      tillId: till.tillId,
      publicKey: till.publicKey,
      storeCode: 'DDP01',
      tillNumber: 1,
      koperasi: 'Koperasi Desa Dadapan',
      gerai: 'Gerai Dadapan',
      kabupaten: 'Panderman',
      example: till.example,
      ...more,
    };
    return this.post(till, DISTRICT_PATHS.enrolments, gzipSync(utf8(canonicalText(wish))), signing);
  }

  send(till: PaperTill, batch: Batch, signing: Signing): Promise<Answer> {
    return this.post(till, DISTRICT_PATHS.batches(till.tillId), gzipSync(encodeBatch(batch)), signing);
  }
}

/** The batch an honest till would make of its records `from` to `to`. */
export function batchOf(till: PaperTill, from: number, to: number): Batch {
  return madeBatch(till, {
    from,
    prevHash: till.hashOf(from - 1),
    headHash: till.hashOf(to),
    records: till.records.slice(from - 1, to),
  });
}

/**
 * A batch in which everything fits together, whatever its records are: numbers, and the head as signed
 * by this till. Only the chain itself can show that something is wrong.
 */
export function madeBatch(
  till: PaperTill,
  parts: {
    from: number;
    prevHash: string;
    headHash: string;
    records: readonly Uint8Array[];
    journalSeq?: number;
  },
): Batch {
  const { from, prevHash, headHash, records } = parts;
  const to = from + records.length - 1;
  const headSignature = toHex(till.sign(headStatement({ tillId: till.tillId, seq: to, hash: headHash })));
  const journalSeq = parts.journalSeq ?? Math.max(till.head.seq, to);
  return { header: { from, to, prevHash, headHash, headSignature, journalSeq }, records };
}

function signedFields(
  till: PaperTill,
  method: string,
  url: URL,
  fields: Readonly<Record<string, string>>,
  components: readonly string[],
  signing: Signing,
): Record<string, string> {
  const { created, nonce = randomBytes(12).toString('hex'), keyid = till.tillId } = signing;
  const params = signatureParamsText(components, { created, nonce, keyid });
  const request = { method, authority: url.host, path: url.pathname, field: (name: string) => fields[name] };
  const base = signatureBase(request, components, params);
  return signatureFields(params, signing.sign?.(base) ?? till.sign(base));
}

async function answer(response: Response): Promise<Answer> {
  const value: unknown = await response.json();
  const refusal = refusalSchema.safeParse(value).data?.error;
  return { status: response.status, value, refusal, headers: response.headers };
}
