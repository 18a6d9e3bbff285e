import { useEffect, useState } from 'react';

/** How long numbers stay in sight after their last digit was typed, in milliseconds. */
const IN_SIGHT_MS = 20_000;

/** Whether the numbers that are typed are kept from sight. */
export interface Masked {
  readonly masked: boolean;
  readonly toggle: () => void;
  /** Something was typed: it is shown for a while. */
  readonly show: () => void;
}

/**
 * A NIK or KK number is seen while it is typed, and closes by itself: others look at the screen too.
 * @param typed every number of the screen together; any change begins the time anew
 */
export function useMasked(typed: string): Masked {
  const [masked, setMasked] = useState(false);
  useEffect(() => {
    if (masked || typed === '') return;
    const timer = setTimeout(() => setMasked(true), IN_SIGHT_MS);
    return () => clearTimeout(timer);
  }, [masked, typed]);
  return { masked, toggle: () => setMasked(!masked), show: () => setMasked(false) };
}
