import type { ChainCrypto } from '../../shared/journal/chain.ts';
import { allZs } from './cash/index.ts';
import type { Db } from './db/sql.ts';
import {
  notedHead,
  readAnchors,
  verifyJournal,
  type ExpectedHead,
  type JournalVerdict,
} from './journal/index.ts';
import { ackedHead } from './upload/index.ts';

/**
 * Verifies a till's journal against everything on this PC that remembers how far it once reached:
 * the head noted beside it, the anchors file, the closed days in the tables, and the head that the
 * district acknowledged. Any of these alone shows a tail that was cut off.
 */
export function verifyTill(db: Db, crypto: ChainCrypto, dataDir: string): JournalVerdict {
  const { anchors, damagedLine } = readAnchors(dataDir);
  const expected: ExpectedHead[] = [
    ...anchors.map((anchor) => ({ ...anchor, what: `the anchor of Z ${anchor.zNumber}` })),
    ...allZs(db).map((z) => ({ seq: z.seq, hash: z.hash, what: `Z ${z.number} in the tables` })),
    { ...notedHead(db), what: 'the noted head' },
    { ...ackedHead(db), what: 'the head acknowledged by the district' },
  ];
  const verdict = verifyJournal(
    db,
    crypto,
    expected.filter((head) => head.seq > 0),
  );
  if (!verdict.ok || damagedLine === null) return verdict;
  const reason = `line ${damagedLine} of the anchors file can't be read`;
  return { ...verdict, ok: false, firstBad: { seq: verdict.records, reason } };
}
