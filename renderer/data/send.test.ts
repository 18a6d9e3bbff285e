import { describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/contract/wire.ts';
import { steadySend } from './send.ts';

/** What a window with such a session does when the engine asks for one. */
async function refused(held: string | null, meanwhile: string | null): Promise<{ gone: number }> {
  let [session, gone] = [held, 0];
  const reply: Reply<unknown> = {
    ok: false,
    error: { code: 'session.required', params: {}, traceId: 'aaaaaaaa' },
  };
  const send = steadySend({
    transport: {
      call: () => {
        session = meanwhile;
        return Promise.resolve(reply);
      },
    },
    session: () => session,
    onLink: () => undefined,
    onSessionGone: () => (gone += 1),
    wait: () => Promise.resolve(),
  });
  await send({ procedure: 'printing.jobs', input: {} });
  return { gone };
}

describe('a call that needs a session', () => {
  it.each<[string, string | null, string | null, number]>([
    ['of a session that the engine has ended: the person signs in again', 'old', 'old', 1],
    ['of a session that another has followed', 'old', 'new', 0],
    ['of a window in which nobody has signed in yet: nothing was lost', null, null, 0],
    ['of a window in which somebody signs in meanwhile', null, 'new', 0],
  ])('%s', async (_what, held, meanwhile, gone) => {
    expect(await refused(held, meanwhile)).toEqual({ gone });
  });
});
