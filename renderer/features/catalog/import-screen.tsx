import { useRef } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useImportKeys } from '../../ui/use-import-keys.ts';
import { ProductImportPreview } from './import-preview.tsx';
import { ProductImportSummary } from './import-summary.tsx';
import { useImport } from './use-import.ts';

const words = id.catalog.importing;

/** Many products from one file: choose, look, take over; all rows or none. */
export function ImportScreen({ onLeave }: { readonly onLeave: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { preview, reading, read, commit, committing } = useImport(onLeave);
  const changes = preview === null ? 0 : preview.newProducts + preview.changedProducts;
  const ready = preview !== null && preview.errorCount === 0 && changes > 0;
  const { back, choose, main } = useImportKeys({
    name: 'catalog',
    chosen: preview !== null,
    ready,
    choosable: reading === null,
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
      rail={<ProductImportSummary preview={preview} />}
      next={<NextStep back={back} main={main} />}
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
