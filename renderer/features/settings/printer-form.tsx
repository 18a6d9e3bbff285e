import { id } from '../../../shared/i18n/id.ts';
import { EntryForm } from '../../ui/entry-form.tsx';
import { digitsOf } from '../../ui/field-checks.ts';
import { CheckField, TextField } from '../../ui/field.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import type { PrinterDraft } from './printer-draft.ts';
import { FIRST_CHOICE } from './sections.tsx';
import styles from './settings.module.css';

const words = id.settings.printer;

const KINDS = [
  { value: 'none', label: words.none, hint: words.noneText },
  { value: 'tcp', label: words.tcp, hint: words.tcpText },
  { value: 'file', label: words.file, hint: words.fileText },
] as const;

interface PrinterFormProps {
  readonly entry: Entry<PrinterDraft>;
  readonly onSubmit: () => void;
}

/** How the printer is reached. */
export function PrinterForm({ entry, onSubmit }: PrinterFormProps) {
  const { draft, errors, change } = entry;
  return (
    <EntryForm label={words.transport} className={styles.form} refusals={entry.refusals} onSubmit={onSubmit}>
      <OptionKeys
        label={words.transport}
        columns={3}
        firstDigit={FIRST_CHOICE}
        value={draft.kind}
        options={KINDS}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind === 'tcp' && (
        <div className={styles.wideNarrow}>
          <TextField
            label={words.host}
            hint={words.hostHint}
            value={draft.host}
            error={errors.host}
            onChange={(host) => change({ host })}
          />
          <TextField
            label={words.port}
            inputMode="numeric"
            value={draft.port}
            error={errors.port}
            onChange={(typed) => change({ port: digitsOf(typed, 5) })}
          />
        </div>
      )}
      {draft.kind === 'file' && (
        <TextField
          label={words.path}
          hint={words.pathHint}
          value={draft.path}
          error={errors.path}
          onChange={(path) => change({ path })}
        />
      )}
      {draft.kind !== 'none' && (
        <CheckField
          label={words.drawer}
          hint={words.drawerHint}
          checked={draft.drawer}
          onChange={(drawer) => change({ drawer })}
        />
      )}
    </EntryForm>
  );
}
