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
 * Verifies a till's journal against everything on this PC that remembers how far it once reached:
 * the head noted beside it, the anchors file, the closed days in the tables, and the head that the
 * district acknowledged. Any of these alone shows a tail that was cut off.
 *
 * Lets other work in between two pages, so that a running till goes on selling meanwhile.
 */
export async function verifyTill(db: Db, crypto: ChainCrypto, dataDir: string): Promise<JournalVerdict> {
  const { anchors, damagedLine } = readAnchors(dataDir);
  const expected: ExpectedHead[] = [
    ...anchors.map(({ seq, hash, zNumber }) => ({ seq, hash, what: `the anchor of Z ${zNumber}` })),
    ...allZs(db).map(({ seq, hash, number }) => ({ seq, hash, what: `Z ${number} in the tables` })),
    { ...notedHead(db), what: 'the noted head' },
    { ...ackedHead(db), what: 'the head acknowledged by the district' },
  ];
  const verdict = await walk(
    db,
    crypto,
    expected.filter((head) => head.seq > 0),
  );
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
