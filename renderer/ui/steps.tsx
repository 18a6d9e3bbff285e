import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './steps.module.css';

interface StepsProps {
  readonly label: string;
  readonly steps: readonly { readonly title: string; readonly note?: ReactNode }[];
  /** Index of the step at hand; those before it are done. */
  readonly now: number;
}

/** Where one stands in a short errand: done, at hand, still to come. */
export function Steps({ label, steps, now }: StepsProps) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.title}
          aria-current={at === now ? 'step' : undefined}
          data-done={at < now ? '' : undefined}
        >
          <span className={styles.number} aria-hidden="true">
            {at < now ? <Icon name="check" size={17} bold /> : at + 1}
          </span>
          <div className={styles.words}>
            {step.title}
            {step.note !== undefined && <small>{step.note}</small>}
          </div>
        </li>
      ))}
    </ol>
  );
}
