import { useState } from 'react';
import type { MemberImportPreview } from '../../../shared/contract/members.ts';
import type { BusinessDate } from '../../../shared/domain/business-date.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { useSpreadsheet } from '../../ui/use-spreadsheet.ts';

const words = id.members.importing;

/** Base64 is a third longer than the file, and the contract takes 20 million characters. */
const LARGEST_MB = 14;

/** Reading a file of members, looking at what it would do, and taking it over. */
export function useMemberImport(onDone: () => void) {
  const [preview, setPreview] = useState<MemberImportPreview | null>(null);
  const look = useCommand(engine.members.importPreview);
  const take = useCommand(engine.members.importCommit);
  const { reading, read } = useSpreadsheet<BusinessDate>({
    largestMb: LARGEST_MB,
    nothingKept: id.importing.nothingTaken,
    look: async (content, asOf) => {
      const reply = await look.run({ ...content, asOf });
      if (!reply.ok) return sayRefusal(reply.error);
      return setPreview(reply.value);
    },
  });
  const commit = async () => {
    if (preview === null) return;
    const reply = await take.run({ draftId: preview.draftId });
    if (!reply.ok) return sayRefusal(reply.error);
    const { members, savings } = reply.value;
    say({
      tone: 'done',
      title: words.done(formatAmount(members), formatAmount(savings)),
      text: words.doneText,
    });
    return onDone();
  };
  return { preview, reading, read, commit, committing: take.pending };
}
