import type { CylinderState } from '../../../../shared/contract/cylinders.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { AmountField } from '../../../ui/amount-field.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { allRight } from '../../../ui/field-checks.ts';
import { TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { SuggestField } from '../../../ui/suggest-field.tsx';
import { useEntry, type Entry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import forms from '../../../ui/form.module.css';
import {
  checkDelivery,
  emptiesOf,
  newDelivery,
  owedMore,
  toDelivery,
  type ReceiveDraft,
} from './receive-draft.ts';

const words = id.subsidyOffice.cylinders;

interface ReceiveFormProps {
  readonly kind: CylinderState;
  readonly onClose: () => void;
}

/** The agen's visit: full ones in, empty and damaged ones out, and who owes what afterwards. */
export function ReceiveForm({ kind, onClose }: ReceiveFormProps) {
  const entry = useEntry(newDelivery(kind.agens[0]?.agen ?? ''));
  const { draft, errors, change } = entry;
  const { pending, run } = useCommand(engine.cylinders.receive);
  const save = async () => {
    const wrong = checkDelivery(draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await run(toDelivery(draft, kind.kind));
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.received(formatAmount(draft.full ?? 0)), text: words.receivedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.cylinders-receive', pending, save, onClose });
  return (
    <FormPanel
      pad
      title={words.receive}
      aside={<span>{kind.name}</span>}
      refusals={entry.refusals}
      keys={keys}
      outcome={<Outcome draft={draft} />}
    >
      <CountFields entry={entry} />
      <SuggestField
        label={words.agen}
        suggestions={kind.agens.map(({ agen }) => agen)}
        value={draft.agen}
        error={errors.agen}
        onChange={(agen) => change({ agen })}
      />
      <TextField
        label={words.documentField}
        maxLength={60}
        value={draft.document}
        error={errors.document}
        onChange={(document) => change({ document })}
      />
    </FormPanel>
  );
}

/** What came, what went, and what one filling costs. */
function CountFields({ entry: { draft, errors, change } }: { readonly entry: Entry<ReceiveDraft> }) {
  return (
    <>
      <AmountField
        startsFocused
        label={words.fullIn}
        value={draft.full}
        error={errors.full}
        onChange={(full) => change({ full })}
      />
      <div className={forms.pair}>
        <AmountField
          label={words.emptiesOut}
          placeholder={formatAmount(emptiesOf(draft))}
          value={draft.empties}
          error={errors.empties}
          onChange={(empties) => change({ empties })}
        />
        <AmountField
          label={words.damagedOut}
          placeholder="0"
          value={draft.damaged}
          error={errors.damaged}
          onChange={(damaged) => change({ damaged })}
        />
      </div>
      <AmountField
        label={words.unitCost}
        value={draft.unitCostRp}
        error={errors.unitCostRp}
        onChange={(unitCostRp) => change({ unitCostRp })}
      />
    </>
  );
}

/** What the visit comes to, before it is written down. */
function Outcome({ draft }: { readonly draft: ReceiveDraft }) {
  const more = owedMore(draft);
  const costRp = (draft.full ?? 0) * (draft.unitCostRp ?? 0);
  return (
    <Facts
      tight
      rows={[
        { name: words.cost, value: formatAmount(costRp) },
        {
          name: more < 0 ? words.owesLess : words.owesMore,
          value: words.cylinders(formatAmount(Math.abs(more))),
          sum: true,
        },
      ]}
    />
  );
}
