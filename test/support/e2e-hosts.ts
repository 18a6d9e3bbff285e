import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { findBrowser } from '../../build/start/browser.ts';
import { openDesktop } from './e2e-desktop.ts';
import { served, stop } from './e2e-start.ts';

/** The screen of a cheap shop PC, and the smallest one that is promised. */
export const WIDE = { width: 1366, height: 768 } as const;
export const NARROW = { width: 1024, height: 768 } as const;

/** A till with its window open. */
export interface OpenTill {
  readonly page: Page;
  close(): Promise<void>;
}

/** Where a till lives for one test: its shop's data, what it hands over, and what its window remembers. */
export interface Home {
  readonly path: string;
  readonly shop: string;
  readonly downloads: string;
}

/** An empty home. */
export function newHome(): Home {
  const home = mkdtempSync(path.join(tmpdir(), 'gerai-e2e-'));
  return { path: home, shop: path.join(home, 'toko'), downloads: path.join(home, 'unduhan') };
}

/** Patience of a machine that has other work to do as well. */
const PATIENCE_MS = 45_000;

/** The system's browser, without a window of its own. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('there is no browser on this machine');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A window of that browser: its tabs have the shop's colours in common, and no session. */
export async function newContext(
  browser: Browser,
  options: BrowserContextOptions = { viewport: WIDE },
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** A new store behind the web host, as `npm start -- --headless` serves it, in Chromium. */
async function openInChromium({ shop, downloads }: Home): Promise<OpenTill> {
  const till = await served(shop);
  const browser = await openBrowser();
  const page = await (await newContext(browser)).newPage();
  page.on('download', (file) => void file.saveAs(path.join(downloads, file.suggestedFilename())));
  await page.goto(till.line.url);
  return {
    page,
    close: async () => {
      await browser.close();
      await stop(till);
    },
  };
}

/** A new store in the desktop's own window. */
async function openInElectron(home: Home): Promise<OpenTill> {
  // Where a Linux desktop notes which folder is the one for downloads.
  writeFileSync(path.join(home.path, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${home.downloads}"\n`);
  const till = await openDesktop(home.path, home.shop);
  till.context().setDefaultTimeout(PATIENCE_MS);
  return { page: await till.firstWindow(), close: () => till.close() };
}

/** Every kind of window in which a shop may meet its till. */
export const HOSTS = [
  { host: 'Chromium', open: openInChromium },
  { host: 'Electron', open: openInElectron },
] as const;
