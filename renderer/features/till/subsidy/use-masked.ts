import { useEffect, useState } from 'react';

/** How long a number stays in sight after its last digit was typed, in milliseconds. */
const IN_SIGHT_MS = 20_000;

/** Whether what was typed is kept from sight. */
export interface Masked {
  readonly masked: boolean;
  readonly toggle: () => void;
  /** Something was typed: it is shown for a while. */
  readonly show: () => void;
}

/** A number is seen while it is typed, and closes by itself: others look at the screen too. */
export function useMasked(typed: string): Masked {
  const [masked, setMasked] = useState(false);
  useEffect(() => {
    if (typed === '' || masked) return;
    const timer = setTimeout(() => setMasked(true), IN_SIGHT_MS);
    return () => clearTimeout(timer);
  }, [typed, masked]);
  return { masked, toggle: () => setMasked(!masked), show: () => setMasked(false) };
}
