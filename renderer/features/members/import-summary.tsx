import type { MemberImportPreview } from '../../../shared/contract/members.ts';
import { formatAmount, formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ImportSummary } from '../../ui/import-summary.tsx';

const words = id.members.importing;

/** What taking the file of members over would do, in figures. */
export function MemberImportSummary({ preview }: { readonly preview: MemberImportPreview | null }) {
  return <ImportSummary knownColumns={words.knownColumns} found={preview && found(preview)} />;
}

function found(preview: MemberImportPreview) {
  const { rows, errorCount, newMembers, changedMembers } = preview;
  return {
    rows,
    errorCount,
    changes: newMembers + changedMembers,
    facts: [
      { name: words.newMembers, value: formatAmount(newMembers) },
      { name: id.importing.changed, value: formatAmount(changedMembers) },
      { name: id.importing.same, value: formatAmount(preview.sameMembers) },
      { name: words.asOf, value: formatDateShort(preview.asOf) },
      { name: words.savings, value: formatAmount(preview.savings) },
      { name: words.savingsTotal, value: formatAmount(preview.savingsTotalRp) },
    ],
  };
}
