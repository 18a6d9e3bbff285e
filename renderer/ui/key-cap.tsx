import { keyCap } from '../keyboard/action.ts';
import styles from './key-cap.module.css';

interface KeyCapProps {
  /** `KeyboardEvent.key`, such as `F9` or `Escape`. */
  readonly of: string;
  readonly large?: boolean;
}

/** The key that does the same as the button it stands on. Left out of the button's name. */
export function KeyCap({ of, large = false }: KeyCapProps) {
  return (
    <kbd className={large ? styles.large : styles.cap} aria-hidden="true">
      {keyCap(of)}
    </kbd>
  );
}
