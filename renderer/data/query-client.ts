import { QueryClient } from '@tanstack/react-query';
import type { Topic } from '../../shared/contract/wire.ts';

/**
 * Answers stay good until the engine says otherwise, and the engine is on this computer: whether the
 * village has internet plays no part.
 */
export function createQueryClient(): QueryClient {
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
  await client.invalidateQueries({
    predicate: (query) => query.meta?.topics.some((topic) => topics.includes(topic)) ?? false,
  });
}
