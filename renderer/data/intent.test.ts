import { describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/contract/wire.ts';
import { createIntent } from './intent.ts';
import { UNANSWERED } from './send.ts';

/** An engine that notes the command ids it gets and answers when told. */
function engineDouble() {
  const ids: (string | undefined)[] = [];
  const open: ((reply: Reply<string>) => void)[] = [];
  return {
    ids,
    answer: (reply: Reply<string>) => open.shift()?.(reply),
    command: (_input: { amount: number }, options?: { readonly commandId?: string }) => {
      ids.push(options?.commandId);
      return new Promise<Reply<string>>((resolve) => {
        open.push(resolve);
      });
    },
  };
}

function counter() {
  let last = 0;
  return () => `id-${++last}`;
}

const paid: Reply<string> = { ok: true, value: 'lunas' };
const refused: Reply<string> = { ok: false, error: { code: 'ticket.changed', params: {}, traceId: 't1' } };
const silence: Reply<string> = { ok: false, error: { code: 'internal', params: {}, traceId: UNANSWERED } };

describe('one wish of the cashier', () => {
  it('is one command, however often Bayar is pressed', async () => {
    const engine = engineDouble();
    const intent = createIntent(engine.command, counter());
    const presses = [intent.run({ amount: 1 }), intent.run({ amount: 1 }), intent.run({ amount: 1 })];
    engine.answer(paid);
    expect(await Promise.all(presses)).toEqual([paid, paid, paid]);
    expect(engine.ids).toEqual(['id-1']);
  });

  it('keeps its id where no reply came', async () => {
    const engine = engineDouble();
    const intent = createIntent(engine.command, counter());
    const first = intent.run({ amount: 1 });
    engine.answer(silence);
    await first;
    void intent.run({ amount: 1 });
    expect(engine.ids).toEqual(['id-1', 'id-1']);
  });

  it('is another one after a refusal, or with another input', async () => {
    const engine = engineDouble();
    const intent = createIntent(engine.command, counter());
    const first = intent.run({ amount: 1 });
    engine.answer(refused);
    await first;
    const second = intent.run({ amount: 1 });
    engine.answer(silence);
    await second;
    void intent.run({ amount: 2 });
    expect(engine.ids).toEqual(['id-1', 'id-2', 'id-3']);
  });
});
