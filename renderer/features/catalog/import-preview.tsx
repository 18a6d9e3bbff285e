import type { ImportPreview as Preview } from '../../../shared/contract/catalog.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ImportChange, ImportPreview } from '../../ui/import-preview.tsx';
import ledger from '../../ui/ledger.module.css';
import styles from './import-preview.module.css';

const words = id.catalog.importing;

/** What is in a file of products, before anything is taken over. */
export function ProductImportPreview({ preview }: { readonly preview: Preview }) {
  const { sampleColumns: heads } = words;
  const [above] = preview.aboveReference;
  return (
    <ImportPreview
      preview={preview}
      fields={words.fields}
      wrong={(error) => words.codes[error.code](error.otherLine, error.limit)}
    >
      {above !== undefined && (
        <p className={styles.note}>
          {words.aboveReference(formatAmount(preview.aboveReferenceCount), above)}
        </p>
      )}
      <table className={ledger.ledger}>
        <thead>
          <tr>
            <th className={ledger.num}>{id.importing.line}</th>
            <th>{heads.name}</th>
            <th>{id.importing.change}</th>
            <th className={ledger.num}>{heads.old}</th>
            <th className={ledger.num}>{heads.price}</th>
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row) => (
            <tr key={row.line}>
              <td className={ledger.num}>{formatAmount(row.line)}</td>
              <td>
                {row.name}
                <small>{[row.barcodes[0], row.unit, row.category].filter(Boolean).join(', ')}</small>
              </td>
              <td>
                <ImportChange change={row.change} />
              </td>
              <td className={ledger.num}>{price(row.oldPriceRp)}</td>
              <td className={ledger.num}>
                <b>{price(row.priceRp)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ImportPreview>
  );
}

function price(rupiah: number | null): string {
  return rupiah === null ? '' : formatAmount(rupiah);
}
