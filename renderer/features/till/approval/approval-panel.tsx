import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Fault, Waiting } from '../../../ui/states.tsx';
import { Approvers, type Approver } from './approvers.tsx';
import styles from './approval.module.css';
import { ApprovalPin } from './approval-pin.tsx';
import { useSubjectWords } from './subject-words.ts';
import type { AskedApproval } from './use-approval.ts';

const words = id.approvals;

/** F10: what exactly is to be allowed, who allows it, and their PIN. Takes the place of the rail. */
export function ApprovalPanel({ asked }: { readonly asked: AskedApproval }) {
  const { subject, amountRp } = asked;
  const people = useQuery(ask.approvers(subject.action));
  const said = useSubjectWords(subject);
  const [chosen, setChosen] = useState<Approver | null>(null);
  const only = people.data?.length === 1 ? (people.data[0] ?? null) : null;
  const person = chosen ?? only;
  const refuse = () => asked.answer(null);
  return (
    <aside className={styles.panel} aria-label={words.title}>
      <Sheet padded className={styles.what}>
        <h2>{words.title}</h2>
        <p className={styles.subject}>{said}</p>
        {amountRp > 0 && (
          <div className={styles.amount}>
            <span>{words.amount}</span>
            <b>{formatRupiah(amountRp)}</b>
          </div>
        )}
        <p className={styles.once}>{words.once}</p>
      </Sheet>
      {people.isError && <Fault error={people.error} />}
      {people.isPending && <Waiting />}
      {people.data && person === null && (
        <Approvers people={people.data} onChoose={setChosen} onBack={refuse} />
      )}
      {person !== null && (
        <ApprovalPin
          key={person.staffId}
          asked={asked}
          person={person}
          onBack={only === null ? () => setChosen(null) : refuse}
          alone={only !== null}
        />
      )}
    </aside>
  );
}
