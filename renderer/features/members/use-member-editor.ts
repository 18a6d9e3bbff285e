import type { MemberDetail } from '../../../shared/contract/members.ts';
import type { CallError } from '../../../shared/contract/wire.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { allRight } from '../../ui/field-checks.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import type { Entry } from '../../ui/use-entry.ts';
import { checkMember, savingsToSet, toSave, type MemberDraft } from './member-draft.ts';

const words = id.members.editor;

/** Saving and leaving the editor. */
export function useMemberEditor(
  entry: Entry<MemberDraft>,
  before: MemberDetail | null,
  newLimitRp: number,
  onClose: () => void,
): { save: Action; back: Action } {
  const saveMember = useCommand(engine.members.saveMember);
  const setSavings = useCommand(engine.members.setSavings);
  const save = async () => {
    const wrong = checkMember(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await saveMember.run(toSave(entry.draft, newLimitRp));
    if (!reply.ok) return refuse(entry, reply.error);
    const { memberId, name } = reply.value;
    const balances = savingsToSet(entry.draft, before);
    if (balances !== null) {
      const set = await setSavings.run({ memberId, ...balances });
      // The member is saved by now: another try must change that one, not add a second.
      if (!set.ok) {
        entry.change({ memberId, number: reply.value.number });
        return sayRefusal(set.error);
      }
    }
    say({ tone: 'done', title: words.saved(name), text: words.savedText });
    onClose();
  };
  return {
    save: {
      id: 'members.save',
      label: words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !saveMember.pending && !setSavings.pending,
      perform: () => void save(),
    },
    back: {
      id: 'members.discard',
      label: words.discard,
      help: words.discardHelp,
      key: 'Escape',
      perform: onClose,
    },
  };
}

/** Said beside the field where it can be mended; the rest goes into the message strip. */
function refuse(entry: Entry<MemberDraft>, error: CallError): void {
  const text = callErrorText(error);
  if (error.code === 'member.number-taken') return entry.refuse({ number: text });
  if (error.code === 'member.card-taken') return entry.refuse({ cardCodes: text });
  sayRefusal(error);
}
