import { z } from 'zod';
import { rupiahAmountSchema, rupiahSchema } from '../domain/money.ts';
import { businessDateSchema } from '../domain/business-date.ts';
import { promotionSchema } from '../domain/promotions.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { taxClassSchema } from '../domain/tax.ts';
import { tierSchema } from '../domain/tier.ts';
import { command, nothing, query } from './define.ts';
import { idSchema, nameSchema, pluSchema, textSchema } from './values.ts';

/** Longest page of products one query answers. */
const MAX_PAGE = 200;

export const productSchema = z.strictObject({
  productId: idSchema,
  name: z.string(),
  brand: z.string(),
  category: z.string(),
  unit: z.string(),
  /** `null` where no price is known: such a product can't be sold until one is set. */
  priceRp: rupiahSchema.nullable(),
  costRp: rupiahSchema.nullable(),
  plu: z.string().nullable(),
  /** GTINs as printed on the pack. */
  barcodes: z.array(z.string()),
  /** Goods sold by weight or measure take a fraction of their unit. */
  fractional: z.boolean(),
  active: z.boolean(),
  onHandThousandths: thousandthsSchema,
  /** Units it is also sold in, and how many base units each holds. */
  packs: z.array(z.strictObject({ unit: z.string(), contentThousandths: z.int() })),
});
export type Product = z.output<typeof productSchema>;

/** A price above what a decree names for goods of a programme. */
export const aboveReferenceSchema = z.strictObject({
  unit: z.string(),
  priceRp: rupiahSchema,
  /** What the decree says of one of the unit. */
  limitRp: rupiahSchema,
  decree: z.string(),
});
export type AboveReference = z.output<typeof aboveReferenceSchema>;

/** Why one row of an import can't be taken, in a form the screen puts into words. */
export const importErrorSchema = z.strictObject({
  line: z.int(),
  column: z.string(),
  code: z.enum([
    'name-missing',
    'name-too-long',
    'gtin-not-digits',
    'gtin-length',
    'gtin-check-digit',
    'gtin-duplicate-in-file',
    'plu-invalid',
    'plu-duplicate-in-file',
    'plu-taken',
    'price-invalid',
    'price-too-large',
    'cost-invalid',
    'stock-invalid',
    'unit-too-long',
    'category-too-long',
    'brand-too-long',
    'fractional-invalid',
    /** The row fits several products at once: its barcodes, its PLU or its name point apart. */
    'product-ambiguous',
    /** Another line of the file means the same product. */
    'product-twice-in-file',
    /** The barcode is that of a pack, which has its prices on the product's own page. */
    'gtin-of-pack',
    'unit-of-pack',
    'fractional-with-packs',
    'price-above-ceiling',
    /** Above the HET or programme price that is in force; `limit` says which. */
    'price-above-decree',
    'row-columns',
    'broken-text',
  ]),
  value: z.string(),
  /** The other line, where two lines of the file clash. */
  otherLine: z.int().nullable(),
  limit: aboveReferenceSchema.nullable().default(null),
});
export type ImportError = z.output<typeof importErrorSchema>;

const importSampleSchema = z.strictObject({
  line: z.int(),
  change: z.enum(['new', 'changed', 'same']),
  name: z.string(),
  barcodes: z.array(z.string()),
  unit: z.string(),
  category: z.string(),
  priceRp: rupiahSchema.nullable(),
  oldPriceRp: rupiahSchema.nullable(),
});

export const importPreviewSchema = z.strictObject({
  draftId: idSchema,
  fileName: z.string(),
  /** Column heads of the file, each with the meaning it was given, or `null` where it is ignored. */
  columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
  rows: z.int(),
  newProducts: z.int(),
  changedProducts: z.int(),
  sameProducts: z.int(),
  withoutPrice: z.int(),
  sample: z.array(importSampleSchema),
  /** At most 200 of them; `errorCount` counts all. */
  errors: z.array(importErrorSchema),
  errorCount: z.int(),
  /** Prices above a reference price (HAP), which are taken all the same; the first 20 of them. */
  aboveReference: z.array(aboveReferenceSchema.extend({ line: z.int(), name: z.string() })),
  aboveReferenceCount: z.int(),
});
export type ImportPreview = z.output<typeof importPreviewSchema>;

/** The largest content of a pack and quantity of a price: a million units. */
const MOST_THOUSANDTHS = 1_000_000_000;

