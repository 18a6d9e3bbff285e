import type { Queries } from './db.ts';

/**
 * Spends a request's nonce.
 * @param signedS when the request was signed, in seconds
 * @param forgetBefore nonces signed before this second can't be accepted any more and are dropped
 * @returns false where it was spent before
 */
export async function spendNonce(
  db: Queries,
  tillId: string,
  nonce: string,
  signedS: number,
  forgetBefore: number,
): Promise<boolean> {
  await db.run('DELETE FROM nonce WHERE signed_s < $1', forgetBefore);
  const spent = await db.run(
    'INSERT INTO nonce (till_id, nonce, signed_s) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    tillId,
    nonce,
    signedS,
  );
  return spent === 1;
}
