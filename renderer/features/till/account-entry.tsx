import { useRef, useState } from 'react';
import type { TicketBuyer } from '../../../shared/contract/till.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { TextField } from '../../ui/field.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import {
  EMPTY_ACCOUNT,
  needsReference,
  readAccount,
  type AccountDraft,
  type AccountErrors,
} from './account-draft.ts';
import styles from './account-entry.module.css';
import type { DraftKind, TenderDraft, TenderPlan } from './tender-plan.ts';
import { nameOf, useTicketBuyer } from './use-ticket-buyer.ts';

interface AccountEntryProps {
  readonly kind: DraftKind;
  readonly buyer: TicketBuyer;
  /** What is still to be paid, at most, and what an empty amount means. */
  readonly plan: Pick<TenderPlan, 'restRp' | 'openRp'>;
  readonly onAdd: (row: TenderDraft) => void;
}

/** A part by bank, card, kasbon, savings or invoice: how much, and what it is found by. */
export function AccountEntry({ kind, buyer, plan, onAdd }: AccountEntryProps) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<AccountDraft>(EMPTY_ACCOUNT);
  const [refused, setRefused] = useState<{ readonly errors: AccountErrors; readonly tries: number }>({
    errors: {},
    tries: 0,
  });
  const note = useAccountNote(kind, buyer);
  const change = (typed: Partial<AccountDraft>) => setDraft({ ...draft, ...typed });
  useHome(field);
  useActions([
    {
      id: 'pay.add',
      label: id.pay.addRow,
      help: id.pay.addRowHelp,
      key: 'F9',
      perform: () => form.current?.requestSubmit(),
    },
  ]);
  const submit = () => {
    const read = readAccount(kind, draft, plan);
    if ('row' in read) onAdd(read.row);
    else setRefused({ errors: read.errors, tries: refused.tries + 1 });
  };
  const { errors } = refused;
  return (
    <Sheet className={styles.account} label={id.pay.take}>
      <div className={styles.head}>
        <h2>{id.pay.way[kind]}</h2>
        <span>{note}</span>
      </div>
      <EntryForm
        ref={form}
        label={id.pay.way[kind]}
        className={styles.fields}
        refusals={refused.tries}
        onSubmit={submit}
      >
        <AmountField
          ref={field}
          startsFocused
          label={id.pay.amount(id.pay.way[kind])}
          hint={id.pay.amountHint(formatRupiah(plan.openRp))}
          error={errors.amount}
          value={draft.amountRp}
          onChange={(amountRp) => change({ amountRp })}
        />
        {needsReference(kind) && (
          <TextField
            label={id.pay.referenceOf[kind]}
            error={errors.reference}
            maxLength={40}
            value={draft.reference}
            onChange={(reference) => change({ reference })}
          />
        )}
        {kind === 'invoice' && <DueField draft={draft} error={errors.due} buyer={buyer} onChange={change} />}
      </EntryForm>
      <div className={styles.pad}>
        <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
      </div>
    </Sheet>
  );
}

interface DueFieldProps {
  readonly draft: AccountDraft;
  readonly error: string | undefined;
  readonly buyer: TicketBuyer;
  readonly onChange: (typed: Partial<AccountDraft>) => void;
}

/** When an invoice is due; left empty, the institution's own term holds. */
function DueField({ draft, error, buyer, onChange }: DueFieldProps) {
  const attached = useTicketBuyer(buyer);
  const days = attached?.kind === 'buyer' ? attached.buyer.termDays : 0;
  return (
    <TextField
      label={id.pay.dueDate}
      hint={id.pay.dueDateHint(id.ticketBuyer.termDays(days))}
      error={error}
      maxLength={10}
      value={draft.due}
      onChange={(due) => onChange({ due })}
    />
  );
}

/** On whose account, and what is there. */
function useAccountNote(kind: DraftKind, buyer: TicketBuyer): string {
  const attached = useTicketBuyer(buyer);
  if (attached === null || kind === 'transfer' || kind === 'card') return '';
  const { creditLimitRp, owesRp, ...who } = attached.kind === 'buyer' ? attached.buyer : attached.member;
  if (kind !== 'savings') return id.pay.room(nameOf(who), formatRupiah(Math.max(0, creditLimitRp - owesRp)));
  const savings = attached.kind === 'member' ? attached.member.savings : null;
  return savings === null ? id.pay.savingsUnknown : id.pay.savingsLeft(formatRupiah(savings.sukarelaRp));
}