/** How a product is sold beside its own price; as a whole, so that what is left out is gone. */
export const productTermsSchema = z.strictObject({
  productId: idSchema,
  taxClass: taxClassSchema,
  /** The most that the law lets the store ask for one base unit (HET), null for no limit. */
  ceilingRp: rupiahAmountSchema.nullable(),
  /** Units it is sold in beside its base unit; stock stays in base units. */
  packs: z
    .array(
      z.strictObject({
        unit: nameSchema(20),
        /** Base units in one, in thousandths: a dus of 40 is 40000. */
        contentThousandths: z.int().min(1).max(MOST_THOUSANDTHS),
        barcodes: z.array(z.string().max(14)).max(20),
        plu: pluSchema.nullable(),
      }),
    )
    .max(10),
  /**
   * Prices beside the product's own, which is everybody's for one base unit. A pack without any costs
   * its content times the price of the base unit; one that has some needs one for everybody, any
   * quantity and any day.
   */
  prices: z
    .array(
      z.strictObject({
        /** The pack it is the price of; null for the base unit. */
        unit: nameSchema(20).nullable(),
        tier: tierSchema,
        /** Holds from this quantity of the unit on, in thousandths; 0 for any. */
        fromThousandths: z.int().min(0).max(MOST_THOUSANDTHS),
        priceRp: rupiahAmountSchema,
        /** First and last business date, both included; null for open. */
        validFrom: businessDateSchema.nullable(),
        validTo: businessDateSchema.nullable(),
      }),
    )
    .max(100),
});
export type ProductTerms = z.output<typeof productTermsSchema>;

/** A promotion with the names of its goods, for showing it. */
export const promotionReplySchema = z.strictObject({
  promotion: promotionSchema,
  /** Names of its products in the order of their ids, one for each. */
  productNames: z.array(z.string()),
});
export type PromotionReply = z.output<typeof promotionReplySchema>;

/** Prices above a reference price (HAP): they are kept, and whoever kept them should know. */
const warned = { aboveReference: z.array(aboveReferenceSchema) };

export const catalogContract = {
  /**
   * Words in any order, each as a prefix; goods that sell come first. `priceRp` is everybody's price of
   * the open business day, which may be a dated one.
   */
  search: query({
    permission: 'signed-in',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }),
    output: z.array(productSchema),
  }),
  /** A page of the catalogue in the order of names. */
  list: query({
    permission: 'signed-in',
    input: z.strictObject({
      text: z.string().max(200).default(''),
      category: z.string().max(60).nullable().default(null),
      onlyWithoutPrice: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(MAX_PAGE).default(100),
    }),
    output: z.strictObject({ total: z.int(), products: z.array(productSchema) }),
  }),
  product: query({
    permission: 'signed-in',
    input: z.strictObject({ productId: idSchema }),
    output: productSchema,
  }),
  categories: query({
    permission: 'signed-in',
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), products: z.int() })),
  }),
  /** Adds a product (no `productId`) or changes one. */
  save: command({
    permission: 'catalog.edit',
    input: z.strictObject({
      productId: idSchema.nullable(),
      name: nameSchema(120),
      brand: textSchema(60),
      category: nameSchema(60),
      unit: nameSchema(20),
      priceRp: rupiahAmountSchema.nullable(),
      costRp: rupiahAmountSchema.nullable(),
      plu: pluSchema.nullable(),
      barcodes: z.array(z.string().max(14)).max(20),
      fractional: z.boolean(),
      active: z.boolean(),
    }),
    output: productSchema.extend(warned),
  }),
  /** Packs, prices, tax class and ceiling of a product; of one without terms those that hold without. */
  terms: query({
    permission: 'signed-in',
    input: z.strictObject({ productId: idSchema }),
    output: productTermsSchema,
  }),
  saveTerms: command({
    permission: 'catalog.edit',
    input: productTermsSchema,
    output: productTermsSchema.extend(warned),
  }),
  /** Every promotion, the newest first, those that are switched off too. */
  promotions: query({
    permission: 'signed-in',
    input: nothing,
    output: z.array(promotionReplySchema),
  }),
  /** Adds a promotion (no `promotionId`) or changes one. */
  savePromotion: command({
    permission: 'catalog.edit',
    input: promotionSchema.extend({ promotionId: idSchema.nullable(), name: nameSchema(60) }),
    output: promotionReplySchema,
  }),
  /** Reads a CSV or XLSX file and says what importing it would do. Changes no product. */
  importPreview: command({
    permission: 'catalog.edit',
    input: z.strictObject({ fileName: textSchema(255), contentBase64: z.base64().max(40_000_000) }),
    output: importPreviewSchema,
  }),
  /** Takes over a previewed file: all rows or none. */
  importCommit: command({
    permission: 'catalog.edit',
    input: z.strictObject({ draftId: idSchema }),
    output: z.strictObject({ products: z.int(), records: z.int() }),
  }),
};
