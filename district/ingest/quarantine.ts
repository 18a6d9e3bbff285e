import { toHex } from '../../shared/journal/chain.ts';
import type { RefusalCode } from '../../shared/upload/protocol.ts';
import type { District } from '../district.ts';
import type { RefusalError } from '../refusal.ts';
import { countRefused, keepRefused } from '../store/quarantine-store.ts';
import type { BatchRequest } from './receive-batch.ts';

/** Refusals that mean a till, or somebody in its name, sent what must not be. */
const SUSPICIOUS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'signature.invalid',
  'head.unsigned',
  'batch.too-large',
  'batch.malformed',
  'chain.broken',
  'chain.forked',
  'chain.rolled-back',
]);

/** Anybody can send what no key has signed, so only so much of it is kept for each till. */
const MOST_UNSIGNED = 50;

/**
 * Puts a refused batch aside with its signature, where it is a case for the office. What was stored
 * before is never touched; an honest till that merely stands elsewhere (`chain.gap`) is no case.
 */
export async function quarantine(
  { db, clock, crypto, log }: District,
  tillId: string,
  request: BatchRequest,
  { refusal }: RefusalError,
): Promise<void> {
  const { code, detail, seq } = refusal;
  if (!SUSPICIOUS.has(code)) return;
  log.warn('batch refused', { tillId, code, detail, seq });
  if (code === 'signature.invalid' && (await countRefused(db, tillId, code)) >= MOST_UNSIGNED) return;
  await keepRefused(
    db,
    {
      tillId,
      code,
      detail,
      seq: seq ?? null,
      digest: toHex(crypto.sha256(request.body)),
      body: request.body,
      signatureInput: request.field('signature-input') ?? '',
      signature: request.field('signature') ?? '',
    },
    clock.now(),
  );
}
