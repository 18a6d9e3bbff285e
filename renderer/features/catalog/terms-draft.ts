import type { z } from 'zod';
import type { Product, ProductTerms } from '../../../shared/contract/catalog.ts';
import type { contract } from '../../../shared/contract/index.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { MAX_RUPIAH } from '../../../shared/domain/money.ts';
import type { TaxClass } from '../../../shared/domain/tax.ts';
import type { Tier } from '../../../shared/domain/tier.ts';
import { id } from '../../../shared/i18n/id.ts';
import { dateTyped, readDate } from '../../ui/dates.ts';
import { textError } from '../../ui/field-checks.ts';
import { parseQuantity } from '../../ui/figures.ts';

const words = id.catalog.terms;

/** A pack while it is being edited; `key` keeps it together with its prices while its name changes. */
export interface PackDraft {
  readonly key: number;
  readonly unit: string;
  readonly content: string;
  readonly plu: string;
  readonly barcodes: readonly string[];
}

/** A price while it is being edited. */
export interface PriceDraft {
  readonly key: number;
  /** Key of the pack it is the price of; null for the base unit. */
  readonly pack: number | null;
  readonly tier: Tier;
  /** From how many; empty for any. */
  readonly from: string;
  readonly priceRp: number | null;
  readonly validFrom: string;
  readonly validTo: string;
}

/** How a product is sold, while it is being edited. */
export interface TermsDraft {
  readonly taxClass: TaxClass;
  readonly ceilingRp: number | null;
  readonly packs: readonly PackDraft[];
  readonly prices: readonly PriceDraft[];
}

/** What is wrong, by the place of the field: `pack 3 unit`. */
export type TermsErrors = Readonly<Record<string, string>>;

/** The place of a field among the errors. */
export function placeOf(kind: 'pack' | 'price', key: number, field: string): string {
  return `${kind} ${key} ${field}`;
}

/** Terms as they are kept, ready to be changed. */
export function termsDraftOf(terms: ProductTerms): TermsDraft {
  const packs = terms.packs.map((pack, key) => ({
    key,
    unit: pack.unit,
    content: quantityTyped(pack.contentThousandths),
    plu: pack.plu ?? '',
    barcodes: pack.barcodes,
  }));
  return {
    taxClass: terms.taxClass,
    ceilingRp: terms.ceilingRp,
    packs,
    prices: terms.prices.map((price, key) => ({
      key,
      pack: packs.find((pack) => pack.unit === price.unit)?.key ?? null,
      tier: price.tier,
      from: price.fromThousandths === 0 ? '' : quantityTyped(price.fromThousandths),
      priceRp: price.priceRp,
      validFrom: dateTyped(price.validFrom),
      validTo: dateTyped(price.validTo),
    })),
  };
}

/** A quantity as it is typed: no dots, a comma before the fraction. */
function quantityTyped(thousandths: number): string {
  return String(thousandths / 1000).replace('.', ',');
}

/** One more pack, to be filled in. */
export function withPack(draft: TermsDraft): TermsDraft {
  const key = nextKey(draft.packs);
  return { ...draft, packs: [...draft.packs, { key, unit: '', content: '', plu: '', barcodes: [] }] };
}

/** One more price: of the newest pack that has none, else of the base unit. */
export function withPrice(draft: TermsDraft): TermsDraft {
  const bare = draft.packs.findLast((pack) => !draft.prices.some((price) => price.pack === pack.key));
  const price: PriceDraft = {
    key: nextKey(draft.prices),
    pack: bare?.key ?? null,
    // The standing price for everybody is on the product, so another one of the base unit is for members.
    tier: bare === undefined ? 'anggota' : 'umum',
    from: '',
    priceRp: null,
    validFrom: '',
    validTo: '',
  };
  return { ...draft, prices: [...draft.prices, price] };
}

function nextKey(rows: readonly { readonly key: number }[]): number {
  return Math.max(-1, ...rows.map(({ key }) => key)) + 1;
}

/** A draft without a pack, and without its prices. */
export function withoutPack(draft: TermsDraft, key: number): TermsDraft {
  return {
    ...draft,
    packs: draft.packs.filter((pack) => pack.key !== key),
    prices: draft.prices.filter((price) => price.pack !== key),
  };
}

/** What can be seen to be wrong without asking the engine. */
export function checkTerms(draft: TermsDraft): TermsErrors {
  const wrong: Record<string, string> = {};
  const note = (place: string, error: string | undefined) => {
    if (error !== undefined) wrong[place] = error;
  };
  for (const { key, unit, content } of draft.packs) {
    note(placeOf('pack', key, 'unit'), textError(nameSchema(20), unit));
    const thousandths = parseQuantity(content);
    note(placeOf('pack', key, 'content'), (thousandths ?? 0) > 0 ? undefined : words.errors.content);
  }
  for (const { key, from, priceRp, validFrom, validTo } of draft.prices) {
    const quantity = from.trim() === '' ? 0 : parseQuantity(from);
    note(placeOf('price', key, 'from'), quantity === null ? words.errors.from : undefined);
    note(placeOf('price', key, 'price'), amountError(priceRp));
    for (const [field, typed] of [
      ['validFrom', validFrom],
      ['validTo', validTo],
    ] as const) {
      note(placeOf('price', key, field), readDate(typed) === undefined ? id.fields.date : undefined);
    }
  }
  return wrong;
}

function amountError(amount: number | null): string | undefined {
  if (amount === null) return id.fields.missing;
  return amount <= MAX_RUPIAH ? undefined : id.fields.amount;
}

/** The command's input of a draft in which nothing is wrong. */
export function toTerms(
  draft: TermsDraft,
  productId: string,
): z.input<typeof contract.catalog.saveTerms.input> {
  const unitOf = new Map(draft.packs.map(({ key, unit }) => [key, unit.trim()]));
  return {
    productId,
    taxClass: draft.taxClass,
    ceilingRp: draft.ceilingRp,
    packs: draft.packs.map(({ unit, content, plu, barcodes }) => ({
      unit: unit.trim(),
      contentThousandths: parseQuantity(content) ?? 0,
      barcodes: [...barcodes],
      plu: plu === '' ? null : plu,
    })),
    prices: draft.prices.map(({ pack, tier, from, priceRp, validFrom, validTo }) => ({
      unit: pack === null ? null : (unitOf.get(pack) ?? null),
      tier,
      fromThousandths: from.trim() === '' ? 0 : (parseQuantity(from) ?? 0),
      priceRp: priceRp ?? 0,
      validFrom: dateOf(validFrom),
      validTo: dateOf(validTo),
    })),
  };
}

function dateOf(typed: string): BusinessDate | null {
  const date = readDate(typed);
  return date === null || date === undefined ? null : businessDateSchema.parse(date);
}

/** What a pack without prices of its own costs, or null where that is not known yet. */
export function priceOfContent(product: Product, pack: PackDraft): number | null {
  const content = parseQuantity(pack.content);
  if (product.priceRp === null || content === null) return null;
  return Math.floor((product.priceRp * content) / 1000);
}
