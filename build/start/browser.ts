import { existsSync } from 'node:fs';
import path from 'node:path';

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const onWindows = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
];

/** A browser that can show one page as if it were a program: any of Chromium's family. */
export function findBrowser(): string | undefined {
  return candidates().find((file) => existsSync(file));
}

function candidates(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') return onMac;
  if (platform === 'win32') {
    const homes = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return homes.flatMap((home) =>
      home === undefined ? [] : onWindows.map((file) => path.join(home, file)),
    );
  }
  const dirs = (env['PATH'] ?? '').split(path.delimiter);
  return onPath.flatMap((name) => dirs.map((dir) => path.join(dir, name)));
}

/** Whether a window could be seen by anybody. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}
