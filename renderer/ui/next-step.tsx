import type { Action } from '../keyboard/action.ts';
import { ActionButton } from './action-button.tsx';
import styles from './next-step.module.css';

interface NextStepProps {
  /** Where Esc leads, named by place. */
  readonly back?: Action | undefined;
  readonly main: Action;
  /** Leaves the focus in the field that is being filled: it may be needed again. */
  readonly keepsFocus?: boolean;
}

/** The foot of a rail: the way back, and beside it, bottom right, the single next step. */
export function NextStep({ back, main, keepsFocus = false }: NextStepProps) {
  return (
    <div className={styles.foot}>
      {back && <ActionButton action={back} className={styles.back} />}
      <ActionButton action={main} kind="main" size="huge" keepsFocus={keepsFocus} className={styles.main} />
    </div>
  );
}
