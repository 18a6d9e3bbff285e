import type { MemberImportPreview } from '../../../shared/contract/members.ts';
import { formatAmount, formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from '../../ui/import-preview.module.css';

const words = id.members.importing;

/** What taking the file over would do, in figures. */
export function ImportSummary({ preview }: { readonly preview: MemberImportPreview | null }) {
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
            { name: words.newMembers, value: formatAmount(preview.newMembers) },
            { name: words.changedMembers, value: formatAmount(preview.changedMembers) },
            { name: words.sameMembers, value: formatAmount(preview.sameMembers) },
            { name: words.asOf, value: formatDateShort(preview.asOf) },
            { name: words.savings, value: formatAmount(preview.savings) },
            { name: words.savingsTotal, value: formatAmount(preview.savingsTotalRp) },
            { name: words.errorCount, value: formatAmount(preview.errorCount), sum: true },
          ]}
        />
      )}
      <p className={styles.promise}>{promise(preview)}</p>
    </Sheet>
  );
}

function promise(preview: MemberImportPreview | null): string {
  if (preview === null) return words.allOrNothing;
  if (preview.errorCount > 0) return words.errorsText;
  return preview.newMembers + preview.changedMembers === 0 ? words.nothingToDo : words.allOrNothing;
}
