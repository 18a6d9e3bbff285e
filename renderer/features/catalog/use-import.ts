import { useState } from 'react';
import type { ImportPreview } from '../../../shared/contract/catalog.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { readBase64 } from '../../data/read-base64.ts';
import { useCommand } from '../../data/use-command.ts';
import { hush, say, sayRefusal } from '../../ui/messages.ts';

const words = id.catalog.importing;
const common = id.importing;

/** Base64 is a third longer than the file, and the contract takes 40 million characters. */
const LARGEST_MB = 29;

/** Reading a file, looking at what it would do, and taking it over. */
export function useImport(onDone: () => void) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const look = useCommand(engine.catalog.importPreview);
  const take = useCommand(engine.catalog.importCommit);

  const read = async (file: File) => {
    if (!/\.(csv|xlsx)$/i.test(file.name)) return refuse(common.wrongKind);
    if (file.size > LARGEST_MB * 1_000_000) return refuse(common.tooBig(LARGEST_MB));
    hush();
    setReading(file.name);
    try {
      const reply = await look.run({ fileName: file.name, contentBase64: await readBase64(file) });
      if (reply.ok) setPreview(reply.value);
      else sayRefusal(reply.error);
    } catch (error) {
      // The file went away between choosing and reading: a stick pulled out, for instance.
      if (!(error instanceof DOMException)) throw error;
      refuse(common.gone(file.name));
    } finally {
      setReading(null);
    }
  };
  const commit = async () => {
    if (preview === null) return;
    const reply = await take.run({ draftId: preview.draftId });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.done(formatAmount(reply.value.products)), text: words.doneText });
    onDone();
  };
  return { preview, reading, read, commit, committing: take.pending };
}

function refuse(title: string): void {
  say({ tone: 'refused', title, text: common.nothingTaken });
}
