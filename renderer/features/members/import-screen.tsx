import { useRef, useState } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useToday } from '../../data/use-shop.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useImportKeys } from '../../ui/use-import-keys.ts';
import { MemberImportPreview } from './import-preview.tsx';
import { MemberImportSummary } from './import-summary.tsx';
import styles from './import.module.css';
import { readDate, typedDate } from './member-draft.ts';
import { useMemberImport } from './use-member-import.ts';

const words = id.members.importing;

/** Many members and their savings from one file: choose, look, take over; all rows or none. */
export function ImportScreen({ onLeave }: { readonly onLeave: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const asOf = typed === null ? today : readDate(typed);
  const { preview, reading, read, commit, committing } = useMemberImport(onLeave);
  const changes = preview === null ? 0 : preview.newMembers + preview.changedMembers;
  const ready = preview !== null && preview.errorCount === 0 && changes > 0;
  const { back, choose, main } = useImportKeys({
    name: 'members',
    chosen: preview !== null,
    ready,
    choosable: reading === null && asOf !== undefined && asOf !== null,
    committing,
    commitLabel: words.commit(formatAmount(changes)),
    onChoose: () => input.current?.click(),
    onCommit: commit,
    onLeave,
  });
  return (
    <Screen
      title={words.title}
      aside={preview?.fileName}
      tools={ready && <ActionButton action={choose} withIcon />}
      rail={<MemberImportSummary preview={preview} />}
      next={<NextStep back={back} main={main} />}
    >
      <div className={styles.page}>
        <Sheet padded className={preview === null ? styles.date : styles.away}>
          <TextField
            label={words.asOf}
            hint={words.asOfHint}
            value={typed ?? typedDate(today)}
            error={asOf === undefined || asOf === null ? id.members.editor.errors.date : undefined}
            onChange={setTyped}
          />
        </Sheet>
        <FileDrop
          input={input}
          reading={reading}
          hidden={preview !== null}
          onFile={(file) => {
            if (asOf !== undefined && asOf !== null) void read(file, asOf);
          }}
        />
        {preview !== null && <MemberImportPreview preview={preview} />}
      </div>
    </Screen>
  );
}
