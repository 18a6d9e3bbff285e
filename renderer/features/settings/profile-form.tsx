import { id } from '../../../shared/i18n/id.ts';
import { EntryForm } from '../../ui/entry-form.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { FIRST_CHOICE } from './sections.tsx';
import styles from './settings.module.css';

const words = id.settings.about;
/** What the first run asked in the same words. */
const asked = id.setup;

const PRICE_ZONES = Object.entries(asked.place.zones).map(([value, zone]) => ({
  value,
  label: zone.name,
  hint: zone.text,
}));

const COLUMNS = [
  { value: '32', label: words.columnsText(32) },
  { value: '48', label: words.columnsText(48) },
] as const;

interface ProfileFormProps {
  readonly entry: Entry<ProfileDraft>;
  readonly onSubmit: () => void;
}

/** What a store may say differently of itself from now on. */
export function ProfileForm({ entry, onSubmit }: ProfileFormProps) {
  const { draft, errors, change } = entry;
  return (
    <EntryForm label={words.store} className={styles.form} refusals={entry.refusals} onSubmit={onSubmit}>
      <TextField
        label={words.koperasi}
        value={draft.koperasi}
        error={errors.koperasi}
        onChange={(koperasi) => change({ koperasi })}
      />
      <TextField
        label={words.address}
        value={draft.address}
        error={errors.address}
        onChange={(address) => change({ address })}
      />
      <div className={styles.pair}>
        <TextField
          label={words.gerai}
          value={draft.gerai}
          error={errors.gerai}
          onChange={(gerai) => change({ gerai })}
        />
        <TextField
          label={words.kabupaten}
          value={draft.kabupaten}
          error={errors.kabupaten}
          onChange={(kabupaten) => change({ kabupaten })}
        />
      </div>
      <OptionKeys
        label={words.zone}
        columns={3}
        firstDigit={FIRST_CHOICE}
        value={draft.priceZone}
        options={PRICE_ZONES}
        onChange={(priceZone) => change({ priceZone })}
      />
      <div className={`${styles.pair} ${styles.footed}`}>
        <SelectField
          label={words.columns}
          value={draft.columns}
          options={COLUMNS}
          onChange={(columns) => change({ columns })}
        />
      </div>
    </EntryForm>
  );
}
