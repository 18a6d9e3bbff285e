import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahAmountSchema, rupiahSchema } from '../domain/money.ts';
import { tierSchema } from '../domain/tier.ts';
import { buyerKindSchema } from '../journal/member-bodies.ts';
import { command, query } from './define.ts';
import { idSchema, nameSchema, textSchema } from './values.ts';

/** Longest texts of a person or an institution, in characters. */
export const NAME_LENGTH = 80;
export const PHONE_LENGTH = 30;
export const ADDRESS_LENGTH = 200;
/** A member may have lost a card, or share the number with a spouse. */
export const MAX_CARDS = 5;

/**
 * Whether the vault can tell who somebody is: `erased` where the entry was erased on request,
 * `unreadable` where the vault's key is not the one it was sealed with (a database copied alone).
 * Of both the name is an empty string.
 */
export const nameStateSchema = z.enum(['known', 'erased', 'unreadable']);

/** Simpanan as last read or typed; `sukarelaRp` less what was paid with it at the till since. */
export const savingsSchema = z.strictObject({
  /** The day the figures were read in the co-operative's books. */
  asOf: businessDateSchema,
  pokokRp: rupiahSchema,
  wajibRp: rupiahSchema,
  /** May be below zero where the books had less than was already used here. */
  sukarelaRp: rupiahSchema,
});
export type Savings = z.output<typeof savingsSchema>;

export const memberSchema = z.strictObject({
  memberId: idSchema,
  /** Nomor anggota as printed on the card; tells members apart regardless of case. */
  number: z.string(),
  name: z.string(),
  nameState: nameStateSchema,
  tier: tierSchema,
  cardCodes: z.array(z.string()),
  /** The most this member may owe in kasbon; 0 for none. */
  creditLimitRp: rupiahSchema,
  active: z.boolean(),
  joinedOn: businessDateSchema.nullable(),
  /** `null` where no balance was ever read or typed. */
  savings: savingsSchema.nullable(),
});
export type Member = z.output<typeof memberSchema>;

/** A member with what only the member's own page shows. */
export const memberDetailSchema = memberSchema.extend({
  phone: z.string(),
  address: z.string(),
  /** Kasbon that is still open. */
  owesRp: rupiahSchema,
  /** Purchases of the calendar year of the open day, returns taken off: the base of SHU jasa usaha. */
  year: z.strictObject({ year: z.int(), purchasesRp: rupiahSchema, purchases: z.int() }),
});
export type MemberDetail = z.output<typeof memberDetailSchema>;

export const buyerSchema = z.strictObject({
  buyerId: idSchema,
  name: z.string(),
  nameState: nameStateSchema,
  kind: buyerKindSchema,
  tier: tierSchema,
  creditLimitRp: rupiahSchema,
  /** Days until an invoice is due. */
  termDays: z.int(),
  active: z.boolean(),
});
export type Buyer = z.output<typeof buyerSchema>;

/** A buyer with what a faktur and a delivery note print. */
export const buyerDetailSchema = buyerSchema.extend({
  contact: z.string(),
  phone: z.string(),
  address: z.string(),
  /** Invoices that are still open. */
  owesRp: rupiahSchema,
});
export type BuyerDetail = z.output<typeof buyerDetailSchema>;

/** Why one row of a members' file can't be taken, in a form the screen puts into words. */
export const memberImportErrorSchema = z.strictObject({
  line: z.int(),
  column: z.string(),
  code: z.enum([
    'number-missing',
    'number-invalid',
    'number-twice-in-file',
    /** A known member has this number with zeros in front: a spreadsheet may have dropped them. */
    'number-zeros',
    'name-missing',
    'name-too-long',
    'card-invalid',
    'card-twice-in-file',
    'card-taken',
    'cards-too-many',
    'tier-invalid',
    'savings-invalid',
    'phone-too-long',
    'looks-like-nik',
    'row-columns',
    'broken-text',
  ]),
  value: z.string(),
  /** The other line, where two lines of the file clash. */
  otherLine: z.int().nullable(),
});
export type MemberImportError = z.output<typeof memberImportErrorSchema>;

export const memberImportPreviewSchema = z.strictObject({
  draftId: idSchema,
  fileName: z.string(),
  asOf: businessDateSchema,
  /** Column heads of the file, each with the meaning it was given, or `null` where it is ignored. */
  columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
  rows: z.int(),
  newMembers: z.int(),
  changedMembers: z.int(),
  sameMembers: z.int(),
  /** Rows that bring savings. */
  savings: z.int(),
  savingsTotalRp: rupiahSchema,
  sample: z.array(
    z.strictObject({
      line: z.int(),
      change: z.enum(['new', 'changed', 'same']),
      number: z.string(),
      name: z.string(),
      tier: tierSchema,
      sukarelaRp: rupiahSchema.nullable(),
    }),
  ),
  /** At most 200 of them; `errorCount` counts all. */
  errors: z.array(memberImportErrorSchema),
  errorCount: z.int(),
});
export type MemberImportPreview = z.output<typeof memberImportPreviewSchema>;

