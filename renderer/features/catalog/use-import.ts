import { useState } from 'react';
import type { ImportPreview } from '../../../shared/contract/catalog.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { useSpreadsheet } from '../../ui/use-spreadsheet.ts';

const words = id.catalog.importing;

/** Base64 is a third longer than the file, and the contract takes 40 million characters. */
const LARGEST_MB = 29;

/** Reading a file, looking at what it would do, and taking it over. */
export function useImport(onDone: () => void) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const look = useCommand(engine.catalog.importPreview);
  const take = useCommand(engine.catalog.importCommit);
  const { reading, read } = useSpreadsheet({
    largestMb: LARGEST_MB,
    nothingKept: id.importing.nothingTaken,
    look: async (content) => {
      const reply = await look.run(content);
      if (!reply.ok) return sayRefusal(reply.error);
      return setPreview(reply.value);
    },
  });
  const commit = async () => {
    if (preview === null) return;
    const reply = await take.run({ draftId: preview.draftId });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.done(formatAmount(reply.value.products)), text: words.doneText });
    return onDone();
  };
  return { preview, reading, read, commit, committing: take.pending };
}
