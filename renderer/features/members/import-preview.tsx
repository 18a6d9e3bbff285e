import type { MemberImportPreview as Preview } from '../../../shared/contract/members.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ImportChange, ImportPreview } from '../../ui/import-preview.tsx';
import ledger from '../../ui/ledger.module.css';

const words = id.members.importing;

/** What is in a file of members, before anything is taken over. */
export function MemberImportPreview({ preview }: { readonly preview: Preview }) {
  const { sampleColumns: heads } = words;
  return (
    <ImportPreview
      preview={preview}
      fields={words.fields}
      wrong={(error) => words.codes[error.code](error.otherLine)}
    >
      <table className={ledger.ledger}>
        <thead>
          <tr>
            <th className={ledger.num}>{id.importing.line}</th>
            <th>{heads.number}</th>
            <th>{heads.name}</th>
            <th>{id.importing.change}</th>
            <th className={ledger.num}>{heads.sukarela}</th>
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row) => (
            <tr key={row.line}>
              <td className={ledger.num}>{formatAmount(row.line)}</td>
              <td>{row.number}</td>
              <td>
                {row.name}
                <small>{id.members.tiers[row.tier]}</small>
              </td>
              <td>
                <ImportChange change={row.change} />
              </td>
              <td className={ledger.num}>
                {row.sukarelaRp !== null && <b>{formatAmount(row.sukarelaRp)}</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ImportPreview>
  );
}
