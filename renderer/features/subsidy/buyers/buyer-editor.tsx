import { useQuery } from '@tanstack/react-query';
import type { RegistrationDetail } from '../../../../shared/contract/subsidy.ts';
import type { Programme } from '../../../../shared/domain/programmes/rules.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { allRight } from '../../../ui/field-checks.ts';
import { CheckField, TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { useEntry, type Entry } from '../../../ui/use-entry.ts';
import { allottedProgrammes, asksForCategory } from '../asked-of-buyers.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import forms from '../../../ui/form.module.css';
import { useHiding } from '../number-field.tsx';
import {
  checkRegistration,
  registrationDraftOf,
  toSaveRegistration,
  type RegistrationDraft,
} from '../registration-draft.ts';
import { PersonFields } from '../registration-fields.tsx';
import { maskedNumber } from '../who.ts';

const words = id.subsidyOffice.registration;

interface BuyerEditorProps {
  readonly buyer: RegistrationDetail;
  readonly onClose: () => void;
}

/** What is kept of a buyer, being put right; with what the e-RDKK gives a farmer. */
export function BuyerEditor({ buyer, onClose }: BuyerEditorProps) {
  const entry = useEntry(registrationDraftOf(buyer));
  const { draft } = entry;
  const { hidden, toggle } = useHiding(draft.nik + draft.kk);
  const programmes = useQuery(ask.programmes()).data;
  const { pending, run } = useCommand(engine.subsidy.saveRegistration);
  const save = async () => {
    const wrong = checkRegistration(draft, true, programmes !== undefined && asksForCategory(programmes));
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await run(toSaveRegistration(draft, buyer.registrationId));
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.saved(maskedNumber(reply.value)), text: words.savedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.buyer', pending, save, onClose });
  return (
    <FormPanel
      title={words.editTitle}
      tools={<ActionButton action={toggle} keepsFocus />}
      refusals={entry.refusals}
      keys={keys}
    >
      <PersonFields entry={entry} hidden={hidden} known={buyer} />
      <FarmerFields
        entry={entry}
        programmes={
          programmes === undefined
            ? []
            : allottedProgrammes(
                programmes,
                buyer.allotments.map(({ programme }) => programme),
              )
        }
      />
    </FormPanel>
  );
}

interface FarmerFieldsProps {
  readonly entry: Entry<RegistrationDraft>;
  /** Those that give so much and no more for a season. */
  readonly programmes: readonly Programme[];
}

/** Whether somebody is on the list of farmers, and what each programme gives them for a season. */
function FarmerFields({ entry: { draft, errors, change }, programmes }: FarmerFieldsProps) {
  return (
    <>
      <CheckField
        label={words.farmer}
        hint={words.farmerHint}
        checked={draft.farmer}
        onChange={(farmer) => change({ farmer })}
      />
      {draft.farmer && (
        <div className={forms.pair}>
          {programmes.map((programme) => (
            <TextField
              key={programme.programme}
              label={words.allotment(programme.name, programme.unit)}
              inputMode="decimal"
              value={draft.allotments[programme.programme] ?? ''}
              onChange={(typed) =>
                change({ allotments: { ...draft.allotments, [programme.programme]: typed } })
              }
            />
          ))}
        </div>
      )}
      {errors.allotments !== undefined && <p role="alert">{errors.allotments}</p>}
    </>
  );
}
