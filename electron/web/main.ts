/**
 * The web host. Once it serves, its standard output is one line of JSON:
 * `{"url":"…","dataDir":"…","pins":{…}}`, where `pins` is only there in the example store.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startupErrorText } from '../../shared/i18n/startup.ts';
import { keepEngine, type EngineKeeper } from '../link/engine-keeper.ts';
import { StartupRefused } from '../link/engine-link.ts';
import { forkNode } from '../link/fork-node.ts';
import { defaultDataDir, engineFlags } from '../link/host-options.ts';
import { readPageFiles } from '../link/page-files.ts';
import { createApp } from './app.ts';
import { listen, type Listening } from './listen.ts';

const built = path.resolve(import.meta.dirname, '..');

interface Options {
  dataDir: string;
  demo: boolean;
  port: number;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, demo: { type: 'boolean' }, port: { type: 'string' } },
  });
  const demo = values.demo ?? false;
  return {
    demo,
    dataDir: path.resolve(values.data ?? defaultDataDir(demo)),
    port: Number(values.port ?? 0),
  };
}

function startEngine({ dataDir, demo }: Options): Promise<EngineKeeper> {
  const entry = path.join(built, 'engine', 'process.mjs');
  return keepEngine({
    startPort: () => forkNode({ entry, flags: engineFlags({ dataDir, demo }) }),
    onRestarted: () => say('Mesin kasir sempat berhenti dan sudah dijalankan lagi.'),
    onGivenUp: (cause) => {
      say(refusalText(cause));
      process.exit(1);
    },
  });
}

async function serveTill(options: Options): Promise<void> {
  const engine = await startEngine(options);
  const token = randomBytes(32).toString('base64url');
  let port = 0;
  const page = readPageFiles(path.join(built, 'renderer'));
  const server = await listen(createApp({ engine, page, token, port: () => port }), options.port).catch(
    async (cause: unknown) => {
      await engine.close();
      throw cause;
    },
  );
  port = server.port;
  stopWhenAsked(server, engine);
  const { dataDir, pins } = engine.info;
  const url = `http://127.0.0.1:${port}/#t=${token}`;
  process.stdout.write(`${JSON.stringify({ url, dataDir, ...(pins === undefined ? {} : { pins }) })}\n`);
}

/** On a signal, or when the process that started this one has gone. */
function stopWhenAsked(server: Listening, engine: EngineKeeper): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await engine.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  process.on('disconnect', () => void stop());
}

function refusalText(cause: unknown): string {
  if (cause instanceof StartupRefused) return startupErrorText(cause.code, cause.params);
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
    return 'Nomor port itu sedang dipakai program lain. Pilih nomor lain, atau 0 untuk nomor bebas mana saja.';
  }
  return startupErrorText('internal', { detail: String(cause) });
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

try {
  await serveTill(readOptions());
} catch (cause) {
  say(refusalText(cause));
  process.exit(1);
}
