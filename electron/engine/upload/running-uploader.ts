import type { Db } from '../db/sql.ts';
import type { BuyerQuestion } from './ask-elsewhere.ts';

/** What a command may ask of the uploader that runs beside it. */
export interface RunningUploader {
  send(): void;
  /** Asks the district about a buyer; the answer is kept when it comes. */
  ask(question: BuyerQuestion): void;
  readonly sending: boolean;
}

const running = new WeakMap<Db, RunningUploader>();

/** Makes an uploader known to the commands on its database; one for each. */
export function setUploader(db: Db, uploader: RunningUploader): void {
  running.set(db, uploader);
}

/** Takes it away. */
export function unsetUploader(db: Db): void {
  running.delete(db);
}

/** The uploader of a database, if one runs. */
export function uploaderOf(db: Db): RunningUploader | undefined {
  return running.get(db);
}
