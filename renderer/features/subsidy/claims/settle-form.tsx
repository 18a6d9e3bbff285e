import type { Claim } from '../../../../shared/contract/programmes.ts';
import { formatAmount, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { AmountField } from '../../../ui/amount-field.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { OptionKeys } from '../../../ui/option-keys.tsx';
import { useEntry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import { optionsOf } from '../../../ui/options.ts';

const words = id.subsidyOffice.claims;

const OUTCOMES = optionsOf(['paid', 'refused'], words.outcomes);

interface SettleFormProps {
  readonly claim: Claim;
  readonly onClose: () => void;
}

interface SettleDraft {
  readonly outcome: 'paid' | 'refused';
  /** `null` for all that is open. */
  readonly amountRp: number | null;
  readonly note: string;
}

const EMPTY: SettleDraft = { outcome: 'paid', amountRp: null, note: '' };

/** What became of a claim: paid into the bank, or given up; in parts if need be. */
export function SettleForm({ claim, onClose }: SettleFormProps) {
  const { draft, errors, change, refuse, refusals } = useEntry(EMPTY);
  const { pending, run } = useCommand(engine.programmes.settleClaim);
  const amountRp = draft.amountRp ?? claim.openRp;
  const save = async () => {
    if (amountRp === 0) return refuse({ amountRp: words.errors.amount });
    if (amountRp > claim.openRp)
      return refuse({ amountRp: words.errors.tooMuch(formatRupiah(claim.openRp)) });
    const { outcome, note } = draft;
    const amounts = outcome === 'paid' ? { paidRp: amountRp } : { refusedRp: amountRp };
    const reply = await run({ claimId: claim.claimId, outcome, note: note.trim(), ...amounts });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.settled[outcome](formatRupiah(amountRp)) });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.claim', pending, save, onClose });
  return (
    <FormPanel
      pad
      title={words.settle}
      aside={<span>{claim.programmeName}</span>}
      refusals={refusals}
      keys={keys}
      outcome={
        <Facts
          tight
          rows={[{ name: words.rest, value: formatAmount(Math.max(0, claim.openRp - amountRp)), sum: true }]}
        />
      }
    >
      <OptionKeys
        label={words.outcome}
        value={draft.outcome}
        options={OUTCOMES}
        onChange={(outcome) => change({ outcome })}
      />
      <AmountField
        startsFocused
        label={words.amount}
        hint={words.amountHint(formatRupiah(claim.openRp))}
        value={draft.amountRp}
        error={errors.amountRp}
        onChange={(typed) => change({ amountRp: typed })}
      />
      <TextField
        label={words.note}
        hint={words.noteHint}
        maxLength={120}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </FormPanel>
  );
}
