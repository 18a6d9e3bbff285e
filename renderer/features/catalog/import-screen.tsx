import { useRef } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ProductImportPreview } from './import-preview.tsx';
import { ProductImportSummary } from './import-summary.tsx';
import { useImport } from './use-import.ts';

const words = id.catalog.importing;
const common = id.importing;

/** Many products from one file: choose, look, take over; all rows or none. */
export function ImportScreen({ onLeave }: { readonly onLeave: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { preview, reading, read, commit, committing } = useImport(onLeave);
  const back: Action = {
    id: 'catalog.list',
    label: common.back,
    help: common.backHelp,
    key: 'Escape',
    perform: onLeave,
  };
  const changes = preview === null ? 0 : preview.newProducts + preview.changedProducts;
  const ready = preview !== null && preview.errorCount === 0 && changes > 0;
  const choose: Action = {
    id: 'catalog.choose-file',
    label: preview === null ? common.choose : common.other,
    help: common.chooseHelp,
    // Until a file can be taken over, choosing one is the next step.
    key: ready ? 'F7' : 'F9',
    icon: 'file',
    enabled: reading === null,
    perform: () => input.current?.click(),
  };
  const take: Action = {
    id: 'catalog.commit',
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
      rail={<ProductImportSummary preview={preview} />}
      next={<NextStep back={back} main={ready ? take : choose} />}
    >
      <FileDrop
        input={input}
        reading={reading}
        hidden={preview !== null}
        onFile={(file) => void read(file)}
      />
      {preview !== null && <ProductImportPreview preview={preview} />}
    </Screen>
  );
}
