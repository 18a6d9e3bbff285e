import { id } from '../../shared/i18n/id.ts';
import type { Action } from '../keyboard/action.ts';
import { useActions } from '../keyboard/keyboard.tsx';

const words = id.importing;

interface ImportKeysWishes {
  /** Begins the names of its actions in code, such as `catalog`. */
  readonly name: string;
  /** Something was read and can be looked at. */
  readonly chosen: boolean;
  /** It can be taken over. */
  readonly ready: boolean;
  /** A file can be chosen now. */
  readonly choosable: boolean;
  readonly committing: boolean;
  /** The verb of taking over, with how many rows it is about. */
  readonly commitLabel: string;
  readonly onChoose: () => void;
  readonly onCommit: () => Promise<void>;
  readonly onLeave: () => void;
}

/** The keys of taking a file over, and which of them is the next step. */
export interface ImportKeys {
  readonly back: Action;
  readonly choose: Action;
  readonly main: Action;
}

/** Choosing a file, taking over what is in it, and leaving both be. */
export function useImportKeys(wishes: ImportKeysWishes): ImportKeys {
  const { name, ready, committing } = wishes;
  const back: Action = {
    id: `${name}.import-back`,
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: wishes.onLeave,
  };
  const choose: Action = {
    id: `${name}.import-choose`,
    label: wishes.chosen ? words.other : words.choose,
    help: words.chooseHelp,
    // Until a file can be taken over, choosing one is the next step.
    key: ready ? 'F7' : 'F9',
    icon: 'file',
    enabled: wishes.choosable,
    perform: wishes.onChoose,
  };
  const take: Action = {
    id: `${name}.import-commit`,
    label: committing ? words.committing : wishes.commitLabel,
    help: words.commitHelp,
    key: 'F9',
    enabled: !committing,
    perform: () => void wishes.onCommit(),
  };
  useActions(ready ? [choose, back, take] : [back, choose]);
  return { back, choose, main: ready ? take : choose };
}
