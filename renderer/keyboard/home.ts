import { useEffect, type RefObject } from 'react';

type Home = RefObject<HTMLElement | null>;

/** Where the focus belongs, the newest screen's wish last. */
const homes: Home[] = [];

/** Puts the focus back where it belongs. */
export function goHome(): void {
  homes.at(-1)?.current?.focus({ preventScroll: true });
}

/**
 * Makes a field the place to which the focus returns: after every click, after a button or a list
 * that had it is gone, and when the window comes back to the front.
 * @param active `false` while the field should let others have the focus
 */
export function useHome(field: Home, active = true): void {
  useEffect(() => {
    if (!active) return;
    homes.push(field);
    goHome();
    // Only a moment later is it known who has the focus next: the Tab key may lead to a button.
    const ifLost = () => setTimeout(returnIfLost);
    const afterClick = () => setTimeout(returnFromButton);
    document.addEventListener('focusout', ifLost);
    document.addEventListener('click', afterClick);
    window.addEventListener('focus', ifLost);
    return () => {
      homes.splice(homes.indexOf(field), 1);
      document.removeEventListener('focusout', ifLost);
      document.removeEventListener('click', afterClick);
      window.removeEventListener('focus', ifLost);
    };
  }, [field, active]);
}

function returnIfLost(): void {
  const element = document.activeElement;
  if (element === null || element === document.body) goHome();
}

/** A pressed button has done its work; a field that was clicked is wanted for typing. */
function returnFromButton(): void {
  if (document.activeElement instanceof HTMLButtonElement) goHome();
  else returnIfLost();
}
