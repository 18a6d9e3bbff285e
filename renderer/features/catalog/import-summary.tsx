import type { ImportPreview } from '../../../shared/contract/catalog.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ImportSummary } from '../../ui/import-summary.tsx';

const words = id.catalog.importing;

/** What taking the file of products over would do, in figures. */
export function ProductImportSummary({ preview }: { readonly preview: ImportPreview | null }) {
  return <ImportSummary knownColumns={words.knownColumns} found={preview && found(preview)} />;
}

function found(preview: ImportPreview) {
  const { rows, errorCount, newProducts, changedProducts } = preview;
  return {
    rows,
    errorCount,
    changes: newProducts + changedProducts,
    facts: [
      { name: words.newProducts, value: formatAmount(newProducts) },
      { name: id.importing.changed, value: formatAmount(changedProducts) },
      { name: id.importing.same, value: formatAmount(preview.sameProducts) },
      { name: words.withoutPrice, value: formatAmount(preview.withoutPrice) },
    ],
  };
}
