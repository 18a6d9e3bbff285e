import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Action } from './action.ts';
import { listenToKeys } from './listener.ts';
import { createActionRegistry, type ActionRegistry, type ScopeHandle } from './registry.ts';
import { createScanRouter, type ScanHandler, type ScanRouter } from './scanner.ts';

interface Keyboard {
  readonly registry: ActionRegistry;
  readonly scanner: ScanRouter;
}

const KeyboardContext = createContext<Keyboard | null>(null);

function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext);
  if (keyboard === null) throw new Error('a screen stands outside KeyboardProvider');
  return keyboard;
}

/** Listens to the keyboard for everything inside it. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const keyboard = useMemo(() => ({ registry: createActionRegistry(), scanner: createScanRouter() }), []);
  useEffect(() => listenToKeys(keyboard.registry, keyboard.scanner), [keyboard]);
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

/**
 * Offers actions for as long as the component is mounted and returns them, so that the same list can
 * be drawn as buttons.
 * @param options.covers hides everything below, for a screen that lies over another
 */
export function useActions(
  actions: readonly Action[],
  options: { readonly covers?: boolean } = {},
): readonly Action[] {
  const { registry } = useKeyboard();
  const covers = options.covers ?? false;
  const handle = useRef<ScopeHandle | null>(null);
  useLayoutEffect(() => {
    const opened = registry.open([], covers);
    handle.current = opened;
    return opened.close;
  }, [registry, covers]);
  useLayoutEffect(() => handle.current?.update(actions));
  return actions;
}

/** Every action that can be reached now, for the help. */
export function useReachableActions(): readonly Action[] {
  const { registry } = useKeyboard();
  return useSyncExternalStore(registry.subscribe, registry.list);
}

/** Takes scanned codes while the component is mounted, whatever has the focus. */
export function useScanner(handler: ScanHandler): void {
  const { scanner } = useKeyboard();
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  useEffect(() => scanner.take((code) => newest.current(code)), [scanner]);
}

/** Hands a code to the screen that takes scans: for scanners that the engine listens to. */
export function useGiveScan(): ScanHandler {
  return useKeyboard().scanner.give;
}
