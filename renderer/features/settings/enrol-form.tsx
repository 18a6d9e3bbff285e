import { id } from '../../../shared/i18n/id.ts';
import { EntryForm } from '../../ui/entry-form.tsx';
import { TextField } from '../../ui/field.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import styles from './settings.module.css';
import type { EnrolDraft } from './use-enrol.ts';

const words = id.settings.district;

interface EnrolFormProps {
  readonly entry: Entry<EnrolDraft>;
  readonly onSubmit: () => void;
}

/** The district's address and its one-time code. */
export function EnrolForm({ entry, onSubmit }: EnrolFormProps) {
  const { draft, errors, change } = entry;
  return (
    <EntryForm label={words.enrolTitle} className={styles.form} refusals={entry.refusals} onSubmit={onSubmit}>
      <TextField
        startsFocused
        label={words.url}
        hint={words.urlHint}
        inputMode="url"
        value={draft.districtUrl}
        error={errors.districtUrl}
        onChange={(districtUrl) => change({ districtUrl })}
      />
      <TextField
        label={words.code}
        hint={words.codeHint}
        maxLength={64}
        value={draft.code}
        error={errors.code}
        onChange={(code) => change({ code })}
      />
    </EntryForm>
  );
}
