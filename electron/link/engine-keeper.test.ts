import { describe, expect, test, vi } from 'vitest';
import type { EngineEvent, EngineMessage, HostMessage } from '../../shared/contract/wire.ts';
import { keepEngine } from './engine-keeper.ts';
import { EngineLost } from './engine-link.ts';
import type { EnginePort } from './engine-port.ts';

/** An engine process that only exists on paper: the test says what it says, and when it dies. */
class PaperEngine implements EnginePort {
  readonly received: HostMessage[] = [];
  #tell: (message: EngineMessage) => void = () => undefined;
  #exit: () => void = () => undefined;

  post(message: HostMessage): void {
    this.received.push(message);
  }
  onMessage(listener: (message: EngineMessage) => void): void {
    this.#tell = listener;
  }
  onExit(listener: () => void): void {
    this.#exit = listener;
  }
  kill(): void {
    this.#exit();
  }

  say(message: EngineMessage): void {
    this.#tell(message);
  }
  ready(): void {
    this.say({ kind: 'ready', info: { dataDir: 'toko' } });
  }
  answerLast(value: unknown): void {
    const call = this.received.findLast((message) => message.kind === 'call');
    if (call !== undefined) this.say({ kind: 'reply', id: call.id, reply: { ok: true, value } });
  }
  die(): void {
    this.#exit();
  }
}

/** A keeper whose processes are made of paper; `engines` holds each one it started. */
async function keep(callbacks: { onRestarted?: () => void; onGivenUp?: (cause: unknown) => void } = {}) {
  const engines: PaperEngine[] = [];
  const keeping = keepEngine({
    ...callbacks,
    startPort: () => {
      const engine = new PaperEngine();
      engines.push(engine);
      return engine;
    },
  });
  engines[0]!.ready();
  return { keeper: await keeping, engines };
}

const sale = { procedure: 'sales.complete', input: {}, commandId: 'c1' };

describe('an engine that is well', () => {
  test('answers each call with its own reply, in whatever order they come', async () => {
    const { keeper, engines } = await keep();
    const first = keeper.call({ procedure: 'a.a', input: 1 });
    const second = keeper.call({ procedure: 'b.b', input: 2 });
    await vi.waitFor(() => expect(engines[0]!.received).toHaveLength(2));
    engines[0]!.say({ kind: 'reply', id: 2, reply: { ok: true, value: 'second' } });
    engines[0]!.say({ kind: 'reply', id: 1, reply: { ok: true, value: 'first' } });
    expect(await first).toEqual({ ok: true, value: 'first' });
    expect(await second).toEqual({ ok: true, value: 'second' });
  });

  test('is asked to close, and has closed when the keeper says so', async () => {
    const { keeper, engines } = await keep();
    const closed = keeper.close();
    await vi.waitFor(() => expect(engines[0]!.received).toContainEqual({ kind: 'stop' }));
    engines[0]!.die();
    await closed;
    expect(engines).toHaveLength(1);
  });
});

describe('an engine that refuses to start', () => {
  test('is not started again; its reason is passed on', async () => {
    const engine = new PaperEngine();
    const keeping = keepEngine({ startPort: () => engine });
    engine.say({ kind: 'fatal', code: 'data-dir-in-use', params: {} });
    engine.die();
    await expect(keeping).rejects.toMatchObject({ code: 'data-dir-in-use' });
  });

  test('and one that dies without a word is lost', async () => {
    const engine = new PaperEngine();
    const keeping = keepEngine({ startPort: () => engine });
    engine.die();
    await expect(keeping).rejects.toBeInstanceOf(EngineLost);
  });
});

describe('an engine that crashes', () => {
  test('in the middle of a sale gets the same command once more after its restart', async () => {
    const onRestarted = vi.fn<() => void>();
    const { keeper, engines } = await keep({ onRestarted });
    const events: EngineEvent[] = [];
    keeper.onEvent((event) => events.push(event));
    const reply = keeper.call(sale);
    await vi.waitFor(() => expect(engines[0]!.received).toHaveLength(1));
    engines[0]!.die();
    engines[1]!.ready();
    await vi.waitFor(() => expect(engines[1]!.received).toEqual([{ kind: 'call', id: 1, envelope: sale }]));
    engines[1]!.answerLast('sold once');
    expect(await reply).toEqual({ ok: true, value: 'sold once' });
    expect(onRestarted).toHaveBeenCalledOnce();
    expect(events).toEqual([{ kind: 'changed', topics: expect.arrayContaining(['ticket', 'sales']) }]);
  });

  test('over one call twice does not get that call a third time', async () => {
    const { keeper, engines } = await keep();
    const reply = keeper.call(sale);
    await vi.waitFor(() => expect(engines[0]!.received).toHaveLength(1));
    engines[0]!.die();
    engines[1]!.ready();
    await vi.waitFor(() => expect(engines[1]!.received).toHaveLength(1));
    engines[1]!.die();
    expect(await reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  test('again and again is given up, with words, and calls are refused', async () => {
    const onGivenUp = vi.fn<(cause: unknown) => void>();
    const { keeper, engines } = await keep({ onGivenUp });
    for (let crash = 0; crash < 4; crash += 1) {
      engines.at(-1)!.die();
      engines.at(-1)!.ready();
      await Promise.resolve();
    }
    await vi.waitFor(() => expect(onGivenUp).toHaveBeenCalledOnce());
    expect(engines).toHaveLength(4);
    expect(await keeper.call(sale)).toMatchObject({ ok: false });
  });

  test('while the host is closing stays down', async () => {
    const { keeper, engines } = await keep();
    const closed = keeper.close();
    engines[0]!.die();
    await closed;
    expect(engines).toHaveLength(1);
  });
});
