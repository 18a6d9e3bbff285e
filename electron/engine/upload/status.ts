import type { UploadStatus } from '../../../shared/contract/upload.ts';
import type { ChainHead } from '../../../shared/journal/chain.ts';
import { closedDaysAfter } from '../cash/index.ts';
import type { Db } from '../db/sql.ts';
import { journalHead } from '../journal/index.ts';
import { uploaderOf } from './running-uploader.ts';
import { readEnrolment, readProgress } from './upload-store.ts';

/** How the upload stands, for the status strip and the settings. */
export function uploadStatus(db: Db): UploadStatus {
  const enrolment = readEnrolment(db);
  const progress = readProgress(db);
  const settled = progress.fault === null ? 'idle' : 'waiting';
  return {
    enrolled: enrolment !== undefined,
    districtUrl: enrolment?.districtUrl ?? null,
    districtName: enrolment?.districtName ?? null,
    state: uploaderOf(db)?.sending === true ? 'sending' : settled,
    headSeq: journalHead(db).seq,
    ackedSeq: progress.acked.seq,
    ackedAt: progress.ackedAt,
    daysWaiting: closedDaysAfter(db, progress.acked.seq),
    nextTryAt: enrolment === undefined ? null : progress.nextTryAt,
    lastFault: progress.fault,
  };
}

/** Last record that the district has acknowledged. */
export function ackedHead(db: Db): ChainHead {
  return readProgress(db).acked;
}

/** The same as reports show it, with the time of the acknowledgement by this till's clock. */
export function ackState(db: Db): { ackedSeq: number; ackedAt: number | null } {
  const { acked, ackedAt } = readProgress(db);
  return { ackedSeq: acked.seq, ackedAt };
}
