import { useEffect, type ReactNode } from 'react';
import { useStoreValue } from '../../../data/store.ts';
import styles from './approval.module.css';
import { ApprovalPanel } from './approval-panel.tsx';
import { askedApproval } from './use-approval.ts';

/** The till's screens, with the question for an approval in the place of their rail while one is asked. */
export function ApprovalFrame({ children }: { readonly children: ReactNode }) {
  const asked = useStoreValue(askedApproval);
  // Whoever leaves the till has not got it.
  useEffect(() => () => askedApproval.get()?.answer(null), []);
  return (
    <div className={styles.frame}>
      {children}
      {asked !== null && <ApprovalPanel key={JSON.stringify(asked.subject)} asked={asked} />}
    </div>
  );
}
