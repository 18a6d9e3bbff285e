import { useEffect, useRef } from 'react';

/**
 * How long a new stage lets nothing end it, in milliseconds: as long as a double click may take. The
 * next step of every stage lies in the same place and often on the same key, so the second half of a
 * double press must not carry out a step that nobody has seen yet.
 */
const SETTLING = 450;

/**
 * Tells whether the stage has been on screen long enough for its next step to be meant.
 * @param stage where a component shows one stage after the other: whatever tells them apart
 */
export function useSettled(stage: string | number = ''): () => boolean {
  const settled = useRef<string | number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.current = stage;
    }, SETTLING);
    return () => clearTimeout(timer);
  }, [stage]);
  return () => settled.current === stage;
}
