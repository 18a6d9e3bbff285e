import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { externalSystemSchema, programmeCodeSchema } from '../domain/programmes/rules.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { shownBuyerSchema } from './cylinders.ts';
import { command, nothing, query } from './define.ts';
import { idSchema, textSchema } from './values.ts';

/** Whether a line stands in the other system as well. */
export const keyingStatusSchema = z.enum(['belum', 'sudah', 'beda']);
export type KeyingStatus = z.output<typeof keyingStatusSchema>;

/** A line of a sale that has to stand in another system too. */
export const keyingRowSchema = z.strictObject({
  saleId: idSchema,
  lineId: idSchema,
  system: externalSystemSchema,
  at: z.int(),
  date: businessDateSchema,
  receipt: z.string(),
  programme: programmeCodeSchema,
  programmeName: z.string(),
  unit: z.string(),
  /** In units of the programme, less what was returned. */
  quantityThousandths: thousandthsSchema,
  registrationId: idSchema.nullable(),
  /** For a kasir without the name. */
  buyer: shownBuyerSchema,
  /** Of a line that was keyed and has changed since (a return), `beda`. */
  status: keyingStatusSchema,
  /** What stands in the other system, as it was marked; null where nothing does. */
  keyedThousandths: thousandthsSchema.nullable(),
  reference: z.string(),
  note: z.string(),
});
export type KeyingRow = z.output<typeof keyingRowSchema>;

const differenceKindSchema = z.enum(['missing', 'extra', 'different']);

/** One difference between the till and the other system. Whoever bought is told by four digits. */
export const keyingDifferenceSchema = z.strictObject({
  /** `missing` there, `extra` there, or there with another quantity. */
  kind: differenceKindSchema,
  saleId: idSchema.nullable(),
  lineId: idSchema.nullable(),
  receipt: z.string(),
  /** Line of the file; null where it has none. */
  fileLine: z.int().nullable(),
  date: businessDateSchema,
  programmeName: z.string(),
  lastFour: z.string(),
  oursThousandths: thousandthsSchema,
  theirsThousandths: thousandthsSchema,
});
export type KeyingDifference = z.output<typeof keyingDifferenceSchema>;

/** A line of the file that can't be used. Its cells are told to nobody: they may hold a number. */
export const keyingProblemSchema = z.strictObject({
  line: z.int(),
  code: z.enum(['nik-unreadable', 'date-unreadable', 'quantity-unreadable', 'broken']),
});

export const keyingContract = {
  /** Lines that have to be keyed elsewhere, the oldest first. */
  queue: query({
    permission: 'sale.make',
    input: z
      .strictObject({
        system: externalSystemSchema.nullable().default(null),
        status: keyingStatusSchema.nullable().default(null),
        /** First and last date, both included; null for no end. */
        from: businessDateSchema.nullable().default(null),
        to: businessDateSchema.nullable().default(null),
        limit: z.int().min(1).max(1_000).default(500),
      })
      .refine(({ from, to }) => from === null || to === null || from <= to),
    output: z.strictObject({
      /** How many fit; `rows` holds as many of them as were asked for. */
      total: z.int(),
      rows: z.array(keyingRowSchema),
      /** Between the two dates, whatever the status asked for; systems without a line are left out. */
      counts: z.array(
        z.strictObject({
          system: externalSystemSchema,
          belum: z.int(),
          sudah: z.int(),
          beda: z.int(),
          belumThousandths: thousandthsSchema,
          /** Date of the oldest line that is not keyed; null for none. */
          oldestBelum: businessDateSchema.nullable(),
        }),
      ),
    }),
  }),
  /** Says of lines that they stand in the other system, don't, or stand there differently. */
  mark: command({
    permission: 'sale.make',
    input: z.strictObject({
      lines: z
        .array(z.strictObject({ saleId: idSchema, lineId: idSchema }))
        .min(1)
        .max(200),
      status: keyingStatusSchema,
      /** Number the other system gave; empty for none. */
      reference: textSchema(40).default(''),
      /** Asked for where it stands there differently. */
      note: textSchema(120).default(''),
    }),
    output: z.strictObject({ marked: z.int() }),
  }),
  /**
   * Holds a file exported from the other system against the till's own sales. Nothing of the file is
   * kept; the result is, until the next comparison or a restart, for `saveComparison`.
   */
  compare: query({
    permission: 'subsidy.manage',
    input: z
      .strictObject({
        system: externalSystemSchema,
        from: businessDateSchema,
        to: businessDateSchema,
        fileName: textSchema(255),
        contentBase64: z.base64().max(20_000_000),
      })
      .refine(({ from, to }) => from <= to),
    output: z.strictObject({
      comparisonId: idSchema,
      fileName: z.string(),
      /** By what buyers were told apart: the whole NIK, its last four digits, or not at all. */
      by: z.enum(['nik', 'last-four', 'date']),
      /** Column heads of the file, each with the meaning it was given, or `null` where it is ignored. */
      columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
      /** Lines of the file between the two dates, and those outside of them. */
      rows: z.int(),
      outside: z.int(),
      /** The till's own lines between the two dates. */
      ours: z.int(),
      /** Of the till's own lines, those that stand there just so. */
      matched: z.int(),
      /** At most 500 of them; `differenceCount` counts all. */
      differences: z.array(keyingDifferenceSchema),
      differenceCount: z.int(),
      /** What `saveComparison` will do with the till's own lines. */
      willMark: z.strictObject({
        /** Lines that fit and are `sudah` then. */
        done: z.int(),
        /** Lines that are `beda` then: another quantity there, or missing although they were `sudah`. */
        different: z.int(),
        /** Missing there, and left as they are. */
        unkeyed: z.int(),
        /** Receipts of lines that fit although somebody has marked them `beda`. */
        wereDifferent: z.array(z.string()),
      }),
      problems: z.array(keyingProblemSchema),
      problemCount: z.int(),
    }),
  }),
  /**
   * Writes a comparison down with an explanation for every difference, and marks its lines: what fits
   * is `sudah`, what stands there differently `beda`.
   */
  saveComparison: command({
    permission: 'subsidy.manage',
    input: z.strictObject({
      comparisonId: idSchema,
      /** One for each difference, in their order. */
      explanations: z.array(textSchema(120)).max(500),
    }),
    output: z.strictObject({ comparisonId: idSchema, marked: z.int() }),
  }),
  /** Comparisons that were written down, the newest first. */
  comparisons: query({
    permission: 'subsidy.manage',
    input: nothing,
    output: z.array(
      z.strictObject({
        comparisonId: idSchema,
        at: z.int(),
        by: z.string(),
        system: externalSystemSchema,
        from: businessDateSchema,
        to: businessDateSchema,
        fileName: z.string(),
        rows: z.int(),
        matched: z.int(),
        differences: z.array(
          z.strictObject({
            kind: differenceKindSchema,
            date: businessDateSchema,
            receipt: z.string(),
            oursThousandths: thousandthsSchema,
            theirsThousandths: thousandthsSchema,
            explanation: z.string(),
          }),
        ),
      }),
    ),
  }),
};
