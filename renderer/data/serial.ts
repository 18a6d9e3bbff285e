import type { CallOptions } from '../../shared/contract/define.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { UNANSWERED } from './send.ts';
import { createStore, type Store } from './store.ts';

/** Jobs that run one after the other, in the order in which they were asked for. */
export interface Serial {
  readonly run: <T>(job: () => Promise<T>) => Promise<T>;
  /**
   * How many have not finished yet, where it is more than one, for showing: a single one under way is the
   * normal few milliseconds, and telling the screen of it would cost more than doing it. It is nought
   * while that one is under way, however long it takes; whoever must not overtake it asks `busy`.
   */
  readonly waiting: Store<number>;
  /** Whether any has not finished yet. */
  readonly busy: () => boolean;
  /** Waits until everything asked for so far has finished. */
  readonly settled: () => Promise<void>;
}

/** Makes an empty line of jobs. One that fails does not hold up those behind it. */
export function createSerial(): Serial {
  const waiting = createStore(0);
  let unfinished = 0;
  let last: Promise<unknown> = Promise.resolve();
  const count = (change: 1 | -1): void => {
    unfinished += change;
    waiting.set(unfinished > 1 ? unfinished : 0);
  };
  return {
    waiting,
    busy: () => unfinished > 0,
    settled: () => last.then(ignore),
    run: (job) => {
      // With nobody before it, it is on its way before anything is drawn.
      const begun = unfinished === 0 ? job() : last.then(job);
      count(1);
      const done = begun.finally(() => count(-1));
      last = done.then(ignore, ignore);
      return done;
    },
  };
}

/** Whoever asked for a job hears of its failure; the one behind it only needs to know that it is over. */
function ignore(): void {}

/**
 * Repeats a command, under one id, until the engine has answered: while the engine starts again a
 * scan waits here and is neither lost nor doubled.
 */
export async function untilAnswered<O>(
  commandId: string,
  call: (options: CallOptions) => Promise<Reply<O>>,
): Promise<Reply<O>> {
  for (;;) {
    const reply = await call({ commandId });
    if (reply.ok || reply.error.traceId !== UNANSWERED) return reply;
  }
}
