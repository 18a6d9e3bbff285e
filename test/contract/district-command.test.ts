import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PaperTill } from '../support/paper-till.ts';
import { batchOf, PaperUpload } from '../support/paper-upload.ts';
import { scratchDir } from '../support/till.ts';

const root = path.resolve(import.meta.dirname, '../..');
const now = () => ({ created: Math.floor(Date.now() / 1000) });

describe('npm run district', () => {
  const data = scratchDir('district');
  const environment: NodeJS.ProcessEnv = { ...process.env };
  delete environment['DATABASE_URL'];
  let server: ChildProcess;
  let url: string;

  const command = (...flags: string[]) =>
    spawn(process.execPath, [path.join(root, 'district/main.ts'), '--data', data.path, ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    });
  const start = async () => {
    server = command('--port', '0', '--name', 'Dinas Koperasi Panderman');
    server.stderr?.resume();
    url = (JSON.parse(await firstLine(server)) as { url: string }).url;
  };
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    const [code] = await ended;
    return code as number | null;
  };
  const newCode = async () =>
    (JSON.parse(await firstLine(command('--new-code', 'Gerai Dadapan'))) as { code: string }).code;

  beforeAll(start);
  afterAll(async () => {
    await stop();
    data.remove();
  });

  it('gives out codes, keeps its token to its own user, and lets no second server in', async () => {
    const till = new PaperTill();
    const { value } = await new PaperUpload(url).enrol(till, await newCode(), now());
    expect(value).toMatchObject({ districtName: 'Dinas Koperasi Panderman' });
    expect(statSync(path.join(data.path, 'admin.json')).mode & 0o777).toBe(0o600);
    const second = command('--port', '0');
    const said = text(second.stderr);
    const [code] = await once(second, 'exit');
    expect(code).toBe(1);
    expect(await said).toContain('another district server works in');
  });

  it('has its key and its records again after a restart', async () => {
    const till = new PaperTill();
    till.trade('2026-04-15', [10_000]);
    const code = await newCode();
    const before = await new PaperUpload(url).enrol(till, code, now());
    await new PaperUpload(url).send(till, batchOf(till, 1, 3), now());
    expect(await stop()).toBe(0);
    await start();
    const upload = new PaperUpload(url);
    const again = await upload.enrol(till, code, now());
    expect(again.value).toMatchObject({ districtKey: (before.value as { districtKey: string }).districtKey });
    const rest = await upload.send(till, batchOf(till, 4, till.head.seq), now());
    expect(rest.value).toMatchObject({ ackedSeq: till.head.seq, headHash: till.head.hash });
  });
});

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new Error('it said nothing');
}

async function text(stream: NodeJS.ReadableStream | null): Promise<string> {
  let said = '';
  for await (const part of stream ?? []) said += String(part);
  return said;
}
