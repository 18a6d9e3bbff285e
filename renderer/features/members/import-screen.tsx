import { useRef, useState } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useToday } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { MemberImportPreview } from './import-preview.tsx';
import { MemberImportSummary } from './import-summary.tsx';
import styles from './import.module.css';
import { readDate, typedDate } from './member-draft.ts';
import { useMemberImport } from './use-member-import.ts';

const words = id.members.importing;
const common = id.importing;

/** Many members and their savings from one file: choose, look, take over; all rows or none. */
export function ImportScreen({ onLeave }: { readonly onLeave: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const asOf = typed === null ? today : readDate(typed);
  const { preview, reading, read, commit, committing } = useMemberImport(onLeave);
  const changes = preview === null ? 0 : preview.newMembers + preview.changedMembers;
  const ready = preview !== null && preview.errorCount === 0 && changes > 0;
  const back: Action = {
    id: 'members.import-back',
    label: common.back,
    help: common.backHelp,
    key: 'Escape',
    perform: onLeave,
  };
  const choose: Action = {
    id: 'members.choose-file',
    label: preview === null ? common.choose : common.other,
    help: common.chooseHelp,
    // Until a file can be taken over, choosing one is the next step.
    key: ready ? 'F7' : 'F9',
    icon: 'file',
    enabled: reading === null && asOf !== undefined && asOf !== null,
    perform: () => input.current?.click(),
  };
  const take: Action = {
    id: 'members.commit',
    label: committing ? common.committing : words.commit(formatAmount(changes)),
    help: common.commitHelp,
    key: 'F9',
    enabled: !committing,
    perform: () => void commit(),
  };
  useActions(ready ? [choose, back, take] : [back, choose]);
  return (
    <Screen
      title={words.title}
      aside={preview?.fileName}
      tools={ready && <ActionButton action={choose} withIcon />}
      rail={<MemberImportSummary preview={preview} />}
      next={<NextStep back={back} main={ready ? take : choose} />}
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
