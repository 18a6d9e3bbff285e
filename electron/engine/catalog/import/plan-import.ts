import { setImmediate } from 'node:timers/promises';
import type { ImportError, ImportPreview } from '../../../../shared/contract/catalog.ts';
import { shownGtin } from '../../../../shared/domain/barcode.ts';
import type { Here } from '../../../../shared/domain/programmes/judged.ts';
import type { ProductRow } from '../../../../shared/journal/bodies.ts';
import type { Ctx } from '../../context.ts';
import { hereOf } from '../../programmes/index.ts';
import { catalogueSeq, type StoredProduct } from '../catalog-store.ts';
import { folded } from '../folded.ts';
import { openingLot, type OpeningLot } from '../product-records.ts';
import { sameProduct } from '../same-product.ts';
import { termsClash, type TermsClash } from '../terms/terms-clash.ts';
import { judgePrices, ownPrice } from '../within-programme.ts';
import type { Column } from './columns.ts';
import type { ImportErrors } from './import-errors.ts';
import type { ImportRow } from './import-row.ts';
import { changedProduct, matchRow, newProduct } from './match-row.ts';
import type { ReadFile } from './read-file.ts';

type Sample = ImportPreview['sample'][number];
type AboveReference = ImportPreview['aboveReference'][number];

/** What importing a file would do. */
export interface ImportPlan {
  /** New and changed products in the order of the file. */
  readonly products: readonly ProductRow[];
  /** What new products have in stock. */
  readonly lots: readonly OpeningLot[];
  /** The catalogue this was compared with. */
  readonly catalogueSeq: number;
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number };
  readonly withoutPrice: number;
  readonly sample: readonly Sample[];
  /** The first of them, and how many there are. */
  readonly aboveReference: readonly AboveReference[];
  readonly aboveReferenceCount: number;
}

/** Rows shown in a preview. */
const SAMPLE_ROWS = 20;

/** Rows compared before other calls get their turn. */
const ROWS_AT_A_TIME = 500;

/**
 * Compares the rows of a file with the catalogue. Problems are added to the file's errors.
 * Between pieces other calls are answered; if one of them changes the catalogue, `catalogueSeq`
 * no longer fits and the plan is refused when it is to be carried out.
 */
export async function planImport(ctx: Ctx, file: ReadFile): Promise<ImportPlan> {
  const seq = catalogueSeq(ctx.db);
  const planner = new Planner(ctx, file.columns, file.errors);
  for (let start = 0; start < file.rows.length; start += ROWS_AT_A_TIME) {
    await setImmediate();
    const rows = file.rows.slice(start, start + ROWS_AT_A_TIME);
    // One read transaction for all of them, or SQLite would begin and end one for each question.
    ctx.db.transaction(() => {
      for (const row of rows) planner.take(row);
    })();
  }
  return { ...planner.result(), catalogueSeq: seq };
}

class Planner {
  readonly #ctx: Ctx;
  readonly #columns: readonly Column[];
  readonly #errors: ImportErrors;
  readonly #products: ProductRow[] = [];
  readonly #lots: OpeningLot[] = [];
  readonly #sample: Sample[] = [];
  readonly #counts = { new: 0, changed: 0, same: 0 };
  /** The line that means a product, by its id, or by name and unit where it is new and has no code. */
  readonly #lineOf = new Map<string, number>();
  readonly #here: Here;
  readonly #aboveReference: AboveReference[] = [];
  #aboveReferenceCount = 0;
  #withoutPrice = 0;

  constructor(ctx: Ctx, columns: readonly Column[], errors: ImportErrors) {
    this.#ctx = ctx;
    this.#here = hereOf(ctx);
    this.#columns = columns;
    this.#errors = errors;
  }

