/** `npm start -- --headless`, as somebody who has just cloned the repository would run it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const running = new Set<ChildProcess>();
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gerai-start-'));
});

afterEach(async () => {
  await Promise.all([...running].map((started) => stop(started)));
  rmSync(dataDir, { recursive: true, force: true });
});

interface Started {
  process: ChildProcess;
  stdout: () => string;
  stderr: () => string;
}

/** Starts the till without a standard input, as a service manager would. */
function start(...flags: string[]): Started {
  const child = spawn(process.execPath, [path.join(root, 'build', 'start.mjs'), ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()));
  return { process: child, stdout: () => said.stdout, stderr: () => said.stderr };
}

async function stop(child: ChildProcess): Promise<number | null> {
  running.delete(child);
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return child.exitCode;
}

/** Starts the till and waits for its line; fails at once, with its own words, when it ends instead. */
async function served(flags: string[]): Promise<Started & { line: Record<string, unknown> }> {
  const till = start('--headless', '--port', '0', '--data', dataDir, ...flags);
  await expect
    .poll(() => till.stdout() !== '' || till.process.exitCode !== null, { timeout: 120_000 })
    .toBe(true);
  if (till.process.exitCode !== null) throw new Error(till.stderr());
  return { ...till, line: JSON.parse(till.stdout()) };
}

/** Asks the till something, the way the page would. */
async function ask(line: Record<string, unknown>, procedure: string): Promise<unknown> {
  const { origin, hash } = new URL(String(line['url']));
  const response = await fetch(`${origin}/rpc`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hash.slice('#t='.length)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ procedure, input: {} }),
  });
  return response.json();
}

describe('a till that is only served', () => {
  test('prints one line of JSON and nothing else, answers, and closes its store when stopped', async () => {
    const { process: till, line, stdout } = await served([]);
    expect(line).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/),
      dataDir,
    });
    expect(await ask(line, 'setup.state')).toMatchObject({ ok: true, value: { ready: false } });
    expect(await stop(till)).toBe(0);
    expect(stdout().trimEnd().split('\n')).toHaveLength(1);
    // Closed properly: the next start finds the directory free.
    const again = await served([]);
    expect(await ask(again.line, 'setup.state')).toMatchObject({ ok: true });
  });

  test('of the example store is ready at once and tells its PINs', async () => {
    const { line } = await served(['--demo']);
    expect(Object.values(line['pins'] ?? {})).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\d{4,}$/)]),
    );
    expect(await ask(line, 'setup.state')).toMatchObject({ ok: true, value: { ready: true } });
  });

  test('is not opened a second time on the same data, and says so in words', async () => {
    const first = await served([]);
    const second = start('--headless', '--port', '0', '--data', dataDir);
    await once(second.process, 'exit');
    expect(second.process.exitCode).toBe(1);
    expect(second.stdout()).toBe('');
    expect(second.stderr()).toContain('Gerai sudah terbuka');
    expect(await ask(first.line, 'setup.state')).toMatchObject({ ok: true });
  });

  test('goes down with the process that started it, even when that one is killed', async () => {
    const { process: till, line } = await served([]);
    till.kill('SIGKILL');
    await once(till, 'exit');
    running.delete(till);
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
