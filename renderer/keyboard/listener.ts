import { BURST_GAP, expireBurst, feedBurst, NO_BURST, type BurstStep } from './burst.ts';
import { keepsKey, typeInto } from './focused-field.ts';
import type { ActionRegistry } from './registry.ts';
import type { ScanRouter } from './scanner.ts';

/**
 * Sits in front of the whole page and sees every key first: scans are taken out, then keys that mean
 * an action, and the rest goes where the focus is.
 */
export function listenToKeys(registry: ActionRegistry, scanner: ScanRouter): () => void {
  let state = NO_BURST;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    const step = expireBurst(state, performance.now());
    state = step.state;
    typeInto(step.replay);
    if (state.held !== '') timer = setTimeout(settle, BURST_GAP);
  }

  function judge(event: KeyboardEvent): BurstStep {
    const { key, repeat } = event;
    const step = feedBurst(state, {
      key,
      repeat,
      at: event.timeStamp,
      shortcut: event.ctrlKey || event.altKey || event.metaKey,
    });
    state = step.state;
    return step;
  }

  function onKeyDown(event: KeyboardEvent): void {
    // What `typeInto` replays has been judged already, and composed input is never a scanner's.
    if (event.isTrusted && !event.isComposing && scanner.listening()) {
      clearTimeout(timer);
      const { verdict, replay } = judge(event);
      typeInto(replay);
      if (state.held !== '') timer = setTimeout(settle, BURST_GAP + 5);
      if (verdict.kind !== 'pass') {
        swallow(event);
        if (verdict.kind === 'scan') scanner.give(verdict.code);
        return;
      }
    }
    act(registry, event);
  }

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

function act(registry: ActionRegistry, event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || keepsKey(event.key)) return;
  const action = registry.find(event.key);
  if (action === undefined) {
    // A function key without a meaning here must not reload the page or open the browser's search.
    if (/^F([13-9]|1[01])$/.test(event.key)) event.preventDefault();
    return;
  }
  swallow(event);
  // A key held down acts once, except for moving through lines.
  if (event.repeat && !event.key.startsWith('Arrow')) return;
  if (action.enabled === false) action.whyNot?.();
  else action.perform();
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
