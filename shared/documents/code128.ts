/** A bar code's data in the two sets of Code 128 that a number of a receipt needs. */
export interface Code128 {
  /** What begins the code, in set B: any printable ASCII, one symbol a letter. */
  readonly letters: string;
  /** An even number of digits at its end, in set C: two of them a symbol; empty where there are too few. */
  readonly digits: string;
}

const SYMBOL_MODULES = 11;
const STOP_MODULES = 13;

/** Splits ASCII text so that a run of digits at its end, four or more, takes half the room. */
export function code128(data: string): Code128 {
  const run = /\d{4,}$/.exec(data)?.[0] ?? '';
  const digits = run.slice(run.length % 2);
  return { letters: data.slice(0, data.length - digits.length), digits };
}

/** How wide the bars of a code are, in modules: start, symbols, change of set, check digit and stop. */
export function code128Modules(data: string): number {
  const { letters, digits } = code128(data);
  const tail = digits === '' ? 0 : 1 + digits.length / 2;
  return (1 + letters.length + tail + 1) * SYMBOL_MODULES + STOP_MODULES;
}
