import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { EngineKeeper } from '../link/engine-keeper.ts';
import { parseEnvelope } from '../link/envelope.ts';
import type { DisplayWindow } from './display-window.ts';
import { pageOrigin } from './page-protocol.ts';

export interface Windows {
  readonly till: BrowserWindow;
  readonly display: DisplayWindow;
}

/** Relays the pages' calls to the engine, and the engine's events to the pages. */
export function bridgePages(engine: EngineKeeper, { till, display }: Windows): void {
  ipcMain.handle('gerai:call', (event, message: unknown) => {
    if (!isOwnPage(event, till) && !isOwnPage(event, display.current()))
      throw new Error('not a page of the till');
    const envelope = parseEnvelope(message);
    if (envelope === undefined) throw new Error('not a call');
    return engine.call(envelope);
  });
  ipcMain.handle('gerai:toggle-display', (event) => {
    if (!isOwnPage(event, till)) throw new Error('not the page of the till');
    display.toggle();
  });
  engine.onEvent((event) => {
    for (const window of [till, display.current()]) {
      if (window !== undefined && !window.isDestroyed()) window.webContents.send('gerai:event', event);
    }
  });
}

/** Only the top frame of a window, and only while it shows the built page. */
function isOwnPage({ senderFrame: frame }: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  return (
    frame !== null &&
    window !== undefined &&
    frame === window.webContents.mainFrame &&
    frame.url.startsWith(`${pageOrigin}/`)
  );
}
