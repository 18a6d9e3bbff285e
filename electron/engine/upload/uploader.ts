import { offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import { nextSlot, pauseBeforeRetry, slotOffset } from '../../../shared/upload/pace.ts';
import type { Core } from '../context.ts';
import { readStore } from '../setup/index.ts';
import { BuyerQuestions, type BuyerQuestion } from './ask-elsewhere.ts';
import { setUploader, unsetUploader } from './running-uploader.ts';
import { sendJournal, type Destination } from './send-journal.ts';
import { ensureSubjectKey } from './subject-key.ts';
import { UploadFault, UploadStopped } from './upload-fault.ts';
import { readEnrolment, readProgress, saveFailure, saveNextTry, saveSuccess } from './upload-store.ts';

/** How often the clock is looked at. Short, so that a PC that slept or was set right is soon on time. */
const LOOK_EVERY_MS = 30_000;
const DAY_MS = 24 * 3_600_000;

/** Sends the journal to the district at night, after a failure again, and whenever it is asked to. */
export interface Uploader {
  start(): void;
  /** Breaks off what is on its way; what has been acknowledged stays. */
  stop(): Promise<void>;
  /** Sends now, or goes on until what is there now has been sent too. */
  send(): void;
  /** Asks the district about a buyer, beside everything else; the answer is kept when it comes. */
  ask(question: BuyerQuestion): void;
  readonly sending: boolean;
}

/** Makes the uploader of a till. */
export function createUploader(core: Core): Uploader {
  return new NightlyUploader(core);
}

class NightlyUploader implements Uploader {
  readonly #core: Core;
  readonly #stop = new AbortController();
  readonly #questions: BuyerQuestions;
  #callOff: () => void = () => {};
  #wanted = false;
  #running: Promise<void> | undefined;

  constructor(core: Core) {
    this.#core = core;
    this.#questions = new BuyerQuestions(core, this.#stop.signal);
  }

  get sending(): boolean {
    return this.#running !== undefined;
  }

  start(): void {
    setUploader(this.#core.db, this);
    this.#makeUpForMissedTurn();
    this.#watch();
  }

  async stop(): Promise<void> {
    unsetUploader(this.#core.db);
    this.#stop.abort();
    this.#callOff();
    await this.#running;
    await this.#questions.ended();
  }

  ask(question: BuyerQuestion): void {
    const to = this.#destination();
    if (to !== undefined) this.#questions.ask(to, question);
  }

  send(): void {
    this.#wanted = true;
    if (this.#stop.signal.aborted || this.#running !== undefined) return;
    this.#running = this.#work()
      .catch((error: unknown) =>
        this.#core.ports.log.error('the upload’s outcome can’t be stored', { error }),
      )
      .finally(() => {
        this.#running = undefined;
        this.#core.changed('upload');
      });
    this.#core.changed('upload');
  }

  /**
   * A shop's PC is off at night more often than not. A turn that passed meanwhile is made up for soon
   * after the start, but not by every shop of the district at the same moment.
   */
  #makeUpForMissedTurn(): void {
    const { db, ports, transact } = this.#core;
    if (!this.#isDue()) return;
    const at = ports.clock.now() + pauseBeforeRetry(1, ports.random.fraction());
    transact(() => saveNextTry(db, at));
  }

  #watch(): void {
    this.#callOff = this.#core.ports.timer.after(LOOK_EVERY_MS, () => {
      this.#watch();
      if (this.#isDue()) this.send();
    });
  }

  #isDue(): boolean {
    const { db, ports } = this.#core;
    if (readEnrolment(db) === undefined) return false;
    const { nextTryAt } = readProgress(db);
    const now = ports.clock.now();
    // No turn is further away than a day: beyond that, the clock has been set back since.
    return nextTryAt === null || nextTryAt <= now || nextTryAt > now + DAY_MS;
  }

  async #work(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      await this.#sendOnce();
    }
  }

  async #sendOnce(): Promise<void> {
    const { db, transact } = this.#core;
    try {
      const to = this.#destination();
      if (to === undefined) return;
      await ensureSubjectKey(this.#core, { ends: to, districtKey: to.districtKey }, this.#stop.signal);
      await sendJournal(this.#core, to, this.#stop.signal);
      transact(() => saveSuccess(db, this.#nextTurn()));
    } catch (error) {
      if (!(error instanceof UploadStopped)) this.#noteFailure(error);
    }
  }

  #destination(): Destination | undefined {
    const { db, reading } = this.#core;
    const enrolment = readEnrolment(db);
    const store = readStore(db);
    if (enrolment === undefined || store === undefined) return undefined;
    return { ...enrolment, tillId: store.tillId, key: reading().signingKey() };
  }

  #noteFailure(error: unknown): void {
    const { db, ports, transact } = this.#core;
    const fault = asFault(error);
    if (fault !== error) ports.log.error('the upload broke down', { error });
    const failures = readProgress(db).failures + 1;
    const now = ports.clock.now();
    const nextTryAt = willHealByItself(fault)
      ? now + pauseBeforeRetry(failures, ports.random.fraction(), fault.retryAfterMs)
      : this.#nextTurn();
    transact(() => saveFailure(db, { code: fault.code, detail: fault.detail, at: now, failures, nextTryAt }));
  }

  #nextTurn(): number {
    const { db, ports } = this.#core;
    const store = readStore(db);
    if (store === undefined) throw new Error('a till that uploads has a store');
    const slot = slotOffset(ports.crypto, store.tillId);
    return nextSlot(ports.clock.now(), offsetMinutesOf(store.profile.timeZone), slot);
  }
}

/** A fault of our own is shown as a refusal: what the shop does about either is to call the office. */
function asFault(error: unknown): UploadFault {
  return error instanceof UploadFault
    ? error
    : new UploadFault('district.refused', 'fault in the till itself');
}

/** A line comes back; a refusal stays one until somebody has looked, so it is not repeated all night. */
function willHealByItself({ code }: UploadFault): boolean {
  return code !== 'district.refused' && code !== 'upload.fork';
}