const phoneInput = textSchema(PHONE_LENGTH);
const addressInput = textSchema(ADDRESS_LENGTH);
const cardInput = nameSchema(64);
/** Letters, digits and the signs that stand between them on membership cards. */
const numberInput = nameSchema(20).regex(/^[\p{L}\p{N}][\p{L}\p{N}./ -]*$/u);

/** One page of a list. */
const pageInput = {
  text: z.string().max(200).default(''),
  onlyActive: z.boolean().default(true),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(100),
};

export const membersContract = {
  /** Active members by card, number or words of the name, best match first. An empty text finds none. */
  search: query({
    permission: 'sale.make',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }),
    output: z.array(memberSchema),
  }),
  /** A page of the members in the order of names; `text` narrows it as `search` does. */
  list: query({
    permission: 'sale.make',
    input: z.strictObject(pageInput),
    output: z.strictObject({ total: z.int(), members: z.array(memberSchema) }),
  }),
  member: query({
    permission: 'sale.make',
    input: z.strictObject({ memberId: idSchema }),
    output: memberDetailSchema,
  }),
  /** The number that the next new member is proposed. */
  nextNumber: query({
    permission: 'sale.make',
    input: z.strictObject({}),
    output: z.strictObject({ number: z.string() }),
  }),
  /** Adds a member at the counter: a name is enough. Tier anggota, no kasbon, the next number. */
  quickAdd: command({
    permission: 'sale.make',
    input: z.strictObject({
      name: nameSchema(NAME_LENGTH),
      phone: phoneInput.default(''),
      cardCode: cardInput.nullable().default(null),
    }),
    output: memberSchema,
  }),
  /** Adds a member (no `memberId`) or changes one. Without a number the next one is taken. */
  saveMember: command({
    permission: 'member.edit',
    input: z.strictObject({
      memberId: idSchema.nullable(),
      number: numberInput.nullable(),
      name: nameSchema(NAME_LENGTH),
      phone: phoneInput,
      address: addressInput,
      tier: tierSchema,
      cardCodes: z.array(cardInput).max(MAX_CARDS),
      creditLimitRp: rupiahAmountSchema,
      active: z.boolean(),
      joinedOn: businessDateSchema.nullable(),
    }),
    output: memberDetailSchema,
  }),
  /** Types the balances as they are at this moment. */
  setSavings: command({
    permission: 'member.edit',
    input: z.strictObject({
      memberId: idSchema,
      pokokRp: rupiahAmountSchema,
      wajibRp: rupiahAmountSchema,
      sukarelaRp: rupiahAmountSchema,
    }),
    output: memberDetailSchema,
  }),
  /**
   * Erases name, phone and address for ever and takes the cards off. Number, purchases and savings
   * stay: the journal is never rewritten, and holds nothing that tells who it was.
   */
  eraseMember: command({
    permission: 'member.erase',
    input: z.strictObject({ memberId: idSchema }),
    output: memberDetailSchema,
  }),

  /** A page of the institutions that buy on invoice, in the order of names. */
  buyers: query({
    permission: 'sale.make',
    input: z.strictObject(pageInput),
    output: z.strictObject({ total: z.int(), buyers: z.array(buyerSchema) }),
  }),
  buyer: query({
    permission: 'sale.make',
    input: z.strictObject({ buyerId: idSchema }),
    output: buyerDetailSchema,
  }),
  /** Adds a buyer (no `buyerId`) or changes one. */
  saveBuyer: command({
    permission: 'member.edit',
    input: z.strictObject({
      buyerId: idSchema.nullable(),
      name: nameSchema(NAME_LENGTH),
      contact: textSchema(NAME_LENGTH),
      phone: phoneInput,
      address: addressInput,
      kind: buyerKindSchema,
      tier: tierSchema,
      creditLimitRp: rupiahAmountSchema,
      termDays: z.int().min(0).max(365),
      active: z.boolean(),
    }),
    output: buyerDetailSchema,
  }),
  /** As `eraseMember`, for a buyer. */
  eraseBuyer: command({
    permission: 'member.erase',
    input: z.strictObject({ buyerId: idSchema }),
    output: buyerDetailSchema,
  }),

  /** Reads a CSV or XLSX file of members and savings and says what importing it would do. */
  importPreview: command({
    permission: 'member.edit',
    input: z.strictObject({
      fileName: textSchema(255),
      contentBase64: z.base64().max(20_000_000),
      /** The day the savings were read; not later than today. */
      asOf: businessDateSchema,
    }),
    output: memberImportPreviewSchema,
  }),
  /** Takes over a previewed file: all rows or none. */
  importCommit: command({
    permission: 'member.edit',
    input: z.strictObject({ draftId: idSchema }),
    output: z.strictObject({ members: z.int(), savings: z.int(), records: z.int() }),
  }),
};
