import { describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/contract/wire.ts';
import { createSerial, untilAnswered } from './serial.ts';
import { UNANSWERED } from './send.ts';

const unanswered: Reply<string> = {
  ok: false,
  error: { code: 'internal', params: {}, traceId: UNANSWERED },
};

describe('scans in a line', () => {
  it('are sent in their order, one by one, however long each takes', async () => {
    const serial = createSerial();
    const started: string[] = [];
    const finished: string[] = [];
    const scan = (code: string, milliseconds: number) =>
      serial.run(async () => {
        started.push(code);
        expect(finished.length).toBe(started.length - 1);
        await new Promise((resolve) => {
          setTimeout(resolve, milliseconds);
        });
        finished.push(code);
      });
    const all = [scan('A', 12), scan('B', 1), scan('C', 5)];
    expect(serial.waiting.get()).toBe(3);
    await Promise.all(all);
    expect(finished).toEqual(['A', 'B', 'C']);
    expect(serial.waiting.get()).toBe(0);
  });

  it('are waited for also where only one is under way, of which the screen is told nothing', async () => {
    const serial = createSerial();
    const { promise, resolve } = Promise.withResolvers<void>();
    let isOver = false;
    const scan = serial.run(() => promise);
    const over = serial.settled().then(() => {
      isOver = true;
    });
    expect(serial.waiting.get()).toBe(0);
    expect(serial.busy()).toBe(true);
    await Promise.resolve();
    expect(isOver).toBe(false);
    resolve();
    await Promise.all([scan, over]);
    expect(serial.busy()).toBe(false);
  });

  it('go on after one that failed', async () => {
    const serial = createSerial();
    const failing = serial.run(() => Promise.reject(new Error('kabel lepas')));
    const next = serial.run(() => Promise.resolve('masuk'));
    await expect(failing).rejects.toThrow('kabel lepas');
    await expect(next).resolves.toBe('masuk');
  });

  it('wait for the engine under one command id', async () => {
    const ids: string[] = [];
    const replies = [unanswered, unanswered, { ok: true, value: 'masuk' } as const];
    const reply = await untilAnswered('satu', (options) => {
      ids.push(options.commandId ?? '');
      return Promise.resolve(replies.shift() ?? unanswered);
    });
    expect(reply).toEqual({ ok: true, value: 'masuk' });
    expect(ids).toEqual(['satu', 'satu', 'satu']);
  });
});
