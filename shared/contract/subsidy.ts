import { z } from 'zod';
import { businessDateSchema, instantSchema } from '../domain/business-date.ts';
import { consumerCategorySchema, programmeCodeSchema } from '../domain/programmes/rules.ts';
import { findingSchema, quotaStateSchema } from '../domain/programmes/verdict.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { command, nothing, query } from './define.ts';
import { ADDRESS_LENGTH, NAME_LENGTH } from './members.ts';
import { idSchema, nameSchema, textSchema } from './values.ts';

/**
 * Who buys subsidised goods. Numbers go in whole and come out as their last four digits; the one way
 * to a whole number is `copyNumber`, and it leaves a record. Names are in the vault and can be erased.
 */

/** Most people that may wait at once, and most allotments of one person. */
export const MAX_WAITING = 500;
const MAX_ALLOTMENTS = 40;

/** An identity number as typed or scanned, with whatever stands between its digits. */
const numberInput = z.string().max(64);

/** What was typed or scanned turned out to be. */
export const identifiedKindSchema = z.enum(['nik', 'kk', 'card', 'invalid']);

/** Why a number can't be a NIK or a KK number. */
export const numberProblemSchema = z.enum(['no-digits', 'length', 'province', 'day', 'month']);
export type NumberProblem = z.output<typeof numberProblemSchema>;

/** What is odd about a number that is taken all the same: nothing of it ever blocks a sale. */
export const numberWarningSchema = z.enum(['maybe-kk', 'maybe-nik', 'odd-date', 'odd-serial']);

/** What a season's e-RDKK gives somebody of a programme, in thousandths of its unit. */
export const allotmentSchema = z.strictObject({
  programme: programmeCodeSchema,
  quantityThousandths: thousandthsSchema,
});
const allotmentInput = z.strictObject({
  programme: programmeCodeSchema,
  quantityThousandths: z.int().min(0).max(1_000_000_000),
});

/**
 * `hidden` where the asker may not see names in lists; `erased` and `unreadable` as for members. Of
 * all but `known` name and digits are empty strings, but a hidden name leaves the digits.
 */
export const registrationNameStateSchema = z.enum(['known', 'hidden', 'erased', 'unreadable']);

/** Somebody registered to buy goods of a programme. */
export const registrationSchema = z.strictObject({
  registrationId: idSchema,
  name: z.string(),
  nameState: registrationNameStateSchema,
  /** The last four digits; empty where there is no such number or it was erased. */
  maskedNik: z.string(),
  maskedKk: z.string(),
  /** Whether it is registered with such a number at all, also where the digits are gone. */
  hasNik: z.boolean(),
  hasKk: z.boolean(),
  categories: z.array(consumerCategorySchema),
  /** On the list of farmers (e-RDKK), with what each programme allots. */
  farmer: z.boolean(),
  allotments: z.array(allotmentSchema),
  memberId: idSchema.nullable(),
  lastBoughtOn: businessDateSchema.nullable(),
  /** Why the number is kept, as the buyer was told, and until when: later with every purchase. */
  purpose: z.string(),
  expiresOn: businessDateSchema,
  erased: z.boolean(),
});
export type Registration = z.output<typeof registrationSchema>;

/** A registration with what only its own page shows. */
export const registrationDetailSchema = registrationSchema.extend({
  /** Empty for a kasir. */
  address: z.string(),
  /** What was bought, the newest first; at most 50 of them. */
  purchases: z.array(
    z.strictObject({
      saleId: idSchema,
      receipt: z.string(),
      date: businessDateSchema,
      programme: programmeCodeSchema,
      category: consumerCategorySchema.nullable(),
      /** In units of the programme, with what of it came back. */
      quantityThousandths: thousandthsSchema,
      returnedThousandths: thousandthsSchema,
    }),
  ),
});
export type RegistrationDetail = z.output<typeof registrationDetailSchema>;

/** Whom a number or card names. */
const identifiedSchema = z.strictObject({
  kind: identifiedKindSchema,
  problems: z.array(numberProblemSchema),
  warnings: z.array(numberWarningSchema),
  /** By NIK at most one; by KK everybody on it; by a member's card everybody of that member. */
  registrations: z.array(registrationSchema),
  /** Whose card it is, registered or not. */
  memberId: idSchema.nullable(),
});
export type Identified = z.output<typeof identifiedSchema>;

/** Who waits on the day of delivery, with what the rules of today say of what they ask for. */
export const waitingEntrySchema = z.strictObject({
  entryId: idSchema,
  /** From 1, as they stand in line. */
  position: z.int(),
  registrationId: idSchema,
  /** As on a receipt: `Siti A****`; empty where it was erased. */
  maskedName: z.string(),
  maskedNik: z.string(),
  productId: idSchema,
  productName: z.string(),
  unit: z.string(),
  programme: programmeCodeSchema.nullable(),
  /** In base units of the product. */
  quantityThousandths: thousandthsSchema,
  category: consumerCategorySchema.nullable(),
  addedAt: instantSchema,
  state: z.enum(['ok', 'warn', 'refuse']),
  /** Why it is not `ok`, the gravest first. */
  findings: z.array(findingSchema),
  quotas: z.array(quotaStateSchema),
  /** Position of somebody before them whose share of the same quota leaves too little; null for nobody. */
  afterPosition: z.int().nullable(),
});
export type WaitingEntry = z.output<typeof waitingEntrySchema>;

