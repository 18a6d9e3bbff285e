import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { contract } from '../../../../shared/contract/index.ts';
import type { ExternalSystem } from '../../../../shared/domain/programmes/rules.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { readBase64 } from '../../../data/read-base64.ts';
import { useCommand } from '../../../data/use-command.ts';
import { hush, say, sayRefusal } from '../../../ui/messages.ts';

const words = id.subsidyOffice.keying.comparing;
const common = id.importing;

/** Base64 is a third longer than the file, and the contract takes 20 million characters. */
const LARGEST_MB = 14;

/** A file of the other system held against the till's own sales. */
export type Comparison = OutputOf<typeof contract.keying.compare>;

/** Between which dates, and with which system, a file is compared. */
export interface Compared {
  readonly system: ExternalSystem;
  readonly from: string;
  readonly to: string;
}

/** Reading a file of the other system, looking at what differs, explaining it and writing it down. */
export function useComparing(onDone: () => void) {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [explanations, setExplanations] = useState<readonly string[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const compare = useCommand(engine.keying.compare);
  const keep = useCommand(engine.keying.saveComparison);

  const read = async (file: File, asked: Compared) => {
    if (!/\.(csv|xlsx)$/i.test(file.name)) return refuse(common.wrongKind);
    if (file.size > LARGEST_MB * 1_000_000) return refuse(common.tooBig(LARGEST_MB));
    hush();
    setReading(file.name);
    try {
      const contentBase64 = await readBase64(file);
      const reply = await compare.run({ ...asked, fileName: file.name, contentBase64 });
      if (!reply.ok) return sayRefusal(reply.error);
      setComparison(reply.value);
      setExplanations(reply.value.differences.map(() => ''));
      return setTried(false);
    } catch (error) {
      // The file went away between choosing and reading: a stick pulled out, for instance.
      if (!(error instanceof DOMException)) throw error;
      return refuse(common.gone(file.name));
    } finally {
      setReading(null);
    }
  };
  const save = async () => {
    if (comparison === null) return;
    if (explanations.some((text) => text.trim() === '')) {
      setTried(true);
      return say({ tone: 'refused', passing: true, title: words.unexplained, text: words.unexplainedText });
    }
    const { comparisonId } = comparison;
    const reply = await keep.run({ comparisonId, explanations: [...explanations] });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.saved(formatAmount(reply.value.marked)), text: words.savedText });
    return onDone();
  };
  return {
    comparison,
    explanations,
    /** Somebody tried to save before everything was explained: what is missing is shown. */
    tried,
    reading,
    saving: keep.pending,
    explain: (at: number, text: string) =>
      setExplanations((held) => held.map((each, index) => (index === at ? text : each))),
    read,
    save,
  };
}

function refuse(title: string): void {
  say({ tone: 'refused', title, text: words.nothingKept });
}
