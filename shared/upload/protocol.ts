import { z } from 'zod';
import { dayTotalsSchema } from '../journal/sale-bodies.ts';
import { businessDateSchema } from '../domain/business-date.ts';
import {
  consumerCategorySchema,
  externalSystemSchema,
  programmeCodeSchema,
} from '../domain/programmes/rules.ts';
import { findingCodeSchema } from '../domain/programmes/verdict.ts';
import { thousandthsSchema } from '../domain/quantity.ts';

/** How much may travel at once. */
export const UPLOAD_LIMITS = {
  /** Most records in a batch; a batch is the unit of resuming. */
  records: 500,
  /** Record bytes at which a till closes a batch; a single larger record travels alone. */
  softBytes: 256 * 1024,
  /** Most bytes of a request body as it travels, and after inflating. */
  compressedBytes: 1024 * 1024,
  inflatedBytes: 4 * 1024 * 1024,
  /** Most bytes of a reply a till reads before it calls it nonsense. */
  replyBytes: 256 * 1024,
} as const;

/** How far the time of signing may lie from the district's clock, in seconds. */
export const SIGNATURE_TOLERANCE_S = 300;

const hexHash = z.string().regex(/^[0-9a-f]{64}$/);
const hexSignature = z.string().regex(/^[0-9a-f]{128}$/);
const seq = z.int().min(0);

/** A till introduces itself with the one-time code its district office gave out. */
export const enrolmentRequestSchema = z.strictObject({
  code: z.string().min(4).max(64),
  tillId: z.uuid(),
  /** Ed25519, raw, as hex: from here on the only key that speaks for this till. */
  publicKey: hexHash,
  storeCode: z.string().min(1).max(8),
  tillNumber: z.int().min(1).max(99),
  koperasi: z.string().max(80),
  gerai: z.string().max(60),
  kabupaten: z.string().max(60),
  /** True for the example store, whose figures count for nothing. */
  example: z.boolean(),
});
export type EnrolmentRequest = z.output<typeof enrolmentRequestSchema>;

export const enrolmentReplySchema = z.strictObject({
  districtName: z.string().min(1).max(120),
  /** Ed25519, raw, as hex: what the till pins and checks every acknowledgement with. */
  districtKey: hexHash,
  /** Over `enrolmentStatement`: shows that the district holds the key it names. */
  countersignature: hexSignature,
});
export type EnrolmentReply = z.output<typeof enrolmentReplySchema>;

/**
 * The key that all stores of a district hash identity numbers with, so that one buyer is the same
 * buyer everywhere without anybody's number leaving a store. A till asks for it once, after it enrolled.
 */
export const subjectKeyReplySchema = z.strictObject({
  /** 32 bytes as hex. Whoever holds it can try out numbers: for the key store, never for a log or a table. */
  subjectKey: hexHash,
  /** Over `subjectKeyStatement`, by the district's key. */
  countersignature: hexSignature,
});
export type SubjectKeyReply = z.output<typeof subjectKeyReplySchema>;

/** How much one question about a buyer may ask. */
export const COUNT_LIMITS = { keys: 4, programmes: 40, counts: 2000 } as const;

/** A till asks what a buyer has bought at the district's other tills. */
export const subjectCountsRequestSchema = z.strictObject({
  /**
   * The buyer's own and then the family's number, hashed with the shared key. A purchase is counted once,
   * under the first key it has: what stands under the family's key was bought by others of it.
   */
  keys: z.array(hexHash).min(1).max(COUNT_LIMITS.keys),
  programmes: z.array(programmeCodeSchema).min(1).max(COUNT_LIMITS.programmes),
  /** The first date that matters. */
  from: businessDateSchema,
});
export type SubjectCountsRequest = z.output<typeof subjectCountsRequestSchema>;

export const subjectCountsReplySchema = z.strictObject({
  /** Net of what was brought back; dates without any are left out. */
  counts: z
    .array(
      z.strictObject({
        key: hexHash,
        programme: programmeCodeSchema,
        date: businessDateSchema,
        /** As what it was bought. */
        category: consumerCategorySchema.nullable(),
        quantityThousandths: thousandthsSchema,
      }),
    )
    .max(COUNT_LIMITS.counts),
});
export type SubjectCountsReply = z.output<typeof subjectCountsReplySchema>;

/** First line of a batch. */
export const batchHeaderSchema = z
  .strictObject({
    /** Numbers of the first and last record; `to` is `from - 1` where there is none. */
    from: z.int().min(1),
    to: seq,
    /** Hash of the record before `from`, and of record `to`. */
    prevHash: hexHash,
    headHash: hexHash,
    /** Over `headStatement` of `to` and `headHash`, by the till's key. */
    headSignature: hexSignature,
    /** Number of the newest record of the till's journal, sent or not. */
    journalSeq: seq,
  })
  .refine((header) => header.to >= header.from - 1, 'to lies before from')
  .refine((header) => header.journalSeq >= header.to, 'the journal ends before the batch')
  .refine(
    (header) => header.to >= header.from || header.headHash === header.prevHash,
    'no records, two heads',
  );
