import { createStore } from './store.ts';

const KEY = 'gerai.session';

/**
 * The session token of whoever is signed in. It is kept with the tab, so that a reload leaves the
 * cashier at work and closing the window signs out.
 */
export const session = createStore<string | null>(window.sessionStorage.getItem(KEY));

/** Signs a person in at this window. */
export function rememberSession(token: string): void {
  window.sessionStorage.setItem(KEY, token);
  session.set(token);
}

/** Back to the sign-in screen; the open ticket stays in the engine. */
export function forgetSession(): void {
  window.sessionStorage.removeItem(KEY);
  session.set(null);
}
