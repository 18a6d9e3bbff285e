import { inspect } from 'node:util';

/** Nothing of what is said is left out: errors with their words and causes, and long things whole. */
const WHOLE = {
  depth: Infinity,
  breakLength: Infinity,
  maxArrayLength: Infinity,
  maxStringLength: Infinity,
} as const;

/** A log that keeps everything that is said, so that it can be looked through. JSON would lose errors. */
export class KeptLog {
  readonly lines: string[] = [];
  readonly info = (what: string, details: object = {}) => this.#keep(what, details);
  readonly warn = (what: string, details: object = {}) => this.#keep(what, details);
  readonly error = (what: string, details: object = {}) => this.#keep(what, details);

  /** Everything that was said so far. */
  get text(): string {
    return this.lines.join('\n');
  }

  #keep(what: string, details: object): void {
    this.lines.push(`${what} ${inspect(details, WHOLE)}`);
  }
}
