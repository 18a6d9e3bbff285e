import type { CallOptions } from '../../shared/contract/define.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { UNANSWERED } from './send.ts';

/** A command of the contract, as the client offers it. */
export type CommandFunction<I, O> = (input: I, options?: CallOptions) => Promise<Reply<O>>;

/** Runs a command so that what the person meant once happens once. */
export interface Intent<I, O> {
  readonly run: (input: I) => Promise<Reply<O>>;
}

/**
 * One command id per wish of the person at the counter. A second press while the first is under way
 * joins it and gets the same reply. Where no reply ever came, pressing again with the same input is
 * still the same wish and carries the same id; only an answer, good or bad, ends a wish.
 */
export function createIntent<I, O>(
  command: CommandFunction<I, O>,
  newCommandId: () => string,
): Intent<I, O> {
  let running: Promise<Reply<O>> | null = null;
  let unanswered: { readonly input: string; readonly commandId: string } | null = null;

  async function runOnce(input: I): Promise<Reply<O>> {
    const written = JSON.stringify(input);
    const commandId = unanswered?.input === written ? unanswered.commandId : newCommandId();
    unanswered = { input: written, commandId };
    const reply = await command(input, { commandId });
    if (reply.ok || reply.error.traceId !== UNANSWERED) unanswered = null;
    return reply;
  }

  return {
    run: (input) => {
      running ??= runOnce(input).finally(() => {
        running = null;
      });
      return running;
    },
  };
}
