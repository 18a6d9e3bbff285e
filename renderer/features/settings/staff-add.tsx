import { roleSchema, type Role } from '../../../shared/contract/permissions.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { allRight, pinErrors, textError } from '../../ui/field-checks.ts';
import { TextField } from '../../ui/field.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import { PinFields } from './pin-fields.tsx';
import { FIRST_CHOICE } from './sections.tsx';
import { StaffPanel } from './staff-panel.tsx';

const words = id.settings.staff;

const ROLES = roleSchema.options.map((value) => ({
  value,
  label: id.app.roles[value],
  hint: words.roleText[value],
}));

interface AddDraft {
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
  readonly pinAgain: string;
}

/** Somebody new who may sign in. */
export function StaffAdd({ onClose }: { readonly onClose: () => void }) {
  const entry = useEntry<AddDraft>({ name: '', role: 'kasir', pin: '', pinAgain: '' });
  const { draft, errors, change } = entry;
  const add = useCommand(engine.staff.add);
  const save = async () => {
    const wrong = { name: textError(nameSchema(60), draft.name), ...pinErrors(draft.pin, draft.pinAgain) };
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await add.run({ name: draft.name.trim(), role: draft.role, pin: draft.pin });
    if (reply.ok) {
      say({ tone: 'done', title: words.added(reply.value.name) });
      return onClose();
    }
    if (reply.error.code === 'pin.weak') return entry.refuse({ pin: callErrorText(reply.error) });
    if (reply.error.code === 'staff.name-taken') return entry.refuse({ name: callErrorText(reply.error) });
    sayRefusal(reply.error);
  };
  return (
    <StaffPanel
      title={words.add}
      saveLabel={words.save}
      saveHelp={words.saveHelp}
      pending={add.pending}
      refusals={entry.refusals}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        startsFocused
        label={words.name}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <OptionKeys
        label={words.role}
        columns={1}
        firstDigit={FIRST_CHOICE}
        value={draft.role}
        options={ROLES}
        onChange={(role) => change({ role })}
      />
      <PinFields draft={draft} errors={errors} onChange={change} />
    </StaffPanel>
  );
}
