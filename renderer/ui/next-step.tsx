import type { Action } from '../keyboard/action.ts';
import { ActionButton } from './action-button.tsx';
import styles from './next-step.module.css';

interface NextStepProps {
  /** Where Esc leads, named by place. */
  readonly back?: Action | undefined;
  readonly main: Action;
}

/** The foot of a rail: the way back, and beside it, bottom right, the single next step. */
export function NextStep({ back, main }: NextStepProps) {
  return (
    <div className={styles.foot}>
      {back && <ActionButton action={back} className={styles.back} />}
      <ActionButton action={main} kind="main" size="huge" className={styles.main} />
    </div>
  );
}
