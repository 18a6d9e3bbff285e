import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sendToFile } from './file-transport.ts';

const limits = { connectMs: 500, silenceMs: 200 };
const stop = new AbortController();
const bytes = Buffer.from('Beras SPHP 5 kg\n', 'ascii');
const send = (path: string, what: Uint8Array = bytes, signal: AbortSignal = stop.signal) =>
  sendToFile(path, what, signal, limits);

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gerai-printer-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

test('jobs are appended whole, one after another', async () => {
  const path = join(dir, 'struk.bin');
  expect(await send(path)).toEqual({ state: 'printed' });
  expect(await send(path)).toEqual({ state: 'printed' });
  expect(readFileSync(path, 'ascii')).toBe('Beras SPHP 5 kg\nBeras SPHP 5 kg\n');
});

test('a folder that is not there is said, not made', async () => {
  expect(await send(join(dir, 'tidak', 'ada', 'struk.bin'))).toEqual({ state: 'failed', fault: 'no-path' });
  expect(existsSync(join(dir, 'tidak'))).toBe(false);
});

test('a path that is a folder, or runs through a file, can’t be written', async () => {
  expect(await send(dir)).toEqual({ state: 'failed', fault: 'write' });
  writeFileSync(join(dir, 'berkas'), '');
  expect(await send(join(dir, 'berkas', 'struk.bin'))).toEqual({ state: 'failed', fault: 'no-path' });
});

describe.skipIf(process.platform === 'win32')('device files', () => {
  test('an unplugged printer never becomes a regular file', async () => {
    const path = '/dev/gerai-no-such-printer';
    expect(await send(path)).toEqual({ state: 'failed', fault: 'no-path' });
    expect(existsSync(path)).toBe(false);
  });

  test('a device takes the bytes', async () => {
    expect(await send('/dev/null')).toEqual({ state: 'printed' });
  });

  test('a full device took nothing, so the job may go again', async () => {
    expect(await send('/dev/full')).toEqual({ state: 'failed', fault: 'write' });
  });

  test('a pipe without a reader took nothing', async () => {
    const path = join(dir, 'lp0');
    execFileSync('mkfifo', [path]);
    expect(await send(path)).toEqual({ state: 'failed', fault: 'write' });
  });

  test('a device that stops taking bytes is given up on, and may have printed', async () => {
    const path = join(dir, 'lp0');
    execFileSync('mkfifo', [path]);
    // A reader that opens the pipe and never reads: a printer out of paper.
    const reader = spawn('sleep', ['30'], { stdio: [await openForReading(path), 'ignore', 'ignore'] });
    try {
      const huge = Buffer.alloc(1_000_000, 0x20);
      expect(await send(path, huge)).toEqual({ state: 'unsure', fault: 'timeout' });
      expect(await send(path, bytes, AbortSignal.abort())).toEqual({ state: 'failed', fault: 'interrupted' });
    } finally {
      reader.kill();
    }
  });
});

async function openForReading(path: string): Promise<number> {
  const { open, constants } = await import('node:fs');
  return new Promise((resolve, reject) => {
    open(path, constants.O_RDONLY | constants.O_NONBLOCK, (error, fd) =>
      error ? reject(error) : resolve(fd),
    );
  });
}
