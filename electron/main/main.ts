/** The desktop till. Flags: `--data DIR`, `--demo`. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, Menu, type BrowserWindow } from 'electron';
import { startupErrorText } from '../../shared/i18n/startup.ts';
import { keepEngine, type EngineKeeper } from '../link/engine-keeper.ts';
import { StartupRefused } from '../link/engine-link.ts';
import { defaultDataDir, engineFlags, type ShopOptions } from '../link/host-options.ts';
import { bridgePages } from './bridge.ts';
import { keepDisplayWindow } from './display-window.ts';
import { keepDownloads } from './downloads.ts';
import { startEngineProcess } from './engine-process.ts';
import { lockDown, refusePermissions } from './lockdown.ts';
import { declarePageProtocol, pageOrigin, servePage } from './page-protocol.ts';
import { createWindow } from './window.ts';
import { words } from './words.ts';

const built = path.resolve(import.meta.dirname, '..');

/** Chromium and test tools add flags of their own to ours, so unknown ones are not refused here. */
function readOptions(): ShopOptions {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
  });
  const demo = values.demo === true;
  const dataDir = typeof values.data === 'string' ? values.data : defaultDataDir(demo);
  return { dataDir: path.resolve(dataDir), demo };
}

/**
 * One window to a shop. Electron's own lock belongs to its profile directory, so each data
 * directory gets a profile of its own, away from the shop's data.
 */
function claimShop({ dataDir }: ShopOptions): boolean {
  const shop = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  app.setPath('userData', path.join(app.getPath('appData'), 'gerai', `window-${shop}`));
  return app.requestSingleInstanceLock();
}

let window: BrowserWindow | undefined;
let engine: EngineKeeper | undefined;

async function openTill(options: ShopOptions): Promise<void> {
  await app.whenReady();
  refusePermissions();
  keepDownloads();
  servePage(path.join(built, 'renderer'));
  const kept = await keepEngine({
    startPort: () => startEngineProcess(built, engineFlags(options)),
    onRestarted: () => void show('warning', words.restarted.message, words.restarted.detail),
    onGivenUp: (cause) => {
      process.stderr.write(`gerai: ${String(cause)}\n`);
      void show('error', words.givenUp.message, words.givenUp.detail).then(() => app.exit(1));
    },
  });
  engine = kept;
  const preload = path.join(built, 'preload', 'preload.cjs');
  const till = createWindow(preload);
  window = till;
  const display = keepDisplayWindow({ till, preload, url: `${pageOrigin}/#/layar` });
  bridgePages(kept, { till, display });
  await till.loadURL(`${pageOrigin}/`);
}

/** A message in front of the window, or on its own where there is none yet. */
function show(type: 'warning' | 'error', message: string, detail = ''): Promise<unknown> {
  const box = { type, title: words.title, message, detail };
  return window === undefined || window.isDestroyed()
    ? dialog.showMessageBox(box)
    : dialog.showMessageBox(window, box);
}

/** Closes the store before the process ends, however the end was asked for. */
function closeBeforeQuit(): void {
  let closing = false;
  app.on('before-quit', (event) => {
    if (engine === undefined) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    void engine.close().finally(() => app.exit(0));
  });
}

/** The same words on stderr, for whoever started the till from a script. */
async function refuse(cause: unknown): Promise<void> {
  const refused = cause instanceof StartupRefused ? cause : undefined;
  const reason = startupErrorText(refused?.code ?? 'internal', refused?.params ?? { detail: String(cause) });
  process.stderr.write(`${reason}\n`);
  await app.whenReady();
  await show('error', words.cannotOpen.message, reason);
  app.exit(1);
}

const options = readOptions();
if (claimShop(options)) {
  Menu.setApplicationMenu(null);
  declarePageProtocol();
  lockDown();
  closeBeforeQuit();
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    window?.restore();
    window?.focus();
  });
  openTill(options).catch(refuse);
} else {
  // The window that is already open comes to the front by itself.
  process.stderr.write(`${startupErrorText('data-dir-in-use', { dataDir: options.dataDir })}\n`);
  app.exit(1);
}
