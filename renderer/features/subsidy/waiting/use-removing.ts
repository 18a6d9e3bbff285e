import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { masked } from '../who.ts';

const words = id.subsidyOffice.waiting;

/** Takes somebody off the line who does not wait any longer. */
export function useRemoving() {
  const { pending, run } = useCommand(engine.subsidy.removeWaiting);
  const remove = async ({ entryId, maskedNik, position }: WaitingEntry): Promise<boolean> => {
    const reply = await run({ entryIds: [entryId] });
    if (!reply.ok) {
      sayRefusal(reply.error);
      return false;
    }
    say({ tone: 'done', title: words.removed(position, masked(maskedNik)), text: words.removedText });
    return true;
  };
  return { pending, remove };
}
