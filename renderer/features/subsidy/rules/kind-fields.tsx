import { consumerCategorySchema } from '../../../../shared/domain/programmes/rules.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { categoryNames } from '../../../../shared/i18n/id/subsidy-findings.ts';
import { AmountField } from '../../../ui/amount-field.tsx';
import { digitsOf } from '../../../ui/field-checks.ts';
import { CheckField, SelectField, TextField } from '../../../ui/field.tsx';
import type { Entry } from '../../../ui/use-entry.ts';
import type { RuleDraft } from './rule-draft.ts';
import styles from './rules.module.css';

const words = id.subsidyOffice.rules;
const systems = id.subsidyOffice.systems;

const PRICE_KINDS = [
  { value: 'het', label: words.priceKinds.het },
  { value: 'program', label: words.priceKinds.program },
  { value: 'hap', label: words.priceKinds.hap },
] as const;

const IDENTITIES = [
  { value: 'none', label: words.identities.none },
  { value: 'nik', label: words.identities.nik },
  { value: 'kk', label: words.identities.kk },
  { value: 'member', label: words.identities.member },
  { value: 'farmer', label: words.identities.farmer },
] as const;

const SYSTEMS = [
  { value: 'none', label: words.noSystem },
  { value: 'map', label: systems.map },
  { value: 'klik-sphp', label: systems['klik-sphp'] },
  { value: 'i-pubers', label: systems['i-pubers'] },
  { value: 'simirah', label: systems.simirah },
] as const;

const SUBJECTS = [
  { value: 'nik', label: words.subjects.nik },
  { value: 'kk', label: words.subjects.kk },
  { value: 'member', label: words.subjects.member },
  { value: 'anyone', label: words.subjects.anyone },
] as const;

const WINDOWS = [
  { value: 'day', label: words.windows.day },
  { value: 'week', label: words.windows.week },
  { value: 'month', label: words.windows.month },
  { value: 'season', label: words.windows.season },
] as const;

const CATEGORIES = [
  { value: 'all', label: words.allCategories },
  { value: 'rumah-tangga', label: categoryNames['rumah-tangga'] },
  { value: 'usaha-mikro', label: categoryNames['usaha-mikro'] },
  { value: 'petani-sasaran', label: categoryNames['petani-sasaran'] },
  { value: 'nelayan-sasaran', label: categoryNames['nelayan-sasaran'] },
] as const;

const EFFECTS = [
  { value: 'block', label: words.effects.block },
  { value: 'warn', label: words.effects.warn },
] as const;

interface KindFieldsProps {
  readonly entry: Entry<RuleDraft>;
}

/** What one unit may cost. */
export function PriceFields({ entry, unit }: KindFieldsProps & { readonly unit: string }) {
  const { draft, errors, change } = entry;
  return (
    <div className={styles.pair}>
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
      <div className={styles.pair}>
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
      <fieldset className={styles.checks}>
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
      <div className={styles.checks}>
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
      <div className={styles.pair}>
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
      <div className={styles.pair}>
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
