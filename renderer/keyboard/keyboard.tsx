import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
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

let lastOrder = 0;

/**
 * A number that grows with every component drawn. Parents are drawn before what they hold, so what
 * lies deeper or came later goes first; effects alone would run the other way round.
 */
function useOrder(): number {
  const [order] = useState(() => ++lastOrder);
  return order;
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
  const order = useOrder();
  const covers = options.covers ?? false;
  const handle = useRef<ScopeHandle | null>(null);
  useLayoutEffect(() => {
    const opened = registry.open({ order, covers });
    handle.current = opened;
    return opened.close;
  }, [registry, order, covers]);
  useLayoutEffect(() => handle.current?.update(actions));
  return actions;
}

/** The actions that could be reached when the component opened: what a help page explains. */
export function useActionsBelow(): readonly Action[] {
  const { registry } = useKeyboard();
  const [actions] = useState(registry.list);
  return actions;
}

function useReachableActions(): readonly Action[] {
  const { registry } = useKeyboard();
  return useSyncExternalStore(registry.subscribe, registry.list);
}

/** Takes scanned codes while the component is mounted, whatever has the focus. */
export function useScanner(handler: ScanHandler): void {
  const { scanner } = useKeyboard();
  const order = useOrder();
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  useEffect(() => scanner.take(order, (code) => newest.current(code)), [scanner, order]);
}

/** Hands a code to the screen that takes scans: for scanners that the engine listens to. */
export function useGiveScan(): ScanRouter['give'] {
  return useKeyboard().scanner.give;
}

/** One action that another part of the screen offers, to be drawn as a button here too. */
export function useReachable(actionId: string): Action | undefined {
  return useReachableActions().find((action) => action.id === actionId);
}
