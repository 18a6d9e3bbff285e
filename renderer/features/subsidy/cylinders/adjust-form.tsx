import type { CylinderState } from '../../../../shared/contract/cylinders.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { AmountField } from '../../../ui/amount-field.tsx';
import { allRight } from '../../../ui/field-checks.ts';
import { CheckField, TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { OptionKeys } from '../../../ui/option-keys.tsx';
import { SuggestField } from '../../../ui/suggest-field.tsx';
import { useEntry, type Entry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import forms from '../../../ui/form.module.css';
import { optionsOf } from '../../../ui/options.ts';
import { checkAdjustment, newAdjustment, toAdjustment, type AdjustDraft } from './adjust-draft.ts';

const words = id.subsidyOffice.cylinders;

const CAUSES = optionsOf(['counted', 'damaged', 'repaired', 'agen'], words.causes);

interface AdjustFormProps {
  readonly kind: CylinderState;
  readonly onClose: () => void;
}

/** Puts the books right: what was counted, what broke, what was mended, what was agreed with the agen. */
export function AdjustForm({ kind, onClose }: AdjustFormProps) {
  const entry = useEntry(newAdjustment(kind));
  const { draft, errors, change } = entry;
  const { pending, run } = useCommand(engine.cylinders.adjust);
  const save = async () => {
    const wrong = checkAdjustment(draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await run(toAdjustment(draft, kind.kind));
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.adjusted, text: words.adjustedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.cylinders-adjust', pending, save, onClose });
  return (
    <FormPanel
      pad
      title={words.adjust}
      aside={<span>{kind.name}</span>}
      refusals={entry.refusals}
      keys={keys}
    >
      <OptionKeys
        label={words.cause}
        value={draft.cause}
        options={CAUSES}
        onChange={(cause) => change({ cause })}
      />
      <CauseFields entry={entry} kind={kind} />
      <TextField
        label={words.note}
        hint={words.noteHint}
        maxLength={120}
        value={draft.note}
        error={errors.note}
        onChange={(note) => change({ note })}
      />
    </FormPanel>
  );
}

interface CauseFieldsProps {
  readonly entry: Entry<AdjustDraft>;
  readonly kind: CylinderState;
}

function CauseFields({ entry: { draft, errors, change }, kind }: CauseFieldsProps) {
  if (draft.cause === 'counted') {
    return (
      <div className={forms.three}>
        <AmountField
          label={words.full}
          value={draft.full}
          error={errors.full}
          onChange={(full) => change({ full })}
        />
        <AmountField
          label={words.empties}
          value={draft.empties}
          error={errors.empties}
          onChange={(empties) => change({ empties })}
        />
        <AmountField
          label={words.damaged}
          value={draft.damaged}
          error={errors.damaged}
          onChange={(damaged) => change({ damaged })}
        />
      </div>
    );
  }
  if (draft.cause === 'agen') {
    return (
      <>
        <SuggestField
          label={words.agen}
          suggestions={kind.agens.map(({ agen }) => agen)}
          value={draft.agen}
          error={errors.agen}
          onChange={(agen) => change({ agen })}
        />
        <AmountField
          label={draft.agenOwes ? words.agenOwes : words.owedToAgen}
          value={draft.owed}
          error={errors.owed}
          onChange={(owed) => change({ owed })}
        />
        <CheckField
          label={words.agenOwesField}
          checked={draft.agenOwes}
          onChange={(agenOwes) => change({ agenOwes })}
        />
      </>
    );
  }
  return (
    <AmountField
      label={words.howMany}
      value={draft.quantity}
      error={errors.quantity}
      onChange={(quantity) => change({ quantity })}
    />
  );
}
