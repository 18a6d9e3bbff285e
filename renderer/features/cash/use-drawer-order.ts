import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DrawerReason } from '../../../shared/contract/cash.ts';
import type { PrintJob } from '../../../shared/contract/printing.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { say, sayRefusal } from '../../ui/messages.ts';

const words = id.drawer;

/** Orders the drawer to open, and whether its printer is still being waited for. */
interface DrawerOrder {
  readonly order: (reason: DrawerReason, note: string) => Promise<void>;
  readonly waiting: boolean;
}

/**
 * Orders the drawer to open and says what became of it: ordered is not opened.
 * @param onOpened leads away once the printer has taken the pulse
 */
export function useDrawerOrder(onOpened: () => void): DrawerOrder {
  const openDrawer = useCommand(engine.cash.openDrawer);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useQuery({ ...ask.printJob(jobId ?? ''), enabled: jobId !== null }).data;
  const ended = job !== undefined && job.state !== 'queued' && job.state !== 'sending';
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!ended || told.current === job.printJobId) return;
    told.current = job.printJobId;
    if (job.state === 'printed') onOpened();
    tell(job);
  }, [ended, job, onOpened]);

  return {
    waiting: openDrawer.pending || (jobId !== null && !ended),
    order: async (reason, note) => {
      const reply = await openDrawer.run({ reason, note });
      if (!reply.ok) sayRefusal(reply.error);
      else if (reply.value.printJobId === null) byKey(onOpened);
      else setJobId(reply.value.printJobId);
    },
  };
}

/** No printer opens this drawer: it is on record, and the key does the rest. */
function byKey(onOpened: () => void): void {
  onOpened();
  say({ tone: 'done', icon: 'check', title: words.byKey, text: words.byKeyText });
}

function tell({ state, fault }: PrintJob): void {
  if (state === 'printed') {
    say({ tone: 'done', icon: 'check', title: words.opened, text: words.openedText });
    return;
  }
  const text = state === 'unsure' ? words.unsureText : words.failedText;
  say({ tone: 'attention', icon: 'printer', title: id.till.printFault[fault ?? 'other'], text });
}
