import type { z } from 'zod';
import { inflate } from '../access/inflate.ts';
import {
  requireFirstTime,
  requireRecent,
  verifySignature,
  type IncomingRequest,
} from '../access/signed-request.ts';
import type { District } from '../district.ts';
import { RefusalError } from '../refusal.ts';
import type { Till } from '../store/till-store.ts';

/** A question is some hashes and names: small. */
const MOST_BYTES = 16 * 1024;

/**
 * Reads a till's signed question; nothing of it before the signature holds.
 * @throws RefusalError `signature.*`, `batch.*` or `request.malformed`
 */
export async function readQuestion<S extends z.ZodType>(
  district: District,
  till: Till,
  request: IncomingRequest & { readonly body: Uint8Array },
  schema: S,
): Promise<z.output<S>> {
  const signature = verifySignature(district, request, till.tillId, till.publicKey);
  requireRecent(district, signature);
  await requireFirstTime(district, till.tillId, signature);
  const text = new TextDecoder().decode(await inflate(request.body, MOST_BYTES));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefusalError('request.malformed', 'the question is no JSON');
  }
  const question = schema.safeParse(value);
  if (!question.success) throw new RefusalError('request.malformed', 'the question lacks something');
  return question.data;
}
