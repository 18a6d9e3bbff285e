import { openReadOnly } from '../../electron/engine/db/open.ts';
import { foldDifferences, type FoldDifference } from '../../electron/engine/journal/rebuild.ts';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { verifyTill } from '../../electron/engine/verify-till.ts';

/** What can be said of a till's data by looking at it from outside, running or not. */
export interface RebuildProof {
  readonly verified: boolean;
  readonly records: number;
  /** Where the tables are not what the journal says. */
  readonly differences: readonly FoldDifference[];
}

/** Verifies a till's journal and builds its tables a second time, on a connection of its own. */
export async function rebuildProof(dataDir: string): Promise<RebuildProof> {
  const db = openReadOnly(dataDir);
  try {
    const verdict = await verifyTill(db, nodeCrypto, dataDir);
    return { verified: verdict.ok, records: verdict.records, differences: foldDifferences(db) };
  } finally {
    db.close();
  }
}
