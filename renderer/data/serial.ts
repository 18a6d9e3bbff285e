import type { CallOptions } from '../../shared/contract/define.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { UNANSWERED } from './send.ts';
import { createStore, type Store } from './store.ts';

/** Jobs that run one after the other, in the order in which they were asked for. */
export interface Serial {
  readonly run: <T>(job: () => Promise<T>) => Promise<T>;
  /** How many have not finished yet. */
  readonly waiting: Store<number>;
}

/** Makes an empty line of jobs. One that fails does not hold up those behind it. */
export function createSerial(): Serial {
  const waiting = createStore(0);
  let last: Promise<unknown> = Promise.resolve();
  return {
    waiting,
    run: (job) => {
      waiting.set(waiting.get() + 1);
      const done = last.then(job).finally(() => waiting.set(waiting.get() - 1));
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
