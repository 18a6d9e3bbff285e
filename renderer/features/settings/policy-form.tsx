import { approvedActionSchema, CASH_STEPS, type ApprovedAction } from '../../../shared/domain/policy.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { digitsOf } from '../../ui/field-checks.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import { readQris, type ApprovalDraft, type PolicyDraft } from './policy-draft.ts';
import styles from './settings.module.css';

const words = id.settings.policy;

const STEPS = CASH_STEPS.map((step) => ({
  value: String(step),
  label: step === 0 ? words.noRounding : words.rounding(formatRupiah(step)),
}));

const ROLES = [
  { value: 'kasir', label: words.roles.kasir },
  { value: 'pengelola', label: words.roles.pengelola },
  { value: 'pengurus', label: words.roles.pengurus },
] as const;

interface PolicyFormProps {
  readonly entry: Entry<PolicyDraft>;
  readonly onSubmit: () => void;
}

/** What the store decides about selling. */
export function PolicyForm({ entry, onSubmit }: PolicyFormProps) {
  const { draft, errors, change } = entry;
  return (
    <EntryForm label={words.title} className={styles.form} refusals={entry.refusals} onSubmit={onSubmit}>
      <QrisField entry={entry} />
      <div className={styles.pair}>
        <SelectField
          label={words.cashStep}
          hint={words.cashStepHint}
          value={draft.cashStep}
          options={STEPS}
          onChange={(cashStep) => change({ cashStep })}
        />
        <AmountField
          label={words.qrisReference}
          hint={words.qrisReferenceHint}
          value={draft.qrisReferenceRp}
          error={errors.qrisReferenceRp}
          onChange={(qrisReferenceRp) => change({ qrisReferenceRp })}
        />
      </div>
      <TextField
        label={words.patterns}
        hint={words.patternsHint}
        value={draft.patterns}
        error={errors.patterns}
        onChange={(patterns) => change({ patterns })}
      />
      <Days entry={entry} />
      <TextField
        label={words.paymentNote}
        hint={words.paymentNoteHint}
        value={draft.paymentNote}
        error={errors.paymentNote}
        onChange={(paymentNote) => change({ paymentNote })}
      />
      <fieldset className={styles.rules}>
        <legend>{words.approvals}</legend>
        <p>{words.approvalsText}</p>
        {approvedActionSchema.options.map((action) => (
          <ApprovalRow
            key={action}
            action={action}
            rule={draft.approvals[action]}
            onChange={(rule) => change({ approvals: { ...draft.approvals, [action]: rule } })}
          />
        ))}
        {errors.approvals !== undefined && <p role="alert">{errors.approvals}</p>}
      </fieldset>
    </EntryForm>
  );
}

/** The merchant's code, and whose it is: a code of somebody else's would send the money there. */
function QrisField({ entry }: { readonly entry: Entry<PolicyDraft> }) {
  const { draft, errors, change } = entry;
  const reading = readQris(draft.qris);
  return (
    <div className={styles.qris}>
      <TextField
        label={words.qris}
        hint={reading === null ? words.qrisHint : undefined}
        value={draft.qris}
        error={errors.qris ?? (reading?.ok === false ? words.errors.qris(reading.why) : undefined)}
        onChange={(qris) => change({ qris })}
      />
      {reading?.ok === true && (
        <output className={styles.merchant}>
          <b>{reading.merchant.name}</b>
          {words.merchant(reading.merchant.city, reading.merchant.nmid)}
        </output>
      )}
    </div>
  );
}

function Days({ entry }: { readonly entry: Entry<PolicyDraft> }) {
  const { draft, errors, change } = entry;
  return (
    <div className={styles.four}>
      <TextField
        label={words.kasbonDays}
        inputMode="numeric"
        value={draft.kasbonDays}
        error={errors.kasbonDays}
        onChange={(typed) => change({ kasbonDays: digitsOf(typed, 3) })}
      />
      <AmountField
        label={words.kasbonLimit}
        value={draft.kasbonLimitRp}
        error={errors.kasbonLimitRp}
        onChange={(kasbonLimitRp) => change({ kasbonLimitRp })}
      />
      <TextField
        label={words.invoiceDays}
        inputMode="numeric"
        value={draft.invoiceDays}
        error={errors.invoiceDays}
        onChange={(typed) => change({ invoiceDays: digitsOf(typed, 3) })}
      />
      <TextField
        label={words.returnDays}
        inputMode="numeric"
        value={draft.returnDays}
        error={errors.returnDays}
        onChange={(typed) => change({ returnDays: digitsOf(typed, 3) })}
      />
    </div>
  );
}

interface ApprovalRowProps {
  readonly action: ApprovedAction;
  readonly rule: ApprovalDraft;
  readonly onChange: (rule: ApprovalDraft) => void;
}

function ApprovalRow({ action, rule, onChange }: ApprovalRowProps) {
  return (
    <div className={styles.rule}>
      <b>{words.actions[action]}</b>
      <SelectField
        label={words.approver}
        value={rule.role}
        options={ROLES}
        onChange={(role) => onChange({ ...rule, role })}
      />
      <AmountField
        label={words.above}
        value={rule.aboveRp}
        onChange={(aboveRp) => onChange({ ...rule, aboveRp })}
      />
    </div>
  );
}
