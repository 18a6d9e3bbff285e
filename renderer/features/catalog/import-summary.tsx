import type { ImportPreview } from '../../../shared/contract/catalog.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from '../../ui/import-preview.module.css';

const words = id.catalog.importing;

/** What taking the file over would do, in figures. */
export function ImportSummary({ preview }: { readonly preview: ImportPreview | null }) {
  return (
    <Sheet padded className={styles.summary} label={words.summary}>
      {preview === null ? (
        <>
          <h2>{words.columnsHelp}</h2>
          <Facts tight rows={words.knownColumns} />
        </>
      ) : (
        <Facts
          rows={[
            { name: words.rows, value: formatAmount(preview.rows) },
            { name: words.newProducts, value: formatAmount(preview.newProducts) },
            { name: words.changedProducts, value: formatAmount(preview.changedProducts) },
            { name: words.sameProducts, value: formatAmount(preview.sameProducts) },
            { name: words.withoutPrice, value: formatAmount(preview.withoutPrice) },
            { name: words.errorCount, value: formatAmount(preview.errorCount), sum: true },
          ]}
        />
      )}
      <p className={styles.promise}>{promise(preview)}</p>
    </Sheet>
  );
}

function promise(preview: ImportPreview | null): string {
  if (preview === null) return words.allOrNothing;
  if (preview.errorCount > 0) return words.errorsText;
  const changes = preview.newProducts + preview.changedProducts;
  return changes === 0 ? words.nothingToDo : words.allOrNothing;
}
