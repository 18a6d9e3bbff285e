import { ipcMain, type BrowserWindow, type WebFrameMain } from 'electron';
import type { EngineKeeper } from '../link/engine-keeper.ts';
import { parseEnvelope } from '../link/envelope.ts';
import { pageOrigin } from './page-protocol.ts';

/** Relays the page's calls to the engine, and the engine's events to the page. */
export function bridgePage(engine: EngineKeeper, window: BrowserWindow): void {
  ipcMain.handle('gerai:call', (event, message: unknown) => {
    if (!isOwnPage(event.senderFrame, window)) throw new Error('not the page of the till');
    const envelope = parseEnvelope(message);
    if (envelope === undefined) throw new Error('not a call');
    return engine.call(envelope);
  });
  engine.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send('gerai:event', event);
  });
}

/** Only the top frame of the window, and only while it shows the built page. */
function isOwnPage(frame: WebFrameMain | null, window: BrowserWindow): boolean {
  return frame !== null && frame === window.webContents.mainFrame && frame.url.startsWith(`${pageOrigin}/`);
}
