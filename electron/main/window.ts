import { BrowserWindow, type WebPreferences } from 'electron';
import { words } from './words.ts';

/** A page that crashes more often than this within a minute is left down: reloading would not end. */
const MOST_RELOADS_A_MINUTE = 5;

/** What every page of ours runs under: in a sandbox, without Node, with one opening to the engine. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    // A scanner types while the window may be covered: the page must never doze.
    backgroundThrottling: false,
  };
}

/** Makes the till's own window, still without a page. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: words.title,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  });
  window.once('ready-to-show', () => window.show());
  reloadAfterCrash(window);
  return window;
}

/** The open ticket lives in the engine, so a crashed page comes back as it was. */
export function reloadAfterCrash(window: BrowserWindow): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    crashes.push(now);
    process.stderr.write(`gerai: the page was lost (${reason})\n`);
    if (crashes.filter((at) => now - at < 60_000).length <= MOST_RELOADS_A_MINUTE)
      window.webContents.reload();
  });
}
