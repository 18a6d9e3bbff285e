import { notifyManager, QueryClient, type Query } from '@tanstack/react-query';
import type { Topic } from '../../shared/contract/wire.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /** Which events of the engine make an answer stale. */
    queryMeta: { readonly topics: readonly Topic[] };
  }
}

/**
 * Answers stay good until the engine says otherwise, and the engine is on this computer: whether the
 * village has internet plays no part.
 */
export function createQueryClient(): QueryClient {
  // An answer is drawn together with what else its command changes, not a timer's turn later.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        // The transport has already tried again; a refusal does not get better by repeating.
        retry: false,
        refetchOnWindowFocus: false,
      },
    },
  });
}

/** Makes stale whatever depends on one of these topics; what is on screen is asked for at once. */
export async function invalidateTopics(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  await invalidate(client, (query) => query.meta?.topics.some((topic) => topics.includes(topic)) ?? false);
}

/** Makes every answer stale: nobody knows what has changed. */
export async function invalidateAll(client: QueryClient): Promise<void> {
  await invalidate(client, () => true);
}

/**
 * A first answer that is still on its way was read before the change, and would be taken for fresh
 * once it is here. It is called off, so that the question is put again.
 */
async function invalidate(client: QueryClient, stale: (query: Query) => boolean): Promise<void> {
  const first = (query: Query) => query.state.data === undefined && stale(query);
  await client.cancelQueries({ predicate: first });
  await client.invalidateQueries({ predicate: stale });
}
