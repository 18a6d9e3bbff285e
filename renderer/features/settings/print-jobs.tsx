import { useQuery } from '@tanstack/react-query';
import type { PrintJob } from '../../../shared/contract/printing.ts';
import { formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import { Button } from '../../ui/button.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './print-jobs.module.css';

const words = id.settings.printer;

const TAG_OF = {
  queued: 'wait',
  sending: 'wait',
  printed: 'done',
  failed: 'stop',
  unsure: 'wait',
} as const satisfies Readonly<Record<PrintJob['state'], 'wait' | 'done' | 'stop'>>;

/** What was sent to the printer last, newest first, and what became of it. */
export function PrintJobs() {
  const jobs = useQuery(ask.printJobs()).data ?? [];
  return (
    <Sheet label={words.jobs} className={styles.jobs}>
      <h2>{words.jobs}</h2>
      {jobs.length === 0 ? (
        <p className={styles.none}>{words.noJobs}</p>
      ) : (
        <ul>
          {jobs.map((job) => (
            <Job key={job.printJobId} job={job} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Job({ job }: { readonly job: PrintJob }) {
  const offset = useShopOffset();
  const retry = useCommand(engine.printing.retry);
  const name = job.title === '' ? words.kinds[job.kind] : job.title;
  const again = async () => {
    const reply = await retry.run({ printJobId: job.printJobId });
    if (reply.ok) say({ tone: 'done', icon: 'printer', title: words.retried(name) });
    else sayRefusal(reply.error);
  };
  return (
    <li>
      <span className={styles.time}>{formatTime(job.createdAt, offset)}</span>
      <span className={styles.name}>
        {name}
        {explain(job) !== undefined && <small>{explain(job)}</small>}
      </span>
      <Tag kind={TAG_OF[job.state]}>{words.states[job.state]}</Tag>
      {job.state === 'failed' && (
        <Button
          className={styles.retry}
          label={words.retryLabel(name)}
          disabled={retry.pending}
          onPress={() => void again()}
        >
          {words.retry}
        </Button>
      )}
    </li>
  );
}

/** Only what went wrong needs a sentence. */
function explain(job: PrintJob): string | undefined {
  if (job.state === 'unsure') return words.unsureText;
  return job.state === 'failed' ? words.faults[job.fault ?? 'other'] : undefined;
}
