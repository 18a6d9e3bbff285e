/**
 * Telling a scanner from a person. A keyboard scanner types a whole code within a few milliseconds
 * per character and ends with Enter; nobody types like that. So printable keys are held back for a
 * moment: if Enter ends a long enough run of fast keys it was a scan, otherwise the held text goes to
 * the field that had the focus.
 *
 * A busy computer can stall in the middle of a code. Then its beginning has already been given to the
 * field, but the run is remembered: when it turns out to be a scan, the field gets back what it held
 * before, and the code is whole.
 */

import { GS1_SEPARATOR } from '../../shared/domain/gs1.ts';

/** Longest pause between the keys of a scanner, in milliseconds. */
export const BURST_GAP = 60;
/** Longest pause that a stall may tear into a code, in milliseconds. */
const BURST_STALL = 2000;
/** Fewest characters of a scan: the shortest barcode on goods has six (UPC-E without its ends). */
export const BURST_LENGTH = 6;
/** A key that goes down again this soon, and nothing near it, is one press of a worn key, in milliseconds. */
const BOUNCE_GAP = 25;
/** At most one pause in this many may be a stall; a person pauses at nearly every key. */
const KEYS_PER_STALL = 4;

/** Keys that only change what the next one means. */
const SILENT_KEYS: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'Control']);

/** One key as the detector sees it. */
export interface BurstKey {
  /** `KeyboardEvent.key`; a GS1 separator where a scanner typed Ctrl+] for it. */
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
  /** Every character since the run began. */
  readonly run: string;
  /** How many of them the field has been given already. */
  readonly given: number;
  /** When each of them went down. */
  readonly times: readonly number[];
  /** Pauses in the run that were longer than a scanner's. */
  readonly stalls: number;
  /** Characters since the last such pause. */
  readonly chunk: number;
  readonly lastAt: number;
  /** When the last scan ended; some scanners send a second Enter right behind it. */
  readonly scannedAt: number;
}

export type BurstVerdict =
  /** Keep the key back until it is clear what it belongs to. */
  | { readonly kind: 'hold' }
  /** A whole code has been read; its Enter must press nothing, and no field may keep a part of it. */
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
  run: '',
  given: 0,
  times: [],
  stalls: 0,
  chunk: 0,
  lastAt: Number.NEGATIVE_INFINITY,
  scannedAt: Number.NEGATIVE_INFINITY,
};

/** Judges one key. */
export function feedBurst(state: BurstState, key: BurstKey): BurstStep {
  // They go down before a capital or a separator in the middle of a code and say nothing by themselves.
  if (SILENT_KEYS.has(key.key)) return { state, replay: '', verdict: { kind: 'pass' } };
  if (key.key === 'Enter') return feedEnter(state, key);
  if (!isPrintable(key) || key.repeat) return letGo(state, key.at);
  const { joins, stalls } = joinTo(state, key.at);
  if (!joins) {
    // No code begins with a space, and held back it could not press the button that has the focus. What
    // separates something comes after it.
    if (key.key === ' ' || key.key === GS1_SEPARATOR) return letGo(state, key.at);
    const begun = { run: key.key, times: [key.at], chunk: 1, lastAt: key.at };
    return {
      state: { ...NO_BURST, ...begun, scannedAt: state.scannedAt },
      replay: held(state, key.at),
      verdict: { kind: 'hold' },
    };
  }
  const { state: before, replay } = expireBurst(state, key.at);
  const chunk = stalls === state.stalls ? state.chunk + 1 : 1;
  const times = [...before.times, key.at];
  const grown = { ...before, run: before.run + key.key, times, stalls, chunk, lastAt: key.at };
  return { state: grown, replay, verdict: { kind: 'hold' } };
}

function feedEnter(state: BurstState, key: BurstKey): BurstStep {
  const { joins, stalls } = joinTo(state, key.at);
  const longEnough = state.run.length >= BURST_LENGTH;
  if (joins && longEnough && stalls * KEYS_PER_STALL <= state.run.length) {
    return {
      state: { ...NO_BURST, scannedAt: key.at },
      replay: '',
      verdict: { kind: 'scan', code: state.run },
    };
  }
  if (state.run === '' && key.at - state.scannedAt <= BURST_GAP) {
    return { state: { ...state, scannedAt: key.at }, replay: '', verdict: { kind: 'drop' } };
  }
  return letGo(state, key.at);
}

/**
 * Whether a key belongs to the run. After a pause it does only where fast keys came before the pause:
 * a digit typed by hand just before a scan is no part of the code.
 */
function joinTo(state: BurstState, at: number): { joins: boolean; stalls: number } {
  const pause = at - state.lastAt;
  if (pause <= BURST_GAP) return { joins: true, stalls: state.stalls };
  return { joins: pause <= BURST_STALL && state.chunk > 1, stalls: state.stalls + 1 };
}

/** Time has passed: what is held goes to the field for now. */
export function expireBurst(state: BurstState, now: number): Omit<BurstStep, 'verdict'> {
  if (now - state.lastAt <= BURST_GAP) return { state, replay: '' };
  return { state: { ...state, given: state.run.length }, replay: held(state, now) };
}

/** Whether text is being kept back. */
export function isHolding(state: BurstState): boolean {
  return state.given < state.run.length;
}

/** What is kept back, as a person meant it: without separators, and the second stroke of a key that bounced. */
function held({ run, times, given }: BurstState, now: number): string {
  const meant = (character: string, at: number) =>
    at >= given && character !== GS1_SEPARATOR && !bounced(run, times, at, now);
  return [...run].filter(meant).join('');
}

/** A scanner sends two of a kind as fast as this too, but then everything around them is as fast. */
function bounced(run: string, times: readonly number[], at: number, now: number): boolean {
  const pauseBefore = (index: number) =>
    (times[index] ?? now) - (times[index - 1] ?? Number.NEGATIVE_INFINITY);
  return (
    run[at] === run[at - 1] &&
    pauseBefore(at) < BOUNCE_GAP &&
    pauseBefore(at - 1) >= BOUNCE_GAP &&
    pauseBefore(at + 1) >= BOUNCE_GAP
  );
}

function isPrintable(key: BurstKey): boolean {
  return !key.shortcut && key.key.length === 1;
}

function letGo(state: BurstState, now: number): BurstStep {
  return {
    state: { ...NO_BURST, scannedAt: state.scannedAt },
    replay: held(state, now),
    verdict: { kind: 'pass' },
  };
}
