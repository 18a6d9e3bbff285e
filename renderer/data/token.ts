const KEY = 'gerai.token';

/**
 * The secret that lets this page speak to its web host. It arrives in the address behind `#t=`, is
 * moved to the tab's own storage and wiped from the address before anything else can read it. A
 * screen to open may follow it: `#t=…&/layar`.
 */
export function takeToken(): string {
  const [, arrived, screen] = /^#t=([^&]+)(?:&(\/\w+))?/.exec(window.location.hash) ?? [];
  if (arrived !== undefined) {
    window.sessionStorage.setItem(KEY, decodeURIComponent(arrived));
    const place = screen === undefined ? '' : `#${screen}`;
    window.history.replaceState(null, '', window.location.pathname + window.location.search + place);
  }
  return window.sessionStorage.getItem(KEY) ?? '';
}
