import type { Clock } from '../district.ts';
import { RefusalError } from '../refusal.ts';

const WINDOW_MS = 60_000;
/** More than a district's clerks mistype in a minute, far fewer than a guesser needs. */
const MOST_IN_WINDOW = 20;

/** Slows down guessing: enrolment is the one door that no key guards yet. */
export class WrongCodes {
  readonly #clock: Clock;
  #times: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws RefusalError `busy` where too many wrong codes came within a minute, whoever sent them */
  requireFew(): void {
    const since = this.#clock.now() - WINDOW_MS;
    this.#times = this.#times.filter((time) => time > since);
    if (this.#times.length >= MOST_IN_WINDOW) {
      throw new RefusalError('busy', 'too many wrong codes', { retryAfterS: WINDOW_MS / 1000 });
    }
  }

  /** Notes a wrong code. */
  count(): void {
    this.#times.push(this.#clock.now());
  }
}
