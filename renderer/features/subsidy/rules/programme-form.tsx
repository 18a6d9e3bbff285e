import { programmeCodeSchema, type Programme } from '../../../../shared/domain/programmes/rules.ts';
import { nameSchema } from '../../../../shared/contract/values.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { allRight, textError } from '../../../ui/field-checks.ts';
import { CheckField, TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { SuggestField } from '../../../ui/suggest-field.tsx';
import { useEntry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import forms from '../../../ui/form.module.css';

const words = id.subsidyOffice.rules;
const form = words.programmeForm;

const NEW: Programme = { programme: '', name: '', unit: '', active: true };

interface ProgrammeFormProps {
  /** `null` for one that does not exist yet. */
  readonly programme: Programme | null;
  /** Codes in use: a new programme under one of them would rename the one that has it. */
  readonly known: readonly string[];
  readonly onClose: () => void;
}

/** What a programme is called and counted in. */
export function ProgrammeForm({ programme, known, onClose }: ProgrammeFormProps) {
  const { draft, errors, change, refuse, refusals } = useEntry(programme ?? NEW);
  const command = useCommand(engine.programmes.saveProgramme);
  const save = async () => {
    const wrong = {
      programme: codeError(draft.programme, programme === null ? known : []),
      name: textError(nameSchema(60), draft.name),
      unit: textError(nameSchema(20), draft.unit),
    };
    if (!allRight(wrong)) return refuse(wrong);
    const reply = await command.run(draft);
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: form.saved(draft.name), text: form.savedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.programme', pending: command.pending, save, onClose });
  const title = programme === null ? form.newTitle : form.title;
  return (
    <FormPanel title={title} refusals={refusals} keys={keys}>
      <TextField
        startsFocused
        label={form.name}
        hint={form.nameHint}
        maxLength={60}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <div className={forms.pair}>
        <TextField
          label={form.code}
          hint={form.codeHint}
          readOnly={programme !== null}
          maxLength={40}
          value={draft.programme}
          error={errors.programme}
          onChange={(typed) => change({ programme: typed.toLowerCase() })}
        />
        <SuggestField
          label={form.unit}
          hint={form.unitHint}
          suggestions={form.units}
          value={draft.unit}
          error={errors.unit}
          onChange={(unit) => change({ unit })}
        />
      </div>
      <CheckField label={form.active} checked={draft.active} onChange={(active) => change({ active })} />
    </FormPanel>
  );
}

function codeError(code: string, taken: readonly string[]): string | undefined {
  if (!programmeCodeSchema.safeParse(code).success) return form.errors.code;
  return taken.includes(code) ? form.errors.taken : undefined;
}
