import { v7 as uuidv7 } from 'uuid';
import type { Ids } from '../../electron/engine/ports.ts';

/** Ids that fail once when told to: a fault of the program in the middle of a command. */
export class StumblingIds implements Ids {
  /** How many ids are still given before one is asked for in vain. */
  #left = Number.POSITIVE_INFINITY;

  /** The next id is asked for in vain, or one after so many others. */
  stumble(after = 0): void {
    this.#left = after;
  }

  next(): string {
    const stumbles = this.#left === 0;
    this.#left = stumbles ? Number.POSITIVE_INFINITY : this.#left - 1;
    if (stumbles) throw new Error('stumbled');
    return uuidv7();
  }
}
