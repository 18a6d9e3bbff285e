import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RefusalError } from '../refusal.ts';

const gunzipAsync = promisify(gunzip);

/**
 * Inflates a body, never beyond the cap, so that a gzip bomb costs no more than that.
 * @param limit most bytes it may become
 * @throws RefusalError `batch.too-large`, or `batch.malformed` where it is no gzip
 */
export async function inflate(body: Uint8Array, limit: number): Promise<Uint8Array> {
  try {
    return await gunzipAsync(body, { maxOutputLength: limit });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new RefusalError('batch.too-large', `inflates beyond ${limit} bytes`);
    }
    throw new RefusalError('batch.malformed', 'the body is no gzip');
  }
}
