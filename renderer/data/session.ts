import { createStore } from './store.ts';

const KEY = 'gerai.session';

/**
 * The session token of whoever is signed in. It is kept with the tab, so that a reload leaves the
 * cashier at work and closing the window signs out.
 */
export const session = createStore<string | null>(window.sessionStorage.getItem(KEY));

/** Whether the engine ended the last session: it had to start again, or the person left elsewhere. */
export const sessionLost = createStore(false);

/** Signs a person in at this window. */
export function rememberSession(token: string): void {
  sessionLost.set(false);
  window.sessionStorage.setItem(KEY, token);
  session.set(token);
}

/** Back to the sign-in screen; the open ticket stays in the engine. */
export function forgetSession(): void {
  window.sessionStorage.removeItem(KEY);
  session.set(null);
}

/** The same without anybody's wish: the engine does not know the session any more. */
export function loseSession(): void {
  forgetSession();
  sessionLost.set(true);
}
