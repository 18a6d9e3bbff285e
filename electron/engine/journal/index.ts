export { JournalWriter, type Appended, type ChainIdentity } from './append.ts';
export {
  decodeStored,
  journalHead,
  notedHead,
  recordsAfter,
  storedRecord,
  type StoredRecord,
} from './journal-store.ts';
export { ensureFolds, foldDifferences, rebuildFolds, type FoldDifference } from './rebuild.ts';
export { verifyPages, type ExpectedHead, type JournalVerdict } from './verify.ts';
export { readAnchors, writeAnchor, type Anchor } from './anchors.ts';
export type { FoldTables } from './folds.ts';
