import { contextBridge, ipcRenderer } from 'electron';
import type { CallEnvelope, EngineEvent, Reply } from '../../shared/contract/wire.ts';

/** What the page sees of the desktop. */
export interface GeraiBridge {
  call(envelope: CallEnvelope): Promise<Reply<unknown>>;
  /** Returns what ends the listening. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Opens the buyer's window, or closes it. Only the till's own window may. */
  toggleDisplay(): Promise<void>;
}

const bridge: GeraiBridge = {
  // main answers nothing but replies on this channel.
  call: (envelope) => ipcRenderer.invoke('gerai:call', envelope),
  onEvent: (listener) => {
    // The first argument would hand Electron's own objects to the page.
    const onMessage = (_: unknown, event: EngineEvent) => listener(event);
    ipcRenderer.on('gerai:event', onMessage);
    return () => ipcRenderer.removeListener('gerai:event', onMessage);
  },
  toggleDisplay: () => ipcRenderer.invoke('gerai:toggle-display'),
};

contextBridge.exposeInMainWorld('gerai', bridge);
