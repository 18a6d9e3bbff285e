import type { BuyerDetail } from '../../../shared/contract/members.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { classNames } from '../../ui/class-names.ts';
import { allRight } from '../../ui/field-checks.ts';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { FormPanel, useFormKeys } from '../../ui/form-panel.tsx';
import forms from '../../ui/form.module.css';
import { say, sayRefusal } from '../../ui/messages.ts';
import { useEntry, type Entry } from '../../ui/use-entry.ts';
import { buyerDraftOf, buyerToSave, checkBuyer, NEW_BUYER, type BuyerDraft } from './buyer-draft.ts';
import { KINDS, TIERS } from './options.ts';

const words = id.members.editor;

interface BuyerEditorProps {
  /** `null` for an institution that does not exist yet. */
  readonly buyer: BuyerDetail | null;
  readonly onClose: () => void;
}

/** One institution, beside the list it was chosen from. */
export function BuyerEditor({ buyer, onClose }: BuyerEditorProps) {
  const entry = useEntry(buyer === null ? NEW_BUYER : buyerDraftOf(buyer));
  const { pending, run } = useCommand(engine.members.saveBuyer);
  const save = async () => {
    const wrong = checkBuyer(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await run(buyerToSave(entry.draft));
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.saved(reply.value.name), text: words.savedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'members.buyer', pending, save, onClose });
  const title = buyer === null ? words.newBuyerTitle : words.editBuyerTitle;
  return (
    <FormPanel tight title={title} refusals={entry.refusals} keys={keys}>
      <BuyerFields entry={entry} />
    </FormPanel>
  );
}

function BuyerFields({ entry: { draft, errors, change } }: { readonly entry: Entry<BuyerDraft> }) {
  return (
    <>
      <TextField
        startsFocused
        label={words.buyerName}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={words.address}
        value={draft.address}
        error={errors.address}
        onChange={(address) => change({ address })}
      />
      <div className={forms.pair}>
        <TextField
          label={words.contact}
          value={draft.contact}
          error={errors.contact}
          onChange={(contact) => change({ contact })}
        />
        <TextField
          label={words.phone}
          value={draft.phone}
          error={errors.phone}
          onChange={(phone) => change({ phone })}
        />
      </div>
      <div className={forms.pair}>
        <SelectField
          label={words.kind}
          value={draft.kind}
          options={KINDS}
          onChange={(kind) => change({ kind })}
        />
        <SelectField
          label={words.tier}
          value={draft.tier}
          options={TIERS}
          onChange={(tier) => change({ tier })}
        />
      </div>
      <div className={classNames(forms.pair, forms.firstWider)}>
        <AmountField
          label={words.invoiceLimit}
          value={draft.creditLimitRp}
          error={errors.creditLimitRp}
          onChange={(creditLimitRp) => change({ creditLimitRp })}
        />
        <AmountField
          label={words.term}
          value={draft.termDays}
          error={errors.termDays}
          onChange={(termDays) => change({ termDays })}
        />
      </div>
      <CheckField label={words.active} checked={draft.active} onChange={(active) => change({ active })} />
    </>
  );
}
