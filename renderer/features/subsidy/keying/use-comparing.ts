import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { contract } from '../../../../shared/contract/index.ts';
import type { ExternalSystem } from '../../../../shared/domain/programmes/rules.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { useSpreadsheet } from '../../../ui/use-spreadsheet.ts';

const words = id.subsidyOffice.keying.comparing;

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
  const [tried, setTried] = useState(false);
  const compare = useCommand(engine.keying.compare);
  const keep = useCommand(engine.keying.saveComparison);
  const { reading, read } = useSpreadsheet<Compared>({
    largestMb: LARGEST_MB,
    nothingKept: words.nothingKept,
    look: async (content, asked) => {
      const reply = await compare.run({ ...asked, ...content });
      if (!reply.ok) return sayRefusal(reply.error);
      setComparison(reply.value);
      setExplanations(reply.value.differences.map(() => ''));
      return setTried(false);
    },
  });
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
