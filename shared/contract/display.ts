import { z } from 'zod';
import { rupiahSchema } from '../domain/money.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { command, nothing, query } from './define.ts';

/** A line as the buyer sees it: what, how much of it, and what it comes to. */
export const displayLineSchema = z.strictObject({
  name: z.string(),
  quantityThousandths: thousandthsSchema,
  unit: z.string(),
  totalRp: rupiahSchema,
});
export type DisplayLine = z.output<typeof displayLineSchema>;

/** Whose shop it is: the only name that ever stands on the buyer's screen. */
const gerai = z.string();

/**
 * What the buyer's screen shows. It stands where anybody can read it, so it knows nothing of
 * members, buyers or staff.
 */
export const displayStateSchema = z.discriminatedUnion('kind', [
  /** Empty names before the first run. */
  z.strictObject({ kind: z.literal('idle'), gerai, koperasi: z.string() }),
  z.strictObject({
    kind: z.literal('basket'),
    gerai,
    /** The newest lines in the order they were rung up; no screen holds more. */
    lines: z.array(displayLineSchema),
    /** All lines of the basket. */
    lineCount: z.int().min(1),
    totalRp: rupiahSchema,
    /** Everybody's price less the total. */
    savedRp: rupiahSchema,
    /** Worth of goods that come back in the same errand. */
    returnedRp: rupiahSchema,
    /** What is due in cash, less what comes back, and rounded. */
    dueRp: rupiahSchema,
  }),
  /** A QRIS code that nobody has confirmed the payment of: shown is not paid. */
  z.strictObject({
    kind: z.literal('qris'),
    gerai,
    amountRp: rupiahSchema,
    payload: z.string(),
    /** As the payer's own app names who gets the money. */
    merchantName: z.string(),
    /** The payload's modules, row by row, `1` for dark; without a quiet zone. */
    modules: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('paid'),
    gerai,
    totalRp: rupiahSchema,
    /** The total with the rounding of its cash part: what was paid. */
    dueRp: rupiahSchema,
    /** Put down in cash, paid without cash, and given back in goods; 0 where there was none. */
    receivedRp: rupiahSchema,
    cashlessRp: rupiahSchema,
    returnedRp: rupiahSchema,
    /** Change the buyer chose to give away. */
    donationRp: rupiahSchema,
    /** Cash handed to the buyer. */
    changeRp: rupiahSchema,
    /** Milliseconds until the screen goes idle by itself. */
    leftMs: z.int().min(1),
  }),
]);
export type DisplayState = z.output<typeof displayStateSchema>;

/** The buyer's screen is a window in which nobody is signed in. */
export const displayContract = {
  state: query({ permission: 'public', input: nothing, output: displayStateSchema }),
  /**
   * A code that a scanner typed into the buyer's window because it had the focus. It is given to the
   * till's window as if a scanner of the engine's own had read it; what it means is decided there, by
   * whoever is signed in. A replay gives it once.
   */
  handOver: command({
    permission: 'public',
    input: z.strictObject({ code: z.string().min(1).max(7089) }),
    output: nothing,
  }),
};
