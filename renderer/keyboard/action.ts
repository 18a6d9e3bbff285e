import type { IconName } from '../ui/icon-paths.ts';

/**
 * Something a person can do on the screen that is open. One action feeds its key, its button and its
 * line in the help, so the three can never say different things.
 */
export interface Action {
  /** Stable name in code, such as `till.pay`. */
  readonly id: string;
  /** The verb on the button, from shared/i18n. */
  readonly label: string;
  /** `KeyboardEvent.key`, such as `F9`, `Escape`, `Delete` or `1`. */
  readonly key: string;
  /** How many there are of what it leads to, beside the verb: `Panggil (2)`. Zero is left out. */
  readonly count?: number;
  readonly icon?: IconName;
  /** One sentence for the help. */
  readonly help?: string;
  /** `false` where it can't be done now: the button is shown off and the key does nothing. */
  readonly enabled?: boolean;
  /** Says why it can't be done now, when someone tries all the same. */
  readonly whyNot?: () => void;
  /** `true` where it stands in no button grid and no help: arrows, for instance. */
  readonly silent?: boolean;
  readonly perform: () => void;
}

const CAPS: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What is printed on a key. */
export function keyCap(key: string): string {
  return CAPS[key] ?? key;
}
