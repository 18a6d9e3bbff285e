import { useQuery } from '@tanstack/react-query';
import type { UploadStatus } from '../../../shared/contract/upload.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './before-closing.module.css';

const words = id.cash.close;

interface Check {
  readonly name: string;
  readonly says: string;
  /** `plain` is ready, `wait` may wait, `stop` must be finished first. */
  readonly kind: 'plain' | 'wait' | 'stop';
}

/** What is still open before the drawer or the day is closed, and whether it may stay open. */
export function BeforeClosing({ title }: { readonly title: string }) {
  const checks = useChecks();
  return (
    <section className={styles.before} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {checks.map((check) => (
          <li key={check.name}>
            <span>{check.name}</span>
            <Tag kind={check.kind}>{check.says}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only what is known: an answer that did not come makes no line. */
function useChecks(): readonly Check[] {
  const ticket = useQuery(ask.ticket());
  const parked = useQuery(ask.parkedTickets());
  const jobs = useQuery(ask.printJobs());
  const upload = useQuery(ask.upload());
  const checks: Check[] = [];
  if (ticket.data) checks.push(basketCheck(ticket.data.lines.length));
  if (parked.data) checks.push(parkedCheck(parked.data.length));
  if (jobs.data) checks.push(paperCheck(jobs.data.filter((job) => job.state !== 'printed').length));
  if (upload.data) checks.push(districtCheck(upload.data));
  return checks;
}

function basketCheck(lines: number): Check {
  return lines === 0
    ? { name: words.basket, says: words.basketEmpty, kind: 'plain' }
    : { name: words.basket, says: words.basketLines(lines), kind: 'stop' };
}

function parkedCheck(count: number): Check {
  return count === 0
    ? { name: words.parked, says: words.parkedNone, kind: 'plain' }
    : { name: words.parked, says: words.parkedSome(count), kind: 'stop' };
}

function paperCheck(waiting: number): Check {
  return waiting === 0
    ? { name: words.paper, says: words.paperNone, kind: 'plain' }
    : { name: words.paper, says: words.paperSome(waiting), kind: 'wait' };
}

function districtCheck({ enrolled, daysWaiting }: UploadStatus): Check {
  if (!enrolled) return { name: words.district, says: words.districtNotEnrolled, kind: 'wait' };
  return daysWaiting === 0
    ? { name: words.district, says: words.districtNone, kind: 'plain' }
    : { name: words.district, says: words.districtWaiting(daysWaiting), kind: 'wait' };
}
