import type { Action } from './action.ts';

/** Where a scope stands among the others. */
export interface ScopePlace {
  /** Higher stands above lower: what was drawn later, or deeper inside, goes first. */
  readonly order: number;
  /** `true` hides all scopes below. */
  readonly covers: boolean;
}

/** A set of actions that came with one part of the screen. */
interface Scope extends ScopePlace {
  actions: readonly Action[];
}

/** A scope as whoever opened it holds it. */
export interface ScopeHandle {
  /** Replaces the actions: closures change with every render. */
  readonly update: (actions: readonly Action[]) => void;
  readonly close: () => void;
}

/** All actions of the open screen. */
export interface ActionRegistry {
  readonly open: (place: ScopePlace) => ScopeHandle;
  /** The action a key means now: the topmost scope that names the key decides. */
  readonly find: (key: string) => Action | undefined;
  /** Whatever can be reached now, each key once, in the order of scopes from the top. */
  readonly list: () => readonly Action[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes an empty registry. */
export function createActionRegistry(): ActionRegistry {
  const scopes: Scope[] = [];
  const listeners = new Set<() => void>();
  let reachable: readonly Action[] = [];

  /** Tells listeners only of what they could show, or a help page would redraw without end. */
  function refresh(): void {
    const next = collect(scopes);
    const same =
      next.length === reachable.length && next.every((action, at) => looksLike(action, reachable[at]));
    if (same) return;
    reachable = next;
    for (const listener of listeners) listener();
  }

  return {
    open: (place) => {
      const scope: Scope = { ...place, actions: [] };
      const above = scopes.findIndex((other) => other.order > scope.order);
      scopes.splice(above < 0 ? scopes.length : above, 0, scope);
      return {
        update: (next) => {
          scope.actions = next;
          refresh();
        },
        close: () => {
          scopes.splice(scopes.indexOf(scope), 1);
          refresh();
        },
      };
    },
    find: (key) => collect(scopes).find((action) => action.key === key),
    list: () => reachable,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function collect(scopes: readonly Scope[]): Action[] {
  const taken = new Set<string>();
  const found: Action[] = [];
  for (const scope of scopes.toReversed()) {
    for (const action of scope.actions) {
      if (taken.has(action.key)) continue;
      taken.add(action.key);
      found.push(action);
    }
    if (scope.covers) break;
  }
  return found;
}

function looksLike(one: Action, other: Action | undefined): boolean {
  return (
    one.id === other?.id &&
    one.key === other.key &&
    one.label === other.label &&
    one.help === other.help &&
    one.enabled === other.enabled &&
    one.silent === other.silent
  );
}
