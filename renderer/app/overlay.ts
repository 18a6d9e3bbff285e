import { id } from '../../shared/i18n/id.ts';
import { createStore } from '../data/store.ts';
import type { Action } from '../keyboard/action.ts';
import { useActions, useScanner } from '../keyboard/keyboard.tsx';

/** What lies over the screen: the help, the menu, or nothing. The screen below keeps its state. */
export type Overlay = 'help' | 'menu' | null;

/** The overlay that is open. */
export const overlay = createStore<Overlay>(null);

/** Opens the overlay, or closes it where it is open already: the same key leads in and out. */
function toggleOverlay(which: 'help' | 'menu'): void {
  overlay.set(overlay.get() === which ? null : which);
}

/** Back to the screen below. */
export function closeOverlay(): void {
  overlay.set(null);
}

/** The two keys that open something over any screen. */
export const OVERLAY_ACTIONS: readonly Action[] = [
  {
    id: 'app.help',
    label: id.app.actions.help,
    help: id.app.actions.helpHelp,
    key: 'F1',
    icon: 'help',
    perform: () => toggleOverlay('help'),
  },
  {
    id: 'app.menu',
    label: id.app.actions.menu,
    help: id.app.actions.menuHelp,
    key: 'F5',
    icon: 'menu',
    perform: () => toggleOverlay('menu'),
  },
];

/** Esc, back to the screen below. */
export const BACK_ACTION: Action = {
  id: 'app.back',
  label: id.app.actions.back,
  key: 'Escape',
  icon: 'back',
  perform: closeOverlay,
};

/**
 * The keys of an overlay, and no others: what is out of sight must not be done by a key. A scan
 * closes the overlay and goes on to the screen below.
 */
export function useOverlayActions(actions: readonly Action[]): void {
  useActions([...actions, BACK_ACTION, ...OVERLAY_ACTIONS], { covers: true });
  useScanner(() => {
    closeOverlay();
    return 'pass';
  });
}
