import type { ReactNode } from 'react';
import { formatAmount } from '../../shared/i18n/format.ts';
import { id } from '../../shared/i18n/id.ts';
import styles from './import-preview.module.css';
import { Sheet } from './sheet.tsx';
import { Tag } from './tag.tsx';

const words = id.importing;

/** Something wrong in a file: line and column as the file counts and calls them, and what stands there. */
interface RowError {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
}

/** What every preview of a file holds, whatever its rows are. */
interface FilePreview<E extends RowError> {
  readonly rows: number;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly sample: readonly unknown[];
  readonly errors: readonly E[];
  /** All of them; a long list is cut. */
  readonly errorCount: number;
}

interface ImportPreviewProps<E extends RowError> {
  readonly preview: FilePreview<E>;
  /** Words for the fields a column can stand for. */
  readonly fields: Readonly<Record<string, string>>;
  /** Words for what is wrong. */
  readonly wrong: (error: E) => string;
  /** The table of the sample; a `small` in it is a second line. */
  readonly children: ReactNode;
}

/** What is in a file, before anything is taken over: what is wrong first, then columns and a sample. */
export function ImportPreview<E extends RowError>(props: ImportPreviewProps<E>) {
  const { preview, fields, wrong, children } = props;
  return (
    <div className={styles.preview}>
      {preview.errorCount > 0 && <Errors preview={preview} wrong={wrong} />}
      <Columns columns={preview.columns} fields={fields} />
      {preview.sample.length > 0 && (
        <Sheet label={words.sample} className={styles.part}>
          <h2>
            {words.sample}
            <span>{words.sampleText(preview.sample.length, formatAmount(preview.rows))}</span>
          </h2>
          {children}
        </Sheet>
      )}
    </div>
  );
}

/** What a row of the sample would become. */
export function ImportChange({ change }: { readonly change: keyof typeof words.changes }) {
  return <Tag kind={change === 'same' ? 'wait' : 'plain'}>{words.changes[change]}</Tag>;
}

function Errors<E extends RowError>({ preview, wrong }: Pick<ImportPreviewProps<E>, 'preview' | 'wrong'>) {
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
            <b>{words.errorWhere(error.line, error.column)}:</b> {wrong(error)}
            {error.value !== '' && <code>{error.value}</code>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface ColumnsProps {
  readonly columns: FilePreview<RowError>['columns'];
  readonly fields: Readonly<Record<string, string>>;
}

function Columns({ columns, fields }: ColumnsProps) {
  return (
    <Sheet label={words.columns} className={styles.part}>
      <h2>{words.columns}</h2>
      <ul className={styles.columns}>
        {columns.map(({ header, field }, at) => (
          // Two columns of a file may well have the same head.
          <li key={at} data-ignored={field === null ? '' : undefined}>
            <b>{header}</b>
            <span>{field === null ? words.ignored : (fields[field] ?? field)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
