import { ADDRESS_LENGTH, NAME_LENGTH } from '../../../shared/contract/members.ts';
import type { RegistrationDetail } from '../../../shared/contract/subsidy.ts';
import { consumerCategorySchema, type ConsumerCategory } from '../../../shared/domain/programmes/rules.ts';
import { id } from '../../../shared/i18n/id.ts';
import { categoryNames } from '../../../shared/i18n/id/subsidy-findings.ts';
import { CheckField, TextField } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import type { Entry } from '../../ui/use-entry.ts';
import { NumberField } from './number-field.tsx';
import type { RegistrationDraft } from './registration-draft.ts';

const words = id.subsidyOffice.registration;

interface PersonFieldsProps {
  readonly entry: Entry<RegistrationDraft>;
  readonly hidden: boolean;
  /** `null` for somebody who is not registered yet. */
  readonly known: RegistrationDetail | null;
}

/** Numbers, name, address, and as what somebody buys. */
export function PersonFields({ entry: { draft, errors, change }, hidden, known }: PersonFieldsProps) {
  const toggle = (category: ConsumerCategory, on: boolean) =>
    change({
      categories: consumerCategorySchema.options.filter((each) =>
        each === category ? on : draft.categories.includes(each),
      ),
    });
  return (
    <>
      <NumberField
        startsFocused
        label={words.nik}
        hint={numberHint(draft.nik, known?.maskedNik ?? '')}
        hidden={hidden}
        knownTail={known?.maskedNik ?? ''}
        value={draft.nik}
        error={errors.nik}
        onChange={(nik) => change({ nik })}
      />
      <NumberField
        label={words.kk}
        hint={numberHint(draft.kk, known?.maskedKk ?? '')}
        hidden={hidden}
        knownTail={known?.maskedKk ?? ''}
        value={draft.kk}
        error={errors.kk}
        onChange={(kk) => change({ kk })}
      />
      <TextField
        label={words.name}
        maxLength={NAME_LENGTH}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={words.address}
        maxLength={ADDRESS_LENGTH}
        value={draft.address}
        error={errors.address}
        onChange={(address) => change({ address })}
      />
      <fieldset className={forms.checks} data-wrong={errors.categories === undefined ? undefined : ''}>
        <legend>{words.categories}</legend>
        {consumerCategorySchema.options.map((category) => (
          <CheckField
            key={category}
            label={categoryNames[category]}
            checked={draft.categories.includes(category)}
            onChange={(on) => toggle(category, on)}
          />
        ))}
        {errors.categories !== undefined && <p role="alert">{errors.categories}</p>}
      </fieldset>
    </>
  );
}

function numberHint(digits: string, knownLastFour: string): string {
  if (digits === '' && knownLastFour !== '') return words.keeps;
  return words.digits(digits.length);
}
