import type { RefObject } from 'react';
import type { DebtorDetail, DebtTenderKind } from '../../../shared/contract/debts.ts';
import { formatAmount, formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { TextField } from '../../ui/field.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { say } from '../../ui/messages.ts';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import { needsReference, type PayDraft, type PayPlan } from './pay-plan.ts';
import styles from './pay.module.css';

const words = id.debts.pay;

/** Amounts that people bring to pay off a part. */
const QUICK = [20_000, 50_000, 100_000] as const;

interface PayFormProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly detail: DebtorDetail;
  readonly entry: Entry<PayDraft>;
  readonly plan: PayPlan;
  readonly onSubmit: () => void;
}

/** With what and how much. An empty field means all that is owed, and cash that is exact. */
export function PayForm({ field, detail, entry, plan, onSubmit }: PayFormProps) {
  const { draft, errors, change } = entry;
  return (
    <Sheet padded className={styles.form} label={words.title}>
      <Ways detail={detail} way={draft.way} onWay={(way) => change({ way, receivedRp: null })} />
      <EntryForm label={words.title} className={styles.fields} refusals={entry.refusals} onSubmit={onSubmit}>
        <AmountField
          ref={field}
          startsFocused
          label={words.amount}
          hint={words.amountHint(formatRupiah(plan.meantRp))}
          error={errors.amountRp}
          value={draft.amountRp}
          onChange={(amountRp) => change({ amountRp })}
        />
        {draft.way === 'cash' && (
          <AmountField
            label={words.received}
            hint={words.receivedHint(formatRupiah(plan.dueRp))}
            error={errors.receivedRp}
            value={draft.receivedRp}
            onChange={(receivedRp) => change({ receivedRp })}
          />
        )}
        {needsReference(draft.way) && (
          <TextField
            label={words.reference}
            hint={words.referenceHint[draft.way]}
            error={errors.reference}
            maxLength={40}
            value={draft.reference}
            onChange={(reference) => change({ reference })}
          />
        )}
        {draft.way === 'savings' && (
          <p className={styles.savings}>{words.savings(formatRupiah(detail.savingsRp ?? 0))}</p>
        )}
      </EntryForm>
      <fieldset className={styles.quick} aria-label={words.quick}>
        <Button keepsFocus onPress={() => change({ amountRp: plan.meantRp })}>
          {words.all} {formatAmount(plan.meantRp)}
        </Button>
        {QUICK.filter((amountRp) => amountRp < plan.meantRp).map((amountRp) => (
          <Button key={amountRp} keepsFocus onPress={() => change({ amountRp })}>
            {formatAmount(amountRp)}
          </Button>
        ))}
      </fieldset>
      <NumberPad touchOnly field={field} label={id.fields.pad} eraseLabel={id.fields.erase} />
    </Sheet>
  );
}

/** The keys that the ways of paying have on the till's pay screen too. */
const KEYS: Readonly<Record<DebtTenderKind, string>> = {
  cash: 'F2',
  qris: 'F3',
  savings: 'F6',
  transfer: 'F7',
  card: 'F8',
};

const ICONS: Readonly<Record<DebtTenderKind, IconName>> = {
  cash: 'cash',
  qris: 'qr',
  savings: 'box',
  transfer: 'bank',
  card: 'card',
};

interface WaysProps {
  readonly detail: DebtorDetail;
  readonly way: DebtTenderKind;
  readonly onWay: (way: DebtTenderKind) => void;
}

/** An institution has no savings here; a member without any is told so. */
function Ways({ detail, way: atHand, onWay }: WaysProps) {
  const ways: readonly DebtTenderKind[] =
    detail.kind === 'member'
      ? ['cash', 'qris', 'savings', 'transfer', 'card']
      : ['cash', 'qris', 'transfer', 'card'];
  const actions = ways.map((way): Action & { readonly way: DebtTenderKind } => ({
    way,
    id: `debts.way-${way}`,
    label: words.way[way],
    help: words.wayHelp[way],
    key: KEYS[way],
    icon: ICONS[way],
    enabled: way !== 'savings' || (detail.savingsRp ?? 0) > 0,
    whyNot: () =>
      say({ tone: 'attention', passing: true, title: words.savingsNone, text: words.savingsNoneText }),
    perform: () => onWay(way),
  }));
  useActions(actions);
  return (
    <fieldset className={styles.ways} aria-label={words.ways}>
      {actions.map((action) => (
        <ActionButton
          key={action.id}
          action={action}
          keepsFocus
          withIcon
          pressed={action.way === atHand}
          className={styles.way}
        />
      ))}
    </fieldset>
  );
}
