import type { MemberImportPreview as Preview } from '../../../shared/contract/members.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from '../../ui/import-preview.module.css';

const words = id.members.importing;

/** What is in a file, before anything is taken over: what is wrong first, then columns and a sample. */
export function ImportPreview({ preview }: { readonly preview: Preview }) {
  return (
    <div className={styles.preview}>
      {preview.errorCount > 0 && <Errors preview={preview} />}
      <Columns preview={preview} />
      {preview.sample.length > 0 && <Sample preview={preview} />}
    </div>
  );
}

function Errors({ preview }: { readonly preview: Preview }) {
  const { errors, errorCount } = preview;
  return (
    <Sheet label={words.errors} className={styles.part}>
      <h2>
        {words.errors}
        {errors.length < errorCount && (
          <span>{words.errorsMore(errors.length, formatAmount(errorCount))}</span>
        )}
      </h2>
      <ul className={styles.errors}>
        {errors.map((error) => (
          <li key={`${error.line} ${error.column} ${error.code} ${error.value}`}>
            <b>{words.errorWhere(error.line, error.column)}:</b> {words.codes[error.code](error.otherLine)}
            {error.value !== '' && <code>{error.value}</code>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Columns({ preview }: { readonly preview: Preview }) {
  return (
    <Sheet label={words.columns} className={styles.part}>
      <h2>{words.columns}</h2>
      <ul className={styles.columns}>
        {preview.columns.map((column, at) => (
          // Two columns of a file may well have the same head.
          <li key={at} data-ignored={column.field === null ? '' : undefined}>
            <b>{column.header}</b>
            <span>
              {column.field === null ? words.ignored : (words.fields[column.field] ?? column.field)}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Sample({ preview }: { readonly preview: Preview }) {
  const { sampleColumns: heads } = words;
  return (
    <Sheet label={words.sample} className={styles.part}>
      <h2>
        {words.sample}
        <span>{words.sampleText(preview.sample.length, formatAmount(preview.rows))}</span>
      </h2>
      <table className={ledger.ledger}>
        <thead>
          <tr>
            <th className={ledger.num}>{heads.line}</th>
            <th>{heads.number}</th>
            <th>{heads.name}</th>
            <th>{heads.change}</th>
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
                <small className={styles.more}>{id.members.tiers[row.tier]}</small>
              </td>
              <td>
                <Tag kind={row.change === 'same' ? 'wait' : 'plain'}>{words.changes[row.change]}</Tag>
              </td>
              <td className={ledger.num}>
                {row.sukarelaRp !== null && <b>{formatAmount(row.sukarelaRp)}</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
