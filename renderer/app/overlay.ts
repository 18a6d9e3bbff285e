import { createStore } from '../data/store.ts';

/** What lies over the screen: the help, the menu, or nothing. The screen below keeps its state. */
export type Overlay = 'help' | 'menu' | null;

/** The overlay that is open. */
export const overlay = createStore<Overlay>(null);

/** Opens the overlay, or closes it where it is open already: the same key leads in and out. */
export function toggleOverlay(which: 'help' | 'menu'): void {
  overlay.set(overlay.get() === which ? null : which);
}
