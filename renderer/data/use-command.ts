import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Reply } from '../../shared/contract/wire.ts';
import { createIntent, type CommandFunction } from './intent.ts';

/** A command as a screen uses it. */
export interface Command<I, O> {
  /** `true` while a reply is awaited; a button shows it, but need not guard against it. */
  readonly pending: boolean;
  /** Runs the command; a second call while one is pending joins it. */
  readonly run: (input: I) => Promise<Reply<O>>;
}

/**
 * Gives a screen a command of the engine, one command id per wish.
 * @param command a function of the client, such as `engine.cash.openShift`
 */
export function useCommand<I, O>(command: CommandFunction<I, O>): Command<I, O> {
  const intent = useMemo(() => createIntent(command, uuidv7), [command]);
  const mounted = useRef(true);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(
    (input: I) => {
      setPending(true);
      return intent.run(input).finally(() => {
        if (mounted.current) setPending(false);
      });
    },
    [intent],
  );
  return { pending, run };
}