  take(row: ImportRow): void {
    const match = matchRow(this.#ctx.db, row);
    switch (match.kind) {
      case 'ambiguous':
        return this.#errors.add({ ...this.#at(row, 'name'), code: 'product-ambiguous', value: match.value });
      case 'plu-taken':
        return this.#errors.add({ ...this.#at(row, 'plu'), code: 'plu-taken', value: match.value });
      case 'pack-code':
        return this.#errors.add({ ...this.#at(row, 'barcode'), code: 'gtin-of-pack', value: match.value });
      case 'known': {
        if (!this.#isFirst(row, match.product.productId)) return undefined;
        const product = changedProduct(match.product, row);
        if (!this.#fitsTerms(row, match.product, product)) return undefined;
        if (!this.#fitsProgramme(row, product)) return undefined;
        const change = sameProduct(match.product, product) ? 'same' : 'changed';
        return this.#note(row, product, change, match.product.priceRp);
      }
      case 'new': {
        if (!hasCode(row) && !this.#isFirst(row, `${folded(row.name)}|${folded(row.unit ?? '')}`))
          return undefined;
        const product = newProduct(row, this.#ctx.ports.ids.next());
        this.#addStock(row, product);
        return this.#note(row, product, 'new', null);
      }
    }
  }

  result(): Omit<ImportPlan, 'catalogueSeq'> {
    return {
      products: this.#products,
      lots: this.#lots,
      counts: this.#counts,
      withoutPrice: this.#withoutPrice,
      sample: this.#sample,
      aboveReference: this.#aboveReference,
      aboveReferenceCount: this.#aboveReferenceCount,
    };
  }

  #note(
    row: ImportRow,
    product: ProductRow,
    change: Sample['change'],
    oldPriceRp: Sample['oldPriceRp'],
  ): void {
    this.#counts[change] += 1;
    if (product.priceRp === null) this.#withoutPrice += 1;
    if (change !== 'same') this.#products.push(product);
    if (this.#sample.length === SAMPLE_ROWS) return;
    const { name, gtins, unit, category, priceRp } = product;
    this.#sample.push({
      line: row.line,
      change,
      name,
      barcodes: gtins.map(shownGtin),
      unit,
      category,
      priceRp,
      oldPriceRp,
    });
  }

  /** Two rows for one product would leave it to chance which of them counts. */
  #isFirst(row: ImportRow, meaning: string): boolean {
    const otherLine = this.#lineOf.get(meaning);
    if (otherLine === undefined) {
      this.#lineOf.set(meaning, row.line);
      return true;
    }
    this.#errors.add({ ...this.#at(row, 'name'), code: 'product-twice-in-file', value: row.name, otherLine });
    return false;
  }

  /** Packs and ceiling stay as they are when a file changes the product: it has to fit them. */
  #fitsTerms(row: ImportRow, before: StoredProduct, product: ProductRow): boolean {
    const clash = termsClash(this.#ctx.db, before.key, product);
    if (clash === undefined) return true;
    const [field, code, value] = CLASHES[clash.kind];
    this.#errors.add({ ...this.#at(row, field), code, value: String(value(product)) });
    return false;
  }

  /** A file that was made before a decree says the old price: nothing above the new one is taken. */
  #fitsProgramme(row: ImportRow, product: ProductRow): boolean {
    const { above, aboveReference } = judgePrices(
      this.#ctx,
      product.productId,
      ownPrice(product),
      this.#here,
    );
    const [limit] = above;
    if (limit !== undefined) {
      const value = String(limit.priceRp);
      this.#errors.add({ ...this.#at(row, 'price'), code: 'price-above-decree', value, limit });
      return false;
    }
    this.#aboveReferenceCount += aboveReference.length;
    if (this.#aboveReference.length < SAMPLE_ROWS) {
      const { line } = row;
      this.#aboveReference.push(...aboveReference.map((each) => ({ ...each, line, name: product.name })));
    }
    return true;
  }

  /** Stock is taken over for new products only: of the others, the till knows better than a file. */
  #addStock(row: ImportRow, product: ProductRow): void {
    const quantity = row.stockThousandths;
    if (quantity === null || quantity === 0) return;
    if (!product.fractional && quantity % 1000 !== 0) {
      this.#errors.add({ ...this.#at(row, 'stock'), code: 'stock-invalid', value: String(quantity / 1000) });
      return;
    }
    this.#lots.push(openingLot(product, quantity));
  }

  #at(row: ImportRow, field: Column['field']): { line: number; column: string } {
    return { line: row.line, column: this.#columns.find((column) => column.field === field)?.header ?? '' };
  }
}

/** Where in the file a clash with a product's terms lies, and how it is said. */
const CLASHES: Readonly<
  Record<
    TermsClash['kind'],
    readonly [Column['field'], ImportError['code'], (product: ProductRow) => string | number]
  >
> = {
  unit: ['unit', 'unit-of-pack', (product) => product.unit],
  content: ['fractional', 'fractional-with-packs', (product) => product.name],
  ceiling: ['price', 'price-above-ceiling', (product) => product.priceRp ?? 0],
};

function hasCode(row: ImportRow): boolean {
  return row.gtins.length > 0 || row.plu !== null;
}
