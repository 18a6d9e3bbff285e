import type { TaxStatuses } from '../../../shared/contract/policy.ts';
import { npwpSchema } from '../../../shared/domain/policy.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { dateTyped, readDate } from '../../ui/dates.ts';
import { EntryForm } from '../../ui/entry-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { allRight, digitsOf, type FieldErrors } from '../../ui/field-checks.ts';
import { CheckField, TextField } from '../../ui/field.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import styles from './settings.module.css';

const words = id.settings.policy.tax;

interface TaxDraft {
  readonly pkp: boolean;
  readonly npwp: string;
  readonly validFrom: string;
}

/** PKP or not, since when, and from when on it will be otherwise. */
export function TaxStatus({
  status,
  mayChange,
}: {
  readonly status: TaxStatuses;
  readonly mayChange: boolean;
}) {
  const { now, statuses } = status;
  return (
    <Sheet padded label={words.title} className={styles.facts}>
      <h2>{words.title}</h2>
      <Facts
        tight
        rows={[
          { name: words.now, value: now.pkp ? words.pkp : words.notPkp },
          { name: words.npwp, value: now.npwp ?? words.noNpwp },
          ...statuses.map(({ validFrom, pkp }) => ({
            name: words.since(formatDate(validFrom)),
            value: pkp ? words.pkp : words.notPkp,
          })),
        ]}
      />
      {mayChange && <ChangeStatus key={JSON.stringify(status)} status={status} />}
    </Sheet>
  );
}

function ChangeStatus({ status }: { readonly status: TaxStatuses }) {
  const entry = useEntry<TaxDraft>({
    pkp: status.now.pkp,
    npwp: status.now.npwp ?? '',
    validFrom: dateTyped(status.firstFreeDate),
  });
  const { draft, errors, change } = entry;
  const command = useCommand(engine.policy.setTaxStatus);
  const save = async () => {
    const wrong = check(draft);
    const validFrom = readDate(draft.validFrom);
    if (!allRight(wrong) || validFrom === null || validFrom === undefined) return entry.refuse(wrong);
    const npwp = draft.npwp === '' ? null : draft.npwp;
    const reply = await command.run({ validFrom, pkp: draft.pkp, npwp });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.saved, text: words.savedText(formatDate(validFrom)) });
  };
  const action: Action = {
    id: 'settings.save-tax-status',
    label: words.save,
    help: words.saveHelp,
    key: 'F8',
    enabled: !command.pending,
    perform: () => void save(),
  };
  useActions([action]);
  return (
    <EntryForm
      label={words.title}
      className={styles.facts}
      refusals={entry.refusals}
      onSubmit={action.perform}
    >
      <CheckField
        label={words.pkpLabel}
        hint={words.pkpHint}
        checked={draft.pkp}
        onChange={(pkp) => change({ pkp })}
      />
      <TextField
        label={words.npwp}
        inputMode="numeric"
        value={draft.npwp}
        error={errors.npwp}
        onChange={(typed) => change({ npwp: digitsOf(typed, 16) })}
      />
      <TextField
        label={words.validFrom}
        hint={words.validFromHint}
        placeholder={id.fields.dateHint}
        value={draft.validFrom}
        error={errors.validFrom}
        onChange={(validFrom) => change({ validFrom })}
      />
      <ActionButton action={action} size="tall" />
    </EntryForm>
  );
}

function check({ pkp, npwp, validFrom }: TaxDraft): FieldErrors<keyof TaxDraft> {
  const date = readDate(validFrom);
  const isNumber = npwpSchema.safeParse(npwp).success;
  return {
    npwp: isNumber || (npwp === '' && !pkp) ? undefined : words.npwpWrong,
    validFrom: date === null || date === undefined ? id.fields.date : undefined,
  };
}
