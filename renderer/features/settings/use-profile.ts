import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { allRight } from '../../ui/field-checks.ts';
import { hush, say, sayRefusal } from '../../ui/messages.ts';
import { useEntry, type Entry } from '../../ui/use-entry.ts';
import { checkProfile, draftOf, isChanged, toProfile, type ProfileDraft } from './profile-draft.ts';

const words = id.settings.about;

interface ProfileChange {
  readonly entry: Entry<ProfileDraft>;
  readonly save: Action;
  /** Only where there is something to drop. */
  readonly drop: Action | undefined;
}

/** Changing what receipts and reports say of the store, or dropping what was typed. */
export function useProfile(store: StoreProfile): ProfileChange {
  const entry = useEntry(draftOf(store));
  const command = useCommand(engine.setup.changeProfile);
  const changed = isChanged(entry.draft, store);
  const save = async () => {
    const wrong = checkProfile(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    if (!changed) return say({ tone: 'attention', title: words.unchanged, passing: true });
    const reply = await command.run(toProfile(entry.draft));
    if (!reply.ok) return sayRefusal(reply.error);
    entry.reset(draftOf(reply.value));
    say({ tone: 'done', title: words.saved, text: words.savedText });
  };
  const drop = () => {
    hush();
    entry.reset(draftOf(store));
  };
  return {
    entry,
    save: {
      id: 'settings.save-profile',
      label: words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !command.pending,
      perform: () => void save(),
    },
    drop: changed
      ? {
          id: 'settings.drop-profile',
          label: words.drop,
          help: words.dropHelp,
          key: 'Escape',
          enabled: !command.pending,
          perform: drop,
        }
      : undefined,
  };
}
