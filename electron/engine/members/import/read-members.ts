import { ImportErrors, isEmptyRow, sheetRows } from '../../catalog/index.ts';
import type { MemberImportError } from '../../../../shared/contract/members.ts';
import { DomainError } from '../../domain-error.ts';
import { readColumns, type Column } from './columns.ts';
import { readMemberRow, type ImportedMember } from './member-row.ts';

/** The most members one file may bring. */
const MAX_ROWS = 20_000;

/** A file that was read, before anybody has compared it with the members there are. */
export interface MemberFile {
  readonly columns: readonly Column[];
  /** Rows without a problem of their own. */
  readonly rows: readonly ImportedMember[];
  /** How many rows say anything, good or bad. */
  readonly rowCount: number;
  readonly errors: ImportErrors<MemberImportError['code']>;
}

/**
 * Reads a file row by row. The first row that says anything is the head.
 * @throws DomainError `import.unreadable`, `.not-utf8`, `.columns-missing`, `.too-large`, `.empty`
 */
export async function readMemberFile(content: Buffer): Promise<MemberFile> {
  const errors = new ImportErrors<MemberImportError['code']>();
  const rows: ImportedMember[] = [];
  let columns: readonly Column[] | undefined;
  let rowCount = 0;
  for await (const sheetRow of sheetRows(content)) {
    if (isEmptyRow(sheetRow)) continue;
    if (columns === undefined) {
      columns = readColumns(sheetRow);
      continue;
    }
    rowCount += 1;
    if (rowCount > MAX_ROWS) throw new DomainError('import.too-large', { maximum: MAX_ROWS });
    const { member, problems } = readMemberRow(columns, sheetRow);
    for (const problem of problems) errors.add({ ...problem, line: sheetRow.line });
    if (problems.length === 0) rows.push(member);
  }
  if (columns === undefined || rowCount === 0) throw new DomainError('import.empty');
  return { columns, rows, rowCount, errors };
}
