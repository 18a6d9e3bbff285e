import { useQuery } from '@tanstack/react-query';
import { NAME_LENGTH, PHONE_LENGTH } from '../../../shared/contract/members.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { allRight, textError } from '../../ui/field-checks.ts';
import { TextField } from '../../ui/field.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import panel from '../../ui/rail-panel.module.css';
import styles from './list.module.css';

const words = id.members.quick;

/** A new member in ten seconds: a name, and what else is at hand. */
export function QuickAdd({ onClose }: { readonly onClose: () => void }) {
  const entry = useEntry({ name: '', phone: '', card: '' });
  const { draft, errors, change } = entry;
  const number = useQuery(ask.nextMemberNumber()).data?.number;
  const { save, back } = useQuickAdd(entry, onClose);
  useActions([back, save]);
  useScanner((card) => change({ card }));
  return (
    <div className={panel.panel}>
      <Sheet padded className={panel.sheet} label={words.title}>
        <h2>
          {words.title}
          {number !== undefined && <span>{words.number(number)}</span>}
        </h2>
        <EntryForm
          label={words.title}
          className={styles.fields}
          refusals={entry.refusals}
          onSubmit={save.perform}
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
        </EntryForm>
      </Sheet>
      <NextStep back={back} main={save} />
    </div>
  );
}

function useQuickAdd(
  entry: ReturnType<typeof useEntry<{ name: string; phone: string; card: string }>>,
  onClose: () => void,
): { save: Action; back: Action } {
  const command = useCommand(engine.members.quickAdd);
  const save = async () => {
    const { name, phone, card } = entry.draft;
    const wrong = { name: textError(nameSchema(NAME_LENGTH), name) };
    if (!allRight(wrong)) return entry.refuse(wrong);
    const cardCode = card.trim() === '' ? null : card.trim();
    const reply = await command.run({ name: name.trim(), phone: phone.trim(), cardCode });
    if (!reply.ok) {
      if (reply.error.code === 'member.card-taken' || reply.error.code === 'member.looks-like-nik') {
        return entry.refuse({ card: callErrorText(reply.error) });
      }
      return sayRefusal(reply.error);
    }
    const { number } = reply.value;
    say({ tone: 'done', title: words.saved(reply.value.name, number), text: words.savedText });
    onClose();
  };
  return {
    save: {
      id: 'members.quick-save',
      label: words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !command.pending,
      perform: () => void save(),
    },
    back: {
      id: 'members.quick-discard',
      label: id.members.list,
      help: id.members.editor.discardHelp,
      key: 'Escape',
      perform: onClose,
    },
  };
}
