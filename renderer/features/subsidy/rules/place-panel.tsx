import type { ProgrammesReply } from '../../../../shared/contract/programmes.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { digitsOf } from '../../../ui/field-checks.ts';
import { TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { RailPanel } from '../../../ui/rail-panel.tsx';
import { SuggestField } from '../../../ui/suggest-field.tsx';
import { useEntry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import { Note } from '../../../ui/note.tsx';

const words = id.subsidyOffice.rules;

type Place = ProgrammesReply['place'];

interface PlacePanelProps {
  readonly place: Place;
  readonly changing: boolean;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** Where the store stands and what it is in the chain: which rules are for it follows from that. */
export function PlacePanel({ place, changing, onChange, onClose }: PlacePanelProps) {
  return changing ? (
    <ChangePlace place={place} onClose={onClose} />
  ) : (
    <ReadPlace place={place} onChange={onChange} />
  );
}

function ReadPlace({ place, onChange }: { readonly place: Place; readonly onChange: () => void }) {
  const mayEdit = useMay('programme.edit');
  const change: Action = {
    id: 'subsidy.place-change',
    label: words.place.change,
    help: words.place.changeHelp,
    key: 'F9',
    perform: onChange,
  };
  useActions(mayEdit ? [change] : []);
  return (
    <RailPanel title={words.place.title} foot={mayEdit && <NextStep main={change} />}>
      <Facts
        rows={[
          { name: words.place.region, value: place.region === '' ? words.place.none : place.region },
          { name: words.place.zone, value: place.zone },
          { name: words.place.tier, value: place.sellerTier === '' ? words.place.none : place.sellerTier },
        ]}
      />
      <Note apart>{words.place.text}</Note>
      <p className={panel.quiet}>{words.nothingText}</p>
    </RailPanel>
  );
}

function ChangePlace({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const { draft, errors, change, refuse, refusals } = useEntry({
    region: place.region,
    sellerTier: place.sellerTier,
  });
  const command = useCommand(engine.programmes.setPlace);
  const save = async () => {
    const tier = draft.sellerTier.trim();
    if (tier.length > 30) return refuse({ sellerTier: id.fields.tooLong(30) });
    const reply = await command.run({ region: draft.region, sellerTier: tier });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.place.saved, text: words.place.savedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.place', pending: command.pending, save, onClose });
  return (
    <FormPanel title={words.place.title} refusals={refusals} keys={keys}>
      <TextField
        startsFocused
        inputMode="numeric"
        label={words.place.region}
        hint={words.place.regionHint}
        value={draft.region}
        error={errors.region}
        onChange={(typed) => change({ region: digitsOf(typed, 10) })}
      />
      <SuggestField
        label={words.place.tier}
        hint={words.place.tierHint}
        suggestions={words.tiers}
        value={draft.sellerTier}
        error={errors.sellerTier}
        onChange={(sellerTier) => change({ sellerTier })}
      />
    </FormPanel>
  );
}
