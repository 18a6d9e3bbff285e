import { useQuery } from '@tanstack/react-query';
import { NAME_LENGTH, PHONE_LENGTH } from '../../../shared/contract/members.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { allRight, textError } from '../../ui/field-checks.ts';
import { TextField } from '../../ui/field.tsx';
import { FormPanel, useFormKeys } from '../../ui/form-panel.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { useEntry, type Entry } from '../../ui/use-entry.ts';

const words = id.members.quick;

/** A new member in ten seconds: a name, and what else is at hand. */
export function QuickAdd({ onClose }: { readonly onClose: () => void }) {
  const entry = useEntry({ name: '', phone: '', card: '' });
  const { draft, errors, change } = entry;
  const number = useQuery(ask.nextMemberNumber()).data?.number;
  const { pending, save } = useSaving(entry, onClose);
  const keys = useFormKeys({
    name: 'members.quick',
    pending,
    save,
    onClose,
    words: { save: words.save, saveHelp: words.saveHelp, back: id.members.list },
  });
  useScanner((card) => change({ card }));
  return (
    <FormPanel
      tight
      title={words.title}
      aside={number !== undefined && <span>{words.number(number)}</span>}
      refusals={entry.refusals}
      keys={keys}
    >
      <TextField
        startsFocused
        label={words.name}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={words.phone}
        hint={words.phoneHint}
        maxLength={PHONE_LENGTH}
        value={draft.phone}
        error={errors.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        label={words.card}
        hint={words.cardHint}
        maxLength={64}
        value={draft.card}
        error={errors.card}
        onChange={(card) => change({ card })}
      />
    </FormPanel>
  );
}

function useSaving(
  entry: Entry<{ readonly name: string; readonly phone: string; readonly card: string }>,
  onClose: () => void,
): { readonly pending: boolean; readonly save: () => Promise<void> } {
  const { pending, run } = useCommand(engine.members.quickAdd);
  const save = async () => {
    const { name, phone, card } = entry.draft;
    const wrong = { name: textError(nameSchema(NAME_LENGTH), name) };
    if (!allRight(wrong)) return entry.refuse(wrong);
    const cardCode = card.trim() === '' ? null : card.trim();
    const reply = await run({ name: name.trim(), phone: phone.trim(), cardCode });
    if (!reply.ok) {
      if (reply.error.code === 'member.card-taken' || reply.error.code === 'member.looks-like-nik') {
        return entry.refuse({ card: callErrorText(reply.error) });
      }
      return sayRefusal(reply.error);
    }
    const { number } = reply.value;
    say({ tone: 'done', title: words.saved(reply.value.name, number), text: words.savedText });
    return onClose();
  };
  return { pending, save };
}
