import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualPrinter } from '../../../test/support/virtual-printer.ts';
import { sendOverTcp } from './tcp-transport.ts';

const limits = { connectMs: 500, silenceMs: 300 };
const text = (lines: number): Uint8Array => Buffer.from('Beras SPHP 5 kg\n'.repeat(lines), 'ascii');
/** More than the kernel and a printer that stopped reading will buffer between them. */
const HUGE = 2_000_000;

let printer: VirtualPrinter;
const stop = new AbortController();

beforeEach(async () => {
  printer = await VirtualPrinter.on();
});

afterEach(async () => {
  await printer.off();
});

const send = (bytes: Uint8Array, signal: AbortSignal = stop.signal) =>
  sendOverTcp(printer.transport, bytes, signal, limits);

test.each(['good', 'slow', 'chatty'] as const)('a %s printer gets every byte, once', async (mood) => {
  printer.mood = mood;
  expect(await send(text(2000))).toEqual({ state: 'printed' });
  expect(printer.jobs).toHaveLength(1);
  expect(printer.papers[0]?.lines).toHaveLength(2000);
});

test('a printer that is off: nothing left the till, so it may be sent again', async () => {
  const { transport } = printer;
  await printer.off();
  expect(await sendOverTcp(transport, text(10), stop.signal, limits)).toEqual({
    state: 'failed',
    fault: 'refused',
  });
  printer = await VirtualPrinter.on(transport.port);
  expect(await send(text(10))).toEqual({ state: 'printed' });
});

test('an address nobody has is unreachable', async () => {
  const nowhere = { host: 'printer.invalid', port: 9100 };
  const outcome = await sendOverTcp(nowhere, text(10), stop.signal, limits);
  expect(outcome).toEqual({ state: 'failed', fault: 'unreachable' });
});

test('paper runs out: after a while the job is unsure, because some of it may be printed', async () => {
  printer.mood = 'jam';
  expect(await send(text(HUGE / 16))).toEqual({ state: 'unsure', fault: 'timeout' });
  expect(printer.jobs).toEqual([]);
});

test('a printer that takes everything and never closes leaves us unsure', async () => {
  printer.mood = 'silent';
  expect(await send(text(10))).toEqual({ state: 'unsure', fault: 'timeout' });
});

test('a connection that breaks in the middle leaves us unsure', async () => {
  printer.mood = 'reset';
  expect(await send(text(HUGE / 16))).toEqual({ state: 'unsure', fault: 'write' });
});

test('stopping gives up: before the first byte it failed, after it it is unsure', async () => {
  const gaveUp = AbortSignal.abort();
  expect(await send(text(10), gaveUp)).toEqual({ state: 'failed', fault: 'interrupted' });
  printer.mood = 'silent';
  const soon = new AbortController();
  setTimeout(() => soon.abort(), 50);
  expect(await send(text(10), soon.signal)).toEqual({ state: 'unsure', fault: 'interrupted' });
});
