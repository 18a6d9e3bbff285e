import { fromHex, utf8 } from '../../../shared/journal/chain.ts';
import { DISTRICT_PATHS, subjectKeyReplySchema } from '../../../shared/upload/protocol.ts';
import { subjectKeyStatement } from '../../../shared/upload/statements.ts';
import type { Core } from '../context.ts';
import type { Ports } from '../ports.ts';
import { DistrictLink, type LinkEnds } from './district-link.ts';
import { UploadFault } from './upload-fault.ts';

/** Enrolling waits for it, so it must not take long; a till without it asks again when it sends. */
const KEY_TIMEOUT_MS = 20_000;

/** Whose word it must be. */
interface Asked {
  readonly ends: LinkEnds;
  /** Ed25519, raw, as hex. */
  readonly districtKey: string;
}

/**
 * Asks the district for the key that its stores know a buyer by. A district from before it had one, or
 * one that does not answer, is no fault; anything else is logged. Either way the till goes by its own
 * count until it gets the key.
 * @returns 32 bytes, or undefined
 * @throws UploadStopped
 */
export async function fetchSubjectKey(
  ports: Ports,
  { ends, districtKey }: Asked,
  stop?: AbortSignal,
): Promise<Uint8Array | undefined> {
  const link = new DistrictLink(ports, ends);
  const { tillId } = ends;
  try {
    const reply = await link.post(DISTRICT_PATHS.subjectKey(tillId), utf8('{}'), subjectKeyReplySchema, {
      stop,
      timeoutMs: KEY_TIMEOUT_MS,
    });
    const signed = ports.crypto.verifyEd25519(
      fromHex(districtKey),
      subjectKeyStatement(tillId, reply.subjectKey),
      fromHex(reply.countersignature),
    );
    if (signed) return fromHex(reply.subjectKey);
    ports.log.error('the subject key is not signed by this till’s district', { tillId });
  } catch (error) {
    if (!(error instanceof UploadFault)) throw error;
    if (!isNormal(error)) ports.log.error('the district gave no subject key', { error });
  }
  return undefined;
}

/** No line, no answer in time, or a district from before there was such a key. */
function isNormal({ code, refusal }: UploadFault): boolean {
  return code === 'district.unreachable' || code === 'district.slow' || refusal?.code === 'request.unknown';
}

/** Gets the key for a till that was enrolled before there was one, or whose key file was lost. */
export async function ensureSubjectKey({ ports }: Core, asked: Asked, stop: AbortSignal): Promise<void> {
  if (ports.keys.sharedSubjectKey() !== undefined) return;
  const key = await fetchSubjectKey(ports, asked, stop);
  if (key !== undefined) ports.keys.setSharedSubjectKey(key);
}
