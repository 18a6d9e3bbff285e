import type { z } from 'zod';
import type { Product } from '../../../shared/contract/catalog.ts';
import type { contract } from '../../../shared/contract/index.ts';
import { nameSchema, pluSchema } from '../../../shared/contract/values.ts';
import { readGtin } from '../../../shared/domain/barcode.ts';
import { MAX_RUPIAH } from '../../../shared/domain/money.ts';
import { id } from '../../../shared/i18n/id.ts';
import { textError, type FieldErrors } from '../../ui/field-checks.ts';

const words = id.catalog.editor;

/** The most barcodes one product may have; the contract says the same. */
export const MOST_BARCODES = 20;

/** A product while it is being edited. */
export interface ProductDraft {
  readonly productId: string | null;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly unit: string;
  readonly priceRp: number | null;
  readonly costRp: number | null;
  readonly plu: string;
  readonly barcodes: readonly string[];
  readonly fractional: boolean;
  readonly active: boolean;
}

export type ProductErrors = FieldErrors<keyof ProductDraft>;

/** A product that does not exist yet. */
export const NEW_PRODUCT: ProductDraft = {
  productId: null,
  name: '',
  brand: '',
  category: '',
  unit: 'pcs',
  priceRp: null,
  costRp: null,
  plu: '',
  barcodes: [],
  fractional: false,
  active: true,
};

/** A product of the catalogue, ready to be changed. */
export function draftOf(product: Product): ProductDraft {
  const { productId, name, brand, category, unit, priceRp, costRp, plu, barcodes, fractional, active } =
    product;
  return {
    productId,
    name,
    brand,
    category,
    unit,
    priceRp,
    costRp,
    plu: plu ?? '',
    barcodes,
    fractional,
    active,
  };
}

/** What is wrong with each field. */
export function checkProduct(draft: ProductDraft): ProductErrors {
  return {
    name: textError(nameSchema(120), draft.name),
    brand: draft.brand.trim().length > 60 ? id.fields.tooLong(60) : undefined,
    category: textError(nameSchema(60), draft.category),
    unit: textError(nameSchema(20), draft.unit),
    priceRp: amountError(draft.priceRp),
    costRp: amountError(draft.costRp),
    plu: draft.plu === '' || pluSchema.safeParse(draft.plu).success ? undefined : words.errors.plu,
  };
}

function amountError(amount: number | null): string | undefined {
  return amount === null || amount <= MAX_RUPIAH ? undefined : id.fields.amount;
}

/** Why a barcode can't be added; `undefined` where it can. */
export function barcodeError(draft: ProductDraft, code: string): string | undefined {
  const read = readGtin(code);
  if (!read.ok) return words.errors.barcode[read.why];
  if (draft.barcodes.length >= MOST_BARCODES) return words.errors.barcodeMany;
  // A UPC-A and the EAN-13 of the same code are one barcode.
  const same = draft.barcodes.some((held) => {
    const other = readGtin(held);
    return other.ok && other.gtin14 === read.gtin14;
  });
  return same ? words.errors.barcodeTwice : undefined;
}

/** The command's input. */
export function toSave(draft: ProductDraft): z.input<typeof contract.catalog.save.input> {
  return {
    ...draft,
    name: draft.name.trim(),
    brand: draft.brand.trim(),
    category: draft.category.trim(),
    unit: draft.unit.trim(),
    plu: draft.plu === '' ? null : draft.plu,
    barcodes: [...draft.barcodes],
  };
}
