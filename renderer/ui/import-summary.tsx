import type { ComponentProps } from 'react';
import { formatAmount } from '../../shared/i18n/format.ts';
import { id } from '../../shared/i18n/id.ts';
import { Facts } from './facts.tsx';
import styles from './import-preview.module.css';
import { Note } from './note.tsx';
import { Sheet } from './sheet.tsx';

const words = id.importing;

type FactRows = ComponentProps<typeof Facts>['rows'];

interface ImportSummaryProps {
  /** What was found in a file; null before one was read. */
  readonly found: {
    readonly rows: number;
    /** Rows that would add or change something. */
    readonly changes: number;
    readonly errorCount: number;
    readonly facts: FactRows;
  } | null;
  /** The columns a file may have, said before one is read. */
  readonly knownColumns: FactRows;
}

/** What taking a file over would do, in figures. */
export function ImportSummary({ found, knownColumns }: ImportSummaryProps) {
  return (
    <Sheet padded className={styles.summary} label={words.summary}>
      {found === null ? (
        <>
          <h2>{words.columnsHelp}</h2>
          <Facts tight rows={knownColumns} />
        </>
      ) : (
        <Facts
          rows={[
            { name: words.rows, value: formatAmount(found.rows) },
            ...found.facts,
            { name: words.errorCount, value: formatAmount(found.errorCount), sum: true },
          ]}
        />
      )}
      <Note>{promise(found)}</Note>
    </Sheet>
  );
}

function promise(found: ImportSummaryProps['found']): string {
  if (found === null) return words.allOrNothing;
  if (found.errorCount > 0) return words.errorsText;
  return found.changes === 0 ? words.nothingToDo : words.allOrNothing;
}
