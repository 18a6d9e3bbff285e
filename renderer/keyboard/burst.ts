/**
 * Telling a scanner from a person. A keyboard scanner types a whole code within a few milliseconds
 * per character and ends with Enter; nobody types like that. So printable keys are held back for a
 * moment: if the next one follows at once they belong together, and if Enter follows a long enough
 * run it was a scan. Otherwise the held text goes to the field that had the focus.
 */

/** Longest pause inside a burst, in milliseconds. */
export const BURST_GAP = 60;
/** Fewest characters of a scan: the shortest barcode on goods has six (UPC-E without its ends). */
export const BURST_LENGTH = 6;

/** One key as the detector sees it. */
export interface BurstKey {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** When it went down, in milliseconds. */
  readonly at: number;
  /** Held down long enough to repeat: only a finger does that. */
  readonly repeat: boolean;
  /** Ctrl, Alt or Meta is down, so the key is a shortcut. */
  readonly shortcut: boolean;
}

/** What the detector remembers between keys. */
export interface BurstState {
  readonly held: string;
  readonly lastAt: number;
  /** When the last scan ended; some scanners send a second Enter right behind it. */
  readonly scannedAt: number;
}

export type BurstVerdict =
  /** Keep the key back until it is clear what it belongs to. */
  | { readonly kind: 'hold' }
  /** A whole code has been read; its Enter must press nothing. */
  | { readonly kind: 'scan'; readonly code: string }
  /** Drop the key: it is the tail of a scan. */
  | { readonly kind: 'drop' }
  /** Nothing of a scanner: the key goes its own way. */
  | { readonly kind: 'pass' };

export interface BurstStep {
  readonly state: BurstState;
  /** Held text that turned out to be typing; it goes to the focused field before anything else. */
  readonly replay: string;
  readonly verdict: BurstVerdict;
}

export const NO_BURST: BurstState = {
  held: '',
  lastAt: Number.NEGATIVE_INFINITY,
  scannedAt: Number.NEGATIVE_INFINITY,
};

/** Judges one key. */
export function feedBurst(state: BurstState, key: BurstKey): BurstStep {
  // Shift goes down before capitals in the middle of a code and says nothing by itself.
  if (key.key === 'Shift' || key.key === 'CapsLock') return { state, replay: '', verdict: { kind: 'pass' } };
  const together = key.at - state.lastAt <= BURST_GAP;
  if (key.key === 'Enter') return feedEnter(state, key, together);
  if (!isPrintable(key) || key.repeat) return letGo(state);
  if (!together)
    return { state: hold(state, key.key, key.at), replay: state.held, verdict: { kind: 'hold' } };
  return { state: hold(state, state.held + key.key, key.at), replay: '', verdict: { kind: 'hold' } };
}

function feedEnter(state: BurstState, key: BurstKey, together: boolean): BurstStep {
  if (together && state.held.length >= BURST_LENGTH) {
    return {
      state: { ...NO_BURST, scannedAt: key.at },
      replay: '',
      verdict: { kind: 'scan', code: state.held },
    };
  }
  if (key.at - state.scannedAt <= BURST_GAP) {
    return { state: { ...state, scannedAt: key.at }, replay: '', verdict: { kind: 'drop' } };
  }
  return letGo(state);
}

/** Time has passed: what is held and stands alone was typed by a person. */
export function expireBurst(state: BurstState, now: number): Omit<BurstStep, 'verdict'> {
  if (state.held === '' || now - state.lastAt <= BURST_GAP) return { state, replay: '' };
  return { state: { ...state, held: '' }, replay: state.held };
}

function isPrintable(key: BurstKey): boolean {
  return !key.shortcut && [...key.key].length === 1;
}

function hold(state: BurstState, held: string, at: number): BurstState {
  return { ...state, held, lastAt: at };
}

function letGo(state: BurstState): BurstStep {
  return { state: { ...state, held: '' }, replay: state.held, verdict: { kind: 'pass' } };
}
