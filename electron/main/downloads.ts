import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, session } from 'electron';

/**
 * A file the page hands over, such as a report, goes where downloads go, as in any browser: no dialog
 * stands in the way of the keyboard, and the screen may say where it lies. Called once Electron is
 * ready.
 */
export function keepDownloads(): void {
  session.defaultSession.on('will-download', (_, item) => {
    const folder = app.getPath('downloads');
    mkdirSync(folder, { recursive: true });
    item.setSavePath(freePath(folder, item.getFilename()));
  });
}

/** Nothing that lies there already is overwritten: `laporan (2).pdf`. */
function freePath(folder: string, fileName: string): string {
  const { name, ext } = path.parse(fileName);
  let file = path.join(folder, `${name}${ext}`);
  for (let copy = 2; existsSync(file); copy += 1) file = path.join(folder, `${name} (${copy})${ext}`);
  return file;
}
