import type { MemberDetail } from '../../../shared/contract/members.ts';
import type { CallError } from '../../../shared/contract/wire.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { allRight } from '../../ui/field-checks.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import type { Entry } from '../../ui/use-entry.ts';
import { checkMember, savingsToSet, toSave, type MemberDraft } from './member-draft.ts';

const words = id.members.editor;

/** Saves a member, and the balances where somebody typed them anew. */
export function useSavingMember(
  entry: Entry<MemberDraft>,
  before: MemberDetail | null,
  newLimitRp: number,
  onClose: () => void,
): { readonly pending: boolean; readonly save: () => Promise<void> } {
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
    return onClose();
  };
  return { pending: saveMember.pending || setSavings.pending, save };
}

/** Said beside the field where it can be mended; the rest goes into the message strip. */
function refuse(entry: Entry<MemberDraft>, error: CallError): void {
  const text = callErrorText(error);
  if (error.code === 'member.number-taken') return entry.refuse({ number: text });
  if (error.code === 'member.card-taken') return entry.refuse({ cardCodes: text });
  sayRefusal(error);
}