export type BatchHeader = z.output<typeof batchHeaderSchema>;

/** Sent only once everything up to `ackedSeq` is durable at the district. */
export const ackSchema = z.strictObject({
  ackedSeq: seq,
  headHash: hexHash,
  /** District's clock, epoch milliseconds. */
  serverTime: z.int().min(0),
  /** Over `ackStatement`, by the district's key. */
  countersignature: hexSignature,
});
export type Ack = z.output<typeof ackSchema>;

/** What a till sold and refused under government programmes, as the district has added it up. */
export const subsidyStateSchema = z.strictObject({
  days: z.array(
    z.strictObject({
      businessDate: businessDateSchema,
      /** Lines sold, whatever came back later. */
      lines: z.int(),
      /** Sales of theirs with a warning. */
      warned: z.int(),
      /** By programme, in its unit: what was sold that day, less what of it was brought back since. */
      quantities: z.array(
        z.strictObject({ programme: programmeCodeSchema, quantityThousandths: thousandthsSchema }),
      ),
      refused: z.array(z.strictObject({ code: findingCodeSchema, count: z.int() })),
    }),
  ),
  /** Cylinders of each kind as they stand now. */
  cylinders: z.array(
    z.strictObject({
      kind: programmeCodeSchema,
      fullThousandths: thousandthsSchema,
      emptyThousandths: thousandthsSchema,
      damagedThousandths: thousandthsSchema,
      loanedThousandths: thousandthsSchema,
      agenOwedThousandths: thousandthsSchema,
    }),
  ),
  /** Lines that belong into another system, by how they stand there. */
  queue: z.array(
    z.strictObject({ system: externalSystemSchema, belum: z.int(), sudah: z.int(), beda: z.int() }),
  ),
});
export type SubsidyState = z.output<typeof subsidyStateSchema>;

/** What the district holds of one till, for comparing both sides. */
export const tillStateSchema = z.strictObject({
  tillId: z.uuid(),
  ackedSeq: seq,
  headHash: hexHash,
  example: z.boolean(),
  days: z.array(z.strictObject({ businessDate: businessDateSchema, totals: dayTotalsSchema })),
  closings: z.array(z.strictObject({ number: z.int(), businessDate: businessDateSchema, hash: hexHash })),
  subsidy: subsidyStateSchema,
  /** Refused batches kept for the office to look at. */
  quarantined: z.int(),
});
export type TillState = z.output<typeof tillStateSchema>;

/** Why a district refuses, and the HTTP status it says so with. */
export const REFUSALS = {
  'request.malformed': 400,
  'request.unknown': 404,
  'admin.required': 401,
  'signature.missing': 401,
  'signature.invalid': 401,
  /** Signed too long ago or in the future; `serverTime` tells a till whose clock is wrong. */
  'signature.stale': 401,
  'signature.replayed': 401,
  'till.unknown': 404,
  /** This till is already known under another key. */
  'till.key-differs': 409,
  'code.refused': 403,
  'batch.too-large': 413,
  'batch.malformed': 422,
  'head.unsigned': 422,
  /** A record does not continue or contradicts the chain; `seq` says which. */
  'chain.broken': 422,
  /** The district already holds another record under this number. */
  'chain.forked': 409,
  /** Records before this batch are missing at the district; it goes on from `expectedSeq`. */
  'chain.gap': 409,
  /** The till's journal ends before what it had acknowledged. */
  'chain.rolled-back': 409,
  busy: 429,
  internal: 500,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

const refusalCodeSchema = z.custom<RefusalCode>(
  (code) => typeof code === 'string' && Object.hasOwn(REFUSALS, code),
);

export const refusalSchema = z.strictObject({
  error: z.strictObject({
    code: refusalCodeSchema,
    /** For people who repair, in English. */
    detail: z.string().max(500),
    /** The record at fault. */
    seq: seq.optional(),
    /** With 409: the number the district waits for, and the head it holds. */
    expectedSeq: seq.optional(),
    head: z.strictObject({ seq, hash: hexHash }).optional(),
    /** District's clock, epoch milliseconds. */
    serverTime: z.int().min(0).optional(),
  }),
});
export type Refusal = z.output<typeof refusalSchema>['error'];

/** Paths of the district's API; the till signs them and the district serves them. */
export const DISTRICT_PATHS = {
  enrolments: '/v1/enrolments',
  till: (tillId: string): string => `/v1/tills/${tillId}`,
  batches: (tillId: string): string => `/v1/tills/${tillId}/batches`,
  subjectKey: (tillId: string): string => `/v1/tills/${tillId}/subject-key`,
  subjectCounts: (tillId: string): string => `/v1/tills/${tillId}/subject-counts`,
} as const;
