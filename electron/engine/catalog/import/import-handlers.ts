import type { catalogContract, ImportPreview } from '../../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import { recordBodies } from '../../../../shared/journal/bodies.ts';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { hereOf, ruledProducts } from '../../programmes/index.ts';
import { catalogueSeq } from '../catalog-store.ts';
import { productRecords } from '../product-records.ts';
import { indexChangedProducts } from '../search/search-index.ts';
import { judgePrices, ownPrice } from '../within-programme.ts';
import { draftRecords, keepNewestDrafts, readDraft, saveDraft, type DraftRecord } from './draft-store.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import { readImportFile, type ReadFile } from './read-file.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;

/** Drafts kept at a time: the one on screen, and the one before it. */
const KEPT_DRAFTS = 2;

interface ReadyPreview {
  readonly preview: ImportPreview;
  readonly catalogueSeq: number;
  readonly records: readonly DraftRecord[];
}

/** Reads a file and says what importing it would do. Only the draft is stored, no product. */
export const importPreview: CatalogHandlers['importPreview'] = {
  prepare: async (ctx, input): Promise<ReadyPreview> => {
    const file = await readImportFile(Buffer.from(input.contentBase64, 'base64'));
    const plan = await planImport(ctx, file);
    const draftId = ctx.ports.ids.next();
    return {
      preview: previewOf(draftId, input.fileName, file, plan),
      catalogueSeq: plan.catalogueSeq,
      records: file.errors.count > 0 ? [] : draftRecordsOf(draftId, input.fileName, plan),
    };
  },
  run: (ctx, { preview, records, ...ready }: ReadyPreview) => {
    const { draftId, errorCount, newProducts, changedProducts } = preview;
    const draft = { draftId, errors: errorCount, products: newProducts + changedProducts };
    saveDraft(ctx.db, { ...draft, catalogueSeq: ready.catalogueSeq }, records);
    keepNewestDrafts(ctx.db, KEPT_DRAFTS);
    return preview;
  },
};

function previewOf(draftId: string, fileName: string, file: ReadFile, plan: ImportPlan): ImportPreview {
  return {
    draftId,
    fileName,
    columns: file.columns.map(({ header, field }) => ({ header, field })),
    rows: file.rowCount,
    newProducts: plan.counts.new,
    changedProducts: plan.counts.changed,
    sameProducts: plan.counts.same,
    withoutPrice: plan.withoutPrice,
    sample: [...plan.sample],
    errors: file.errors.shown.map((error) => ({ ...error, limit: error.limit ?? null })),
    errorCount: file.errors.count,
    aboveReference: [...plan.aboveReference],
    aboveReferenceCount: plan.aboveReferenceCount,
  };
}

function draftRecordsOf(importId: string, fileName: string, plan: ImportPlan): DraftRecord[] {
  return productRecords({ importId, fileName, products: plan.products, lots: plan.lots }).map(
    ({ type, body }) => ({ type, body: JSON.stringify(body) }),
  );
}

/**
 * Writes the records of a draft: every product of the file, or none.
 * @throws DomainError `import.draft-gone` where the catalogue has changed since the preview
 */
export const importCommit: CatalogHandlers['importCommit'] = (ctx, input) => {
  const draft = readDraft(ctx.db, input.draftId);
  if (draft === undefined || draft.catalogueSeq !== catalogueSeq(ctx.db)) {
    throw new DomainError('import.draft-gone');
  }
  if (draft.errors > 0) throw new DomainError('import.has-errors', { errors: draft.errors });
  const records = draftRecords(ctx.db, draft.draftId);
  requireStillAllowed(ctx, records);
  for (const record of records) appendDraftRecord(ctx, record);
  indexChangedProducts(ctx.db);
  keepNewestDrafts(ctx.db, 0);
  ctx.changed('catalog');
  return { products: draft.products, records: records.length };
};

/** A decree may have taken hold since the preview, with a rule that was saved or at midnight. */
function requireStillAllowed(ctx: Ctx, records: readonly DraftRecord[]): void {
  const here = hereOf(ctx);
  const ruled = ruledProducts(ctx.db);
  for (const { type, body } of records) {
    // A file may hold a hundred thousand products, and a handful of the store's have a programme.
    if (type !== 'products-imported/1' || !ruled.some((productId) => body.includes(productId))) continue;
    for (const product of recordBodies[type].parse(JSON.parse(body)).products) {
      const { above } = judgePrices(ctx, product.productId, ownPrice(product), here);
      if (above.length > 0) throw new DomainError('import.draft-gone');
    }
  }
}

function appendDraftRecord(ctx: Ctx, { type, body }: DraftRecord): void {
  const value: unknown = JSON.parse(body);
  if (type === 'opening-stock/1') ctx.append(type, recordBodies[type].parse(value));
  else ctx.append(type, recordBodies[type].parse(value));
}
