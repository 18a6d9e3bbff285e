import { useRef } from 'react';

/**
 * Lets one wish through at a time: the second half of a double click, while the first is on its way,
 * is the same wish.
 */
export function useOneAtATime(): (wish: () => Promise<unknown>) => void {
  const busy = useRef(false);
  return (wish) => {
    if (busy.current) return;
    busy.current = true;
    void wish().finally(() => {
      busy.current = false;
    });
  };
}
