const KEY = 'gerai.token';

/**
 * The secret that lets this page speak to its web host. It arrives in the address behind `#t=`, is
 * moved to the tab's own storage and wiped from the address before anything else can read it.
 */
export function takeToken(): string {
  const arrived = /^#t=([^&]+)/.exec(window.location.hash)?.[1];
  if (arrived !== undefined) {
    window.sessionStorage.setItem(KEY, decodeURIComponent(arrived));
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  }
  return window.sessionStorage.getItem(KEY) ?? '';
}
