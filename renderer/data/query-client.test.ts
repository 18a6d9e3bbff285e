import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createQueryClient, invalidateAll, invalidateTopics } from './query-client.ts';

/** A screen that asks for the open ticket, and an engine that answers when told. */
function ticketOnScreen() {
  const client = createQueryClient();
  const asked: ((lines: number) => void)[] = [];
  const screen = new QueryObserver<number>(client, {
    queryKey: ['till.ticket'],
    queryFn: () =>
      new Promise((resolve) => {
        asked.push(resolve);
      }),
    meta: { topics: ['ticket'] },
  });
  const leave = screen.subscribe(() => {});
  return { client, asked, shown: () => screen.getCurrentResult().data, leave };
}

it.each([
  ['its topic', (till: ReturnType<typeof ticketOnScreen>) => invalidateTopics(till.client, ['ticket'])],
  ['anything', (till: ReturnType<typeof ticketOnScreen>) => invalidateAll(till.client)],
])('puts the first question again where %s changed before its answer was here', async (_what, change) => {
  const till = ticketOnScreen();
  expect(till.asked).toHaveLength(1);
  const changed = change(till);
  till.asked[0]!(0);
  await expect.poll(() => till.asked.length).toBe(2);
  till.asked[1]!(1);
  await changed;
  expect(till.shown()).toBe(1);
  till.leave();
});

it('leaves an answer alone that has nothing to do with the change', async () => {
  const till = ticketOnScreen();
  const changed = invalidateTopics(till.client, ['printing']);
  till.asked[0]!(3);
  await changed;
  await expect.poll(till.shown).toBe(3);
  expect(till.asked).toHaveLength(1);
  till.leave();
});
