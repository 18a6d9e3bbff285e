import { consumerCategorySchema, externalSystemSchema } from '../../../../shared/domain/programmes/rules.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { categoryNames } from '../../../../shared/i18n/id/subsidy-findings.ts';
import { AmountField } from '../../../ui/amount-field.tsx';
import { digitsOf } from '../../../ui/field-checks.ts';
import { CheckField, SelectField, TextField } from '../../../ui/field.tsx';
import forms from '../../../ui/form.module.css';
import { optionsOf } from '../../../ui/options.ts';
import type { Entry } from '../../../ui/use-entry.ts';
import type { RuleDraft } from './rule-draft.ts';
import styles from './rules.module.css';

const words = id.subsidyOffice.rules;

const PRICE_KINDS = optionsOf(['het', 'program', 'hap'], words.priceKinds);
const IDENTITIES = optionsOf(['none', 'nik', 'kk', 'member', 'farmer'], words.identities);
const SYSTEMS = optionsOf(['none', ...externalSystemSchema.options], {
  none: words.noSystem,
  ...id.subsidyOffice.systems,
});
const SUBJECTS = optionsOf(['nik', 'kk', 'member', 'anyone'], words.subjects);
const WINDOWS = optionsOf(['day', 'week', 'month', 'season'], words.windows);
const CATEGORIES = optionsOf(['all', ...consumerCategorySchema.options], {
  all: words.allCategories,
  ...categoryNames,
});
const EFFECTS = optionsOf(['block', 'warn'], words.effects);

interface KindFieldsProps {
  readonly entry: Entry<RuleDraft>;
}

/** What one unit may cost. */
export function PriceFields({ entry, unit }: KindFieldsProps & { readonly unit: string }) {
  const { draft, errors, change } = entry;
  return (
    <div className={forms.pair}>
      <AmountField
        label={words.amount(unit)}
        value={draft.amountRp}
        error={errors.amountRp}
        onChange={(amountRp) => change({ amountRp })}
      />
      <SelectField
        label={words.kind}
        hint={draft.priceKind === 'hap' ? words.hapHint : words.ceilingHint}
        value={draft.priceKind}
        options={PRICE_KINDS}
        onChange={(priceKind) => change({ priceKind })}
      />
    </div>
  );
}

/** Who may buy, and what is asked of them. */
export function AccessFields({ entry }: KindFieldsProps) {
  const { draft, change } = entry;
  const toggle = (category: (typeof draft.categories)[number], on: boolean) =>
    change({
      categories: consumerCategorySchema.options.filter((each) =>
        each === category ? on : draft.categories.includes(each),
      ),
    });
  return (
    <>
      <div className={forms.pair}>
        <SelectField
          label={words.identity}
          value={draft.identity}
          options={IDENTITIES}
          onChange={(identity) => change({ identity })}
        />
        <SelectField
          label={words.system}
          value={draft.system}
          options={SYSTEMS}
          onChange={(system) => change({ system })}
        />
      </div>
      <fieldset className={forms.checks}>
        <legend>{words.forCategories}</legend>
        {consumerCategorySchema.options.map((category) => (
          <CheckField
            key={category}
            label={categoryNames[category]}
            checked={draft.categories.includes(category)}
            onChange={(on) => toggle(category, on)}
          />
        ))}
      </fieldset>
      <div className={forms.checks}>
        <CheckField
          label={words.proxyField}
          checked={draft.proxyAllowed}
          onChange={(proxyAllowed) => change({ proxyAllowed })}
        />
        <CheckField
          label={words.resaleField}
          checked={draft.resaleForbidden}
          onChange={(resaleForbidden) => change({ resaleForbidden })}
        />
        <CheckField
          label={words.mixingField}
          checked={draft.mixingForbidden}
          onChange={(mixingForbidden) => change({ mixingForbidden })}
        />
      </div>
      <IdentityFields entry={entry} />
    </>
  );
}

/** Why a number is asked for, and how long it is kept. */
function IdentityFields({ entry: { draft, errors, change } }: KindFieldsProps) {
  return (
    <div className={styles.wideNarrow}>
      <TextField
        label={words.purpose}
        hint={words.purposeHint}
        maxLength={160}
        value={draft.purpose}
        error={errors.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      <TextField
        label={words.retentionField}
        inputMode="numeric"
        value={draft.retentionDays}
        error={errors.retentionDays}
        onChange={(typed) => change({ retentionDays: digitsOf(typed, 4) })}
      />
    </div>
  );
}

/** How much, for whom, in which time. */
export function QuotaFields({ entry, unit }: KindFieldsProps & { readonly unit: string }) {
  const { draft, errors, change } = entry;
  const perSale = draft.subject === 'anyone';
  return (
    <>
      <div className={forms.pair}>
        <SelectField
          label={words.subject}
          value={draft.subject}
          options={SUBJECTS}
          onChange={(subject) => change({ subject })}
        />
        {!perSale && (
          <SelectField
            label={words.window}
            value={draft.window}
            options={WINDOWS}
            onChange={(window) => change({ window })}
          />
        )}
      </div>
      <div className={forms.pair}>
        <TextField
          label={words.limit(unit)}
          hint={perSale ? words.perSaleHint : words.limitHint}
          inputMode="decimal"
          value={draft.limit}
          error={errors.limit}
          onChange={(limit) => change({ limit })}
        />
        <SelectField
          label={words.effect}
          value={draft.effect}
          options={EFFECTS}
          onChange={(effect) => change({ effect })}
        />
      </div>
      <SelectField
        label={words.forCategory}
        value={draft.category}
        options={CATEGORIES}
        onChange={(category) => change({ category })}
      />
    </>
  );
}
