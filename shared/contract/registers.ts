import { z } from 'zod';
import { businessDateSchema, daysBetween } from '../domain/business-date.ts';
import { query } from './define.ts';
import { fileSchema } from './values.ts';

/** Papers that fall out of what was sold. */
export const registerSchema = z.enum([
  'lpg-logbook',
  'sphp-statement',
  'fertiliser-register',
  /** The prices that hold on `to`; `from` says nothing there. */
  'price-board',
]);
export type RegisterName = z.output<typeof registerSchema>;

/** The longest time one register spans: a year and a leap day. */
export const MAX_REGISTER_DAYS = 366;

const asked = z
  .strictObject({
    register: registerSchema,
    /** First and last date, both included. */
    from: businessDateSchema,
    to: businessDateSchema,
    /** Only what one agen delivered (LPG); null for all. */
    agen: z.string().max(80).nullable().default(null),
    /** After how long a sum is drawn. */
    sumEvery: z.enum(['day', 'month']).default('day'),
  })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < MAX_REGISTER_DAYS);

export const registerViewSchema = z.strictObject({
  title: z.string(),
  /** What the paper says above its table, such as the store and the time it is about. */
  facts: z.array(z.tuple([z.string(), z.string()])),
  opening: z.string(),
  columns: z.array(z.strictObject({ head: z.string(), right: z.boolean(), wide: z.boolean() })),
  /** `sum` is the sum of a day or month. */
  rows: z.array(z.strictObject({ kind: z.enum(['row', 'sum']), cells: z.array(z.string()) })),
  /** What it adds up to. */
  sums: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  notes: z.array(z.string()),
  /** Agens there are to choose from (LPG). */
  agens: z.array(z.string()),
});
export type RegisterView = z.output<typeof registerViewSchema>;

export const registersContract = {
  /** A register as the screen shows it; the same words and figures as on paper. */
  view: query({ permission: 'subsidy.manage', input: asked, output: registerViewSchema }),
  /** The same as a PDF on A4 or as a spreadsheet. */
  file: query({
    permission: 'subsidy.manage',
    input: asked.and(z.strictObject({ format: z.enum(['pdf', 'xlsx']) })),
    output: fileSchema,
  }),
};
