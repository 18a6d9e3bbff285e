import type { QueryClient } from '@tanstack/react-query';
import { transport } from './engine.ts';
import { link } from './link.ts';
import { ownCommands } from './own-commands.ts';
import { invalidateAll, invalidateTopics } from './query-client.ts';

/**
 * Listens to the engine for as long as the window lives.
 * @param onScan gets codes from scanners that the engine itself listens to
 */
export function followEngine(client: QueryClient, onScan: (code: string) => void): () => void {
  ownCommands.afterwards(() => void invalidateTopics(client, ['ticket']));
  return transport.listen({
    onEvent: (event) => {
      if (event.kind === 'scan') onScan(event.code);
      else void invalidateTopics(client, ownCommands.withoutOwn(event.topics));
    },
    onLink: (up) => {
      link.set(up);
      // Events may have been missed while the link was down, or before it was up for the first time,
      // so everything is asked for again.
      if (up) void invalidateAll(client);
    },
  });
}
