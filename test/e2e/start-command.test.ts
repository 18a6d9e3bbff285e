/** `npm start -- --headless`, as somebody who has just cloned the repository would run it. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callTill, served, start, stop, stopAllStarted, type ServedLine } from '../support/e2e-start.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gerai-start-'));
});

afterEach(async () => {
  await stopAllStarted();
  rmSync(dataDir, { recursive: true, force: true });
});

function ask(line: ServedLine, procedure: string): Promise<unknown> {
  return callTill(line, { procedure, input: {} });
}

describe('a till that is only served', () => {
  test('prints one line of JSON and nothing else, answers, and closes its store when stopped', async () => {
    const till = await served(dataDir);
    const { line } = till;
    expect(line).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/),
      dataDir,
    });
    expect(await ask(line, 'setup.state')).toMatchObject({ ok: true, value: { ready: false } });
    expect(await stop(till)).toBe(0);
    expect(till.stdout().trimEnd().split('\n')).toHaveLength(1);
    // Closed properly: the next start finds the directory free.
    const again = await served(dataDir);
    expect(await ask(again.line, 'setup.state')).toMatchObject({ ok: true });
  });

  test('of the example store is ready at once and tells its PINs', async () => {
    const { line } = await served(dataDir, '--demo');
    expect(Object.values(line.pins ?? {})).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\d{4,}$/)]),
    );
    expect(await ask(line, 'setup.state')).toMatchObject({ ok: true, value: { ready: true } });
  });

  test('is not opened a second time on the same data, and says so in words', async () => {
    const first = await served(dataDir);
    const second = start('--headless', '--port', '0', '--data', dataDir);
    await once(second.process, 'exit');
    expect(second.process.exitCode).toBe(1);
    expect(second.stdout()).toBe('');
    expect(second.stderr()).toContain('Gerai sudah terbuka');
    expect(await ask(first.line, 'setup.state')).toMatchObject({ ok: true });
  });

  test('goes down with the process that started it, even when that one is killed', async () => {
    const { process: till, line } = await served(dataDir);
    till.kill('SIGKILL');
    await once(till, 'exit');
    await expect
      .poll(() => ask(line, 'setup.state').then(String, () => 'gone'), { timeout: 20_000 })
      .toBe('gone');
  });

  test('refuses a flag it does not know, naming it', async () => {
    const { process: till, stderr } = start('--dmeo');
    await once(till, 'exit');
    expect(till.exitCode).toBe(2);
    expect(stderr()).toContain('--dmeo');
  });
});
