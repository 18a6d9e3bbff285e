import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChainCrypto } from '../../shared/journal/chain.ts';
import { allZs } from './cash/index.ts';
import type { Db } from './db/sql.ts';
import {
  notedHead,
  readAnchors,
  verifyPages,
  type ExpectedHead,
  type JournalVerdict,
} from './journal/index.ts';
import { ackedHead } from './upload/index.ts';

/**
 * The heads that are remembered outside both journal and fold tables, each proof that the journal
 * once reached so far: noted beside it, in the anchors file, acknowledged by the district.
 * @returns them, and the line of the anchors file that can't be read, if one can't
 */
export function rememberedHeads(
  db: Db,
  dataDir: string,
): { heads: ExpectedHead[]; damagedLine: number | null } {
  const { anchors, damagedLine } = readAnchors(dataDir);
  const heads = [
    { ...notedHead(db), what: 'the noted head' },
    ...anchors.map(({ seq, hash, zNumber }) => ({ seq, hash, what: `the anchor of Z ${zNumber}` })),
    { ...ackedHead(db), what: 'the head acknowledged by the district' },
  ];
  return { heads: heads.filter((head) => head.seq > 0), damagedLine };
}

/**
 * Verifies a till's journal against everything on this PC that remembers how far it once reached:
 * the head noted beside it, the anchors file, the closed days in the tables, and the head that the
 * district acknowledged. Any of these alone shows a tail that was cut off.
 *
 * Lets other work in between two pages, so that a running till goes on selling meanwhile.
 */
export async function verifyTill(db: Db, crypto: ChainCrypto, dataDir: string): Promise<JournalVerdict> {
  const { heads, damagedLine } = rememberedHeads(db, dataDir);
  const closings = allZs(db).map(({ seq, hash, number }) => ({
    seq,
    hash,
    what: `Z ${number} in the tables`,
  }));
  const verdict = await walk(db, crypto, [...heads, ...closings]);
  if (!verdict.ok || damagedLine === null) return verdict;
  const reason = `line ${damagedLine} of the anchors file can't be read`;
  return { ...verdict, ok: false, firstBad: { seq: verdict.records, reason } };
}

async function walk(db: Db, crypto: ChainCrypto, expected: readonly ExpectedHead[]): Promise<JournalVerdict> {
  const pages = verifyPages(db, crypto, expected);
  for (;;) {
    const step = pages.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}
