import { createStore } from '../data/store.ts';

const KEY = 'gerai.theme';

/** Light paper, or high contrast for evening shifts and low vision. Chosen for each till. */
export type Theme = 'light' | 'dark';

/** The theme on screen. */
export const theme = createStore<Theme>(window.localStorage.getItem(KEY) === 'dark' ? 'dark' : 'light');

/** Changes the theme and keeps it on this computer. */
export function chooseTheme(next: Theme): void {
  window.localStorage.setItem(KEY, next);
  theme.set(next);
  showTheme();
}

/**
 * Goes along with the theme chosen in another window of this computer.
 * @returns what ends it
 */
export function followTheme(): () => void {
  const onChosen = (event: StorageEvent) => {
    if (event.key !== KEY) return;
    theme.set(event.newValue === 'dark' ? 'dark' : 'light');
    showTheme();
  };
  window.addEventListener('storage', onChosen);
  return () => window.removeEventListener('storage', onChosen);
}

/** Puts the chosen theme on the page. */
export function showTheme(): void {
  document.documentElement.dataset['theme'] = theme.get();
}
