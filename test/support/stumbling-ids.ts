import { v7 as uuidv7 } from 'uuid';
import type { Ids } from '../../electron/engine/ports.ts';

/** Ids that fail once when told to: a fault of the program in the middle of a command. */
export class StumblingIds implements Ids {
  #stumbles = false;

  /** The next id is asked for in vain. */
  stumble(): void {
    this.#stumbles = true;
  }

  next(): string {
    const stumbles = this.#stumbles;
    this.#stumbles = false;
    if (stumbles) throw new Error('stumbled');
    return uuidv7();
  }
}
