import { BrowserWindow, screen, type Display } from 'electron';
import { pagePreferences, reloadAfterCrash } from './window.ts';
import { words } from './words.ts';

/** The buyer's window beside the till's. */
export interface DisplayWindow {
  /** Opens it, or closes it where it is open. */
  toggle(): void;
  /** The window while it is open. */
  current(): BrowserWindow | undefined;
}

export interface DisplayOptions {
  readonly till: BrowserWindow;
  readonly preload: string;
  /** Address of the buyer's screen. */
  readonly url: string;
}

/**
 * Keeps the buyer's window: it fills the second screen where there is one, never takes the focus from
 * the till's window, and goes with it, or with its screen.
 */
export function keepDisplayWindow({ till, preload, url }: DisplayOptions): DisplayWindow {
  let window: BrowserWindow | undefined;
  let place: Display | undefined;

  function open(): void {
    place = secondScreen(till);
    const opened = place === undefined ? besideTill(preload) : filling(place, preload);
    window = opened;
    opened.once('ready-to-show', () => opened.showInactive());
    opened.once('closed', () => {
      window = undefined;
    });
    reloadAfterCrash(opened);
    // A page that can't be loaded is said on stderr; the till goes on without it.
    opened.loadURL(url).catch((cause: unknown) => process.stderr.write(`gerai: ${String(cause)}\n`));
  }

  till.once('closed', () => window?.destroy());
  // Its window would be moved onto the till's screen, over the till.
  screen.on('display-removed', (_, removed) => {
    if (removed.id === place?.id) window?.destroy();
  });
  return {
    toggle: () => {
      if (window === undefined) open();
      else window.close();
    },
    current: () => window,
  };
}

function secondScreen(till: BrowserWindow): Display | undefined {
  const own = screen.getDisplayMatching(till.getBounds());
  return screen.getAllDisplays().find((display) => display.id !== own.id);
}

/** On a screen of its own it has no frame, and a buyer's touch can't take the focus. */
function filling({ bounds }: Display, preload: string): BrowserWindow {
  return new BrowserWindow({
    ...bounds,
    title: words.display,
    show: false,
    frame: false,
    fullscreen: true,
    focusable: false,
    skipTaskbar: true,
    webPreferences: pagePreferences(preload),
  });
}

/** On the till's own screen somebody has to be able to move it, to a screen plugged in later. */
function besideTill(preload: string): BrowserWindow {
  return new BrowserWindow({
    title: words.display,
    width: 1024,
    height: 600,
    minWidth: 800,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  });
}
