import type { Timer } from '../../electron/engine/ports.ts';

/** A timer that stands still until a test lets time pass. */
export class TestTimer implements Timer {
  #time = 0;
  #waiting: { readonly at: number; readonly task: () => void }[] = [];

  after(milliseconds: number, task: () => void): () => void {
    const entry = { at: this.#time + milliseconds, task };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
    };
  }

  /** Runs what falls due within this time, in order, also what is put in meanwhile. */
  pass(milliseconds: number): void {
    const end = this.#time + milliseconds;
    for (;;) {
      const next = this.#waiting.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#waiting = this.#waiting.filter((each) => each !== next);
      this.#time = next.at;
      next.task();
    }
    this.#time = end;
  }
}