const waitingSchema = z.strictObject({
  entries: z.array(waitingEntrySchema),
  /** Whose count of the quotas it is. */
  knownBy: z.enum(['store', 'district']),
});

/** Why somebody takes a whole number out of the vault. */
export const openPurposeSchema = z.enum(['external-system', 'correction', 'official-request']);

const accessSchema = z.strictObject({
  at: instantSchema,
  staff: z.string(),
  registrationId: idSchema,
  /** Empty since it was erased. */
  name: z.string(),
  maskedNik: z.string(),
  purpose: openPurposeSchema,
  note: z.string(),
});
export type IdentityAccess = z.output<typeof accessSchema>;

const page = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(100),
};

/** What is known of somebody beside the numbers. */
const particulars = {
  name: nameSchema(NAME_LENGTH),
  address: textSchema(ADDRESS_LENGTH).default(''),
  categories: z.array(consumerCategorySchema).max(4),
  memberId: idSchema.nullable().default(null),
  /** Set by whoever has `subsidy.manage` only. */
  farmer: z.boolean().default(false),
  allotments: z.array(allotmentInput).max(MAX_ALLOTMENTS).default([]),
};

export const subsidyContract = {
  /**
   * Whom a NIK, a KK number or a member's card names, as typed or scanned. Nothing of it is stored, and
   * a number that is no NIK is an answer with its problems, not a refusal.
   */
  identify: query({
    permission: 'sale.make',
    input: z.strictObject({
      number: numberInput,
      /** What was asked for; `any` where a card or a NIK comes, and a KK that is known here. */
      wanted: z.enum(['any', 'nik', 'kk']).default('any'),
    }),
    output: identifiedSchema,
  }),
  /** Everybody who is registered with a member: a card or the ticket's member replaces typing. */
  buyersOfMember: query({
    permission: 'sale.make',
    input: z.strictObject({ memberId: idSchema }),
    output: z.array(registrationSchema),
  }),
  /** What a buyer is to be told before registering: why a number is kept and for how long after the last purchase. */
  terms: query({
    permission: 'sale.make',
    input: z.strictObject({ programme: programmeCodeSchema.nullable().default(null) }),
    output: z.strictObject({ purpose: z.string(), retentionDays: z.int() }),
  }),
  /**
   * Registers somebody, with at least one number. A NIK that is registered already keeps its
   * registration: what is typed anew is written over it, what is left empty stays.
   */
  register: command({
    permission: 'sale.make',
    input: z.strictObject({
      nik: numberInput.nullable(),
      kk: numberInput.nullable(),
      ...particulars,
      /** For the purpose and retention of its rule; null for that of whatever asks for a number. */
      programme: programmeCodeSchema.nullable().default(null),
      /** The buyer was told why and for how long, and agreed. */
      consent: z.literal(true),
    }),
    output: registrationSchema,
  }),
  /** Changes a registration. A number that is null stays as it is. */
  saveRegistration: command({
    permission: 'subsidy.manage',
    input: z.strictObject({
      registrationId: idSchema,
      nik: numberInput.nullable().default(null),
      kk: numberInput.nullable().default(null),
      ...particulars,
    }),
    output: registrationDetailSchema,
  }),
  /** Whoever is at the counter: with the name, for a kasir too. */
  registration: query({
    permission: 'sale.make',
    input: z.strictObject({ registrationId: idSchema }),
    output: registrationDetailSchema,
  }),
  /**
   * A page of everybody, or of those whose name has these words or whose NIK or KK ends on these four
   * digits. For a kasir names are hidden.
   */
  registrations: query({
    permission: 'sale.make',
    input: z.strictObject({ text: z.string().max(200).default(''), ...page }),
    output: z.strictObject({ total: z.int(), registrations: z.array(registrationSchema) }),
  }),
  /** The whole number, for keying it into another system. Leaves a record of who took it, and what for. */
  copyNumber: command({
    permission: 'subsidy.identify',
    input: z.strictObject({
      registrationId: idSchema,
      which: z.enum(['nik', 'kk']).default('nik'),
      purpose: openPurposeSchema,
      note: textSchema(80).default(''),
    }),
    output: z.strictObject({ number: z.string() }),
    secretReply: true,
  }),
  /** Who took whole numbers out of the vault, the newest first. */
  accessLog: query({
    permission: 'subsidy.manage',
    input: z.strictObject({ registrationId: idSchema.nullable().default(null), ...page }),
    output: z.strictObject({ total: z.int(), accesses: z.array(accessSchema) }),
  }),
  /**
   * Erases numbers, name and address for ever. What was bought stays, under a key that tells nobody's
   * number, so that the quota goes on counting.
   */
  erase: command({
    permission: 'member.erase',
    input: z.strictObject({ registrationId: idSchema }),
    output: registrationDetailSchema,
  }),

  /** Who waits, in line, each with quota already checked. */
  waiting: query({ permission: 'sale.make', input: nothing, output: waitingSchema }),
  addWaiting: command({
    permission: 'sale.make',
    input: z.strictObject({
      registrationId: idSchema,
      productId: idSchema,
      /** In base units; any whole number, the handler judges it. */
      quantityThousandths: z.int().default(1000),
      category: consumerCategorySchema.nullable().default(null),
    }),
    output: waitingSchema,
  }),
  /** Takes people off the list who don't wait any longer. Whoever is gone already is no refusal. */
  removeWaiting: command({
    permission: 'sale.make',
    input: z.strictObject({ entryIds: z.array(idSchema).min(1).max(MAX_WAITING) }),
    output: waitingSchema,
  }),
};
