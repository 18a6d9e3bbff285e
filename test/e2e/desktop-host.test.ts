/** What the desktop window allows the page, and what it survives. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineOfDesktop, openDesktop } from '../support/e2e-desktop.ts';

/** The bridge as the page sees it. */
type Bridge = { gerai: { call(message: unknown): Promise<unknown> } } & Record<string, unknown>;

let home: string;
let till: ElectronApplication;
let page: Page;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'gerai-desktop-'));
  till = await openTill('toko');
  page = await till.firstWindow();
  await page.waitForFunction(() => 'gerai' in globalThis);
}, 180_000);

afterAll(async () => {
  await till.close();
  rmSync(home, { recursive: true, force: true });
});

function openTill(shop: string): Promise<ElectronApplication> {
  return openDesktop(home, path.join(home, shop));
}

function ask(procedure: string): Promise<unknown> {
  return page.evaluate(
    (name) => (globalThis as unknown as Bridge).gerai.call({ procedure: name, input: {} }),
    procedure,
  );
}

describe('the page in the window', () => {
  test('reaches the engine through the bridge', async () => {
    expect(await ask('setup.state')).toMatchObject({ ok: true, value: { ready: false } });
  });

  test('sees a call, events and the switch of the buyer’s window, and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => {
      const world = globalThis as unknown as Bridge;
      return [Object.keys(world.gerai).toSorted(), typeof world['require'], typeof world['process']];
    });
    expect(seen).toEqual([['call', 'onEvent', 'toggleDisplay'], 'undefined', 'undefined']);
  });

  test('gets no answer to a message that is no call', async () => {
    const refused = await page.evaluate(() =>
      (globalThis as unknown as Bridge).gerai.call({ channel: 'anything' }).then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(refused).toBe('refused');
  });

  test('leads nowhere: no second window, no navigation, no permission, no foreign address', async () => {
    const tried = await page.evaluate(async () => ({
      opened: window.open('https://example.org'),
      permission: await Notification.requestPermission(),
      fetched: await fetch('https://example.org').then(
        () => 'fetched',
        () => 'blocked',
      ),
      evaluated: ((): string => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- that it fails is the point
          return String(new Function('return "evaluated"')());
        } catch {
          return 'blocked';
        }
      })(),
    }));
    expect(tried).toEqual({ opened: null, permission: 'denied', fetched: 'blocked', evaluated: 'blocked' });
    await page.evaluate(() => {
      location.href = 'https://example.org';
    });
    expect(page.url()).toMatch(/^app:\/\/gerai\//);
    expect(till.windows()).toHaveLength(1);
  });
});

describe('the window', () => {
  test('has the size of a cheap shop screen and no smaller', async () => {
    const size = await till.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [window?.getSize(), window?.getMinimumSize()];
    });
    expect(size).toEqual([
      [1366, 768],
      [1024, 700],
    ]);
  });
});

describe('a second start', () => {
  test('on the same shop is refused with words, and the first goes on', async () => {
    await expect(openTill('toko')).rejects.toThrow(/Gerai sudah terbuka/);
    expect(await ask('setup.state')).toMatchObject({ ok: true });
  });
});

describe('an engine that crashes', () => {
  test('is started again, says so in words, and answers', async () => {
    await till.evaluate(({ dialog }) => {
      const shown: unknown[] = [];
      Object.assign(globalThis, { shown });
      // Nobody is there to close a message box.
      Object.assign(dialog, {
        showMessageBox: (...args: unknown[]) => {
          shown.push(args.at(-1));
          return Promise.resolve({ response: 0, checkboxChecked: false });
        },
      });
    });
    process.kill((await engineOfDesktop(till))!, 'SIGKILL');
    expect(await ask('setup.state')).toMatchObject({ ok: true });
    const shown = () => till.evaluate(() => Reflect.get(globalThis, 'shown') as unknown[]);
    await expect
      .poll(shown)
      .toEqual([expect.objectContaining({ message: expect.stringContaining('sudah dijalankan lagi') })]);
  });
});

// Last, because Playwright loses hold of a page that has crashed.
describe('a page that crashes', () => {
  test('is brought back, and reaches the engine again', async () => {
    const before = await pagePid();
    process.kill(before, 'SIGKILL');
    await expect.poll(pagePid, { timeout: 20_000 }).toSatisfy((pid: number) => pid > 0 && pid !== before);
    const answered = await till.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `window.gerai.call({ procedure: 'setup.state', input: {} }).then((reply) => reply.ok)`,
      ),
    );
    expect(answered).toBe(true);
  });
});

/** The process of the page, or 0 while there is none that has finished loading. */
function pagePid(): Promise<number> {
  return till.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents === undefined || contents.isCrashed() || contents.isLoading()
      ? 0
      : contents.getOSProcessId();
  });
}
