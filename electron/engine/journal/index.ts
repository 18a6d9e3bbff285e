// What every area may use: writing records and reading them back. The apply table and the rebuild
// know all areas, so only engine.ts and the tools take those, from their own files: through this
// door they would be a circle of imports.
export { JournalWriter, type Appended, type ChainIdentity } from './append.ts';
export { decodeStored, journalHead, notedHead, recordsAfter, storedRecord } from './journal-store.ts';
export { verifyPages, type ExpectedHead, type JournalVerdict } from './verify.ts';
export { readAnchors, writeAnchor } from './anchors.ts';
