import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahAmountSchema, rupiahSchema } from '../domain/money.ts';
import { programmeCodeSchema } from '../domain/programmes/rules.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { command, nothing, query } from './define.ts';
import { registrationNameStateSchema } from './subsidy.ts';
import { idSchema, nameSchema, textSchema } from './values.ts';

/** Whole cylinders in thousandths; nobody keeps ten thousand of them in a village store. */
const cylinders = z.int().min(0).max(10_000_000).multipleOf(1_000);

/** Somebody who bought, as far as whoever asks may know. */
export const shownBuyerSchema = z.strictObject({
  /** Empty unless its state is `known`; `hidden` for a kasir, `erased` also where nobody was named. */
  name: z.string(),
  nameState: registrationNameStateSchema,
  /** Last four digits of the NIK; empty where there is none. */
  lastFour: z.string(),
});
export type ShownBuyer = z.output<typeof shownBuyerSchema>;

export const cylinderStateSchema = z.strictObject({
  kind: programmeCodeSchema,
  /** The programme's name. */
  name: z.string(),
  fullThousandths: thousandthsSchema,
  emptyThousandths: thousandthsSchema,
  /** Damaged ones, whether empty or still full. */
  damagedThousandths: thousandthsSchema,
  /** With buyers, against a deposit. */
  loanedThousandths: thousandthsSchema,
  depositsRp: rupiahSchema,
  /** Everything the store answers for: full, empty, damaged and on loan. */
  totalThousandths: thousandthsSchema,
  /** Of these, what belongs to agens; below zero where agens owe the store. */
  agenOwedThousandths: thousandthsSchema,
  /** Every agen that ever delivered, by name; below zero where it owes the store. */
  agens: z.array(
    z.strictObject({
      agen: z.string(),
      owedThousandths: thousandthsSchema,
      /** Its newest delivery. */
      lastDate: businessDateSchema,
      lastDocument: z.string(),
    }),
  ),
  /** null where no product has that part. */
  refillProductId: idSchema.nullable(),
  emptyProductId: idSchema.nullable(),
  depositProductId: idSchema.nullable(),
});
export type CylinderState = z.output<typeof cylinderStateSchema>;

const cylinderLoanSchema = z.strictObject({
  saleId: idSchema,
  kind: programmeCodeSchema,
  receipt: z.string(),
  date: businessDateSchema,
  registrationId: idSchema.nullable(),
  buyer: shownBuyerSchema,
  quantityThousandths: thousandthsSchema,
  returnedThousandths: thousandthsSchema,
  /** Still with the buyer. */
  leftThousandths: thousandthsSchema,
  /** Deposit still held. */
  depositRp: rupiahSchema,
});

/** What moved cylinders. */
export const cylinderCauseSchema = z.enum(['sale', 'return', 'agen', 'damaged', 'repaired', 'counted']);

export const cylinderMovementSchema = z.strictObject({
  movementId: idSchema,
  at: z.int(),
  date: businessDateSchema,
  kind: programmeCodeSchema,
  cause: cylinderCauseSchema,
  agen: z.string(),
  document: z.string(),
  /** Of a sale or a return; empty otherwise. */
  receipt: z.string(),
  /** How each changed; below zero for fewer. */
  fullThousandths: thousandthsSchema,
  emptyThousandths: thousandthsSchema,
  damagedThousandths: thousandthsSchema,
  agenOwedThousandths: thousandthsSchema,
  loanedThousandths: thousandthsSchema,
  depositRp: rupiahSchema,
  note: z.string(),
});
export type CylinderMovement = z.output<typeof cylinderMovementSchema>;

export const cylindersContract = {
  /** What there is of each kind, by the books, and who owes whom. */
  state: query({
    permission: 'sale.make',
    input: nothing,
    output: z.strictObject({ kinds: z.array(cylinderStateSchema) }),
  }),
  /** Cylinders on loan, the oldest first. */
  loans: query({
    permission: 'sale.make',
    input: z.strictObject({
      kind: programmeCodeSchema.nullable().default(null),
      onlyOpen: z.boolean().default(true),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({
      /** How many loans fit; `loans` holds as many of them as were asked for. */
      total: z.int(),
      leftThousandths: thousandthsSchema,
      depositsRp: rupiahSchema,
      loans: z.array(cylinderLoanSchema),
    }),
  }),
  /** What happened to cylinders, the newest first. */
  movements: query({
    permission: 'subsidy.manage',
    input: z
      .strictObject({
        kind: programmeCodeSchema.nullable().default(null),
        from: businessDateSchema,
        to: businessDateSchema,
        limit: z.int().min(1).max(1_000).default(200),
      })
      .refine(({ from, to }) => from <= to),
    output: z.strictObject({ total: z.int(), movements: z.array(cylinderMovementSchema) }),
  }),
  /**
   * The agen came: full ones in, empty and damaged ones out. What went out fewer than came in is owed
   * to the agen. Refused with `cylinders.too-few-empties`, `cylinders.too-few-damaged`.
   */
  receive: command({
    permission: 'subsidy.manage',
    input: z.strictObject({
      kind: programmeCodeSchema,
      agen: nameSchema(80),
      /** Number of the delivery note; empty for none. */
      document: textSchema(60),
      fullThousandths: cylinders,
      emptiesThousandths: cylinders,
      damagedThousandths: cylinders.default(0),
      /** What one filling costs. */
      unitCostRp: rupiahAmountSchema,
    }),
    output: cylinderStateSchema,
  }),
  /**
   * Puts the books right. `damaged` and `repaired` move empty ones; `counted` says what was seen, and
   * the difference is written. A note is asked for.
   */
  adjust: command({
    permission: 'subsidy.manage',
    input: z.discriminatedUnion('cause', [
      z.strictObject({
        cause: z.enum(['damaged', 'repaired']),
        kind: programmeCodeSchema,
        quantityThousandths: cylinders.min(1_000),
        note: nameSchema(120),
      }),
      z.strictObject({
        cause: z.literal('counted'),
        kind: programmeCodeSchema,
        /** What stands in the store. */
        fullThousandths: cylinders,
        emptyThousandths: cylinders,
        damagedThousandths: cylinders,
        note: nameSchema(120),
      }),
      z.strictObject({
        /** What is owed to one agen, as both agreed on; below zero where the agen owes the store. */
        cause: z.literal('agen'),
        kind: programmeCodeSchema,
        agen: nameSchema(80),
        owedThousandths: z.int().min(-10_000_000).max(10_000_000).multipleOf(1_000),
        note: nameSchema(120),
      }),
    ]),
    output: cylinderStateSchema,
  }),
};
