import { flushSync } from 'react-dom';
import { GS1_SEPARATOR } from '../../shared/domain/gs1.ts';
import {
  BURST_GAP,
  BURST_LENGTH,
  expireBurst,
  feedBurst,
  isHolding,
  NO_BURST,
  type BurstKey,
  type BurstState,
  type BurstStep,
} from './burst.ts';
import { focusedField, keepsKey, rememberField, typeInto } from './focused-field.ts';
import type { ActionRegistry } from './registry.ts';
import type { ScanRouter } from './scanner.ts';

/**
 * Sits in front of the whole page and sees every key first: scans are taken out, then keys that mean
 * an action, and the rest goes where the focus is.
 */
export function listenToKeys(registry: ActionRegistry, scanner: ScanRouter): () => void {
  let state = NO_BURST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restoreField = () => {};

  /** Takes over the detector's next state and gives the field what was held back for it. */
  function advance(step: Pick<BurstStep, 'state' | 'replay'>): void {
    const firstOfRun = state.given === 0;
    state = step.state;
    if (step.replay !== '' && firstOfRun) restoreField = rememberField();
    // The key behind may mean an action, which must see what the held text has done.
    if (step.replay !== '' && meantForScreen(step.replay, firstOfRun)) flushSync(() => typeInto(step.replay));
    clearTimeout(timer);
    if (isHolding(state)) timer = setTimeout(settle, BURST_GAP + 5);
  }

  function settle(): void {
    advance(expireBurst(state, performance.now()));
  }

  /** Whether the key was a scanner's, or may still turn out to be. */
  function belongsToScan(event: KeyboardEvent): boolean {
    const before = state;
    const step = feedBurst(state, burstKey(event));
    advance(step);
    if (step.verdict.kind === 'pass') return endsTornScan(event, before);
    swallow(event);
    if (step.verdict.kind === 'scan') {
      if (before.given > 0) restoreField();
      scanner.give(step.verdict.code);
    }
    return true;
  }

  /**
   * Enter behind several fast keys that no field has taken: a scan that stalls have torn beyond what the
   * detector trusts. Nobody types words where there is no field, so it is a scan all the same, and its
   * Enter chooses nothing.
   */
  function endsTornScan(event: KeyboardEvent, { run }: BurstState): boolean {
    if (event.key !== 'Enter' || run.length < 2 || focusedField() !== null) return false;
    swallow(event);
    if (run.length >= BURST_LENGTH) scanner.give(run);
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    // What `typeInto` replays has been judged already, and composed input is never a scanner's.
    const fresh = event.isTrusted && !event.isComposing && scanner.listening();
    if (fresh && belongsToScan(event)) return;
    act(registry, event);
  }

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

/** A key as the detector takes it: keyboard scanners type what separates the parts of a GS1 code as Ctrl+]. */
function burstKey({ key, repeat, timeStamp: at, ctrlKey, altKey, metaKey }: KeyboardEvent): BurstKey {
  if (key === ']' && ctrlKey && !altKey && !metaKey) {
    return { key: GS1_SEPARATOR, repeat, at, shortcut: false };
  }
  return { key, repeat, at, shortcut: ctrlKey || altKey || metaKey };
}

/**
 * Whether held text may act. A field takes all of it. Where there is none only keys act, and a key that
 * has others close by is a part of a scan whose rest is late: on a busy computer its digits would
 * choose something.
 */
function meantForScreen(text: string, firstOfRun: boolean): boolean {
  return focusedField() !== null || (firstOfRun && text.length === 1);
}

/** Two presses of one key within this time are one finger on a worn key, in milliseconds. */
const BOUNCE = 50;

let lastAct = { key: '', at: Number.NEGATIVE_INFINITY };

function act(registry: ActionRegistry, event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || keepsKey(event.key)) return;
  const action = registry.find(event.key);
  if (action === undefined) {
    // A function key without a meaning here must not reload the page or open the browser's search.
    if (/^F([13-9]|1[01])$/.test(event.key)) event.preventDefault();
    return;
  }
  swallow(event);
  const moves = event.key.startsWith('Arrow');
  const bounced = event.key === lastAct.key && event.timeStamp - lastAct.at < BOUNCE;
  lastAct = { key: event.key, at: event.timeStamp };
  // A key held down acts once, except for moving through lines.
  if (!moves && (event.repeat || bounced)) return;
  if (action.enabled === false) action.whyNot?.();
  else action.perform();
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
