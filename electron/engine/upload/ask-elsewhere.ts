import { canonicalText } from '../../../shared/journal/canonical.ts';
import { utf8 } from '../../../shared/journal/chain.ts';
import {
  COUNT_LIMITS,
  DISTRICT_PATHS,
  subjectCountsReplySchema,
  subjectCountsRequestSchema,
  type SubjectCountsRequest,
} from '../../../shared/upload/protocol.ts';
import type { Core, Ctx } from '../context.ts';
import { saveDistrictAnswer } from './district-count-store.ts';
import { DistrictLink, type LinkEnds } from './district-link.ts';
import { uploaderOf } from './running-uploader.ts';
import { UploadFault, UploadStopped } from './upload-fault.ts';

/** The counter never waits for it, but an answer that comes after the buyer has gone helps nobody. */
const ANSWER_TIMEOUT_MS = 8_000;

/** Whom a till asks about: hashes under the key that the district's stores share, never numbers. */
export interface BuyerQuestion {
  /** The buyer's own first, then the family's: each purchase is counted under the first key it has. */
  readonly keys: readonly string[];
  readonly programmes: readonly string[];
  /** The first date that matters, `YYYY-MM-DD`. */
  readonly from: string;
}

/**
 * Asks the district what a buyer has bought at its other tills, once this command is stored. Nobody
 * waits: the answer is kept in `work_district_answer` and `work_district_count`, and the windows are
 * told. Without enrolment, line or shared key nothing happens, which is normal.
 */
export function askElsewhere(ctx: Ctx, question: BuyerQuestion): void {
  if (question.keys.length === 0 || question.programmes.length === 0) return;
  ctx.afterCommit(() => uploaderOf(ctx.db)?.ask(question));
}

/** Questions about buyers that are on their way. */
export class BuyerQuestions {
  readonly #core: Core;
  readonly #stop: AbortSignal;
  readonly #underway = new Map<string, Promise<void>>();

  constructor(core: Core, stop: AbortSignal) {
    this.#core = core;
    this.#stop = stop;
  }

  /** Sends a question, unless the very same one is on its way already. */
  ask(ends: LinkEnds, question: BuyerQuestion): void {
    const { keys, programmes, from } = question;
    const asked = subjectCountsRequestSchema.parse({
      keys: [...new Set(keys)].slice(0, COUNT_LIMITS.keys),
      programmes: [...new Set(programmes)].slice(0, COUNT_LIMITS.programmes),
      from,
    });
    const name = canonicalText(asked);
    if (this.#stop.aborted || this.#underway.has(name)) return;
    const answered = this.#askOnce(ends, asked).finally(() => this.#underway.delete(name));
    this.#underway.set(name, answered);
  }

  /** Resolves once none is on its way any more. */
  async ended(): Promise<void> {
    await Promise.all(this.#underway.values());
  }

  async #askOnce(ends: LinkEnds, asked: SubjectCountsRequest): Promise<void> {
    const { ports, transact } = this.#core;
    try {
      const reply = await new DistrictLink(ports, ends).post(
        DISTRICT_PATHS.subjectCounts(ends.tillId),
        utf8(canonicalText(asked)),
        subjectCountsReplySchema,
        { stop: this.#stop, timeoutMs: ANSWER_TIMEOUT_MS },
      );
      transact((ctx) => {
        saveDistrictAnswer(ctx.db, asked, reply, ctx.ports.clock.now());
        ctx.changed('ticket', 'subsidy');
      });
    } catch (error) {
      // No line, no district, or one from before it could answer: the till goes by its own count.
      if (error instanceof UploadFault || error instanceof UploadStopped) return;
      ports.log.error('the district’s count of a buyer can’t be kept', { error });
    }
  }
}
