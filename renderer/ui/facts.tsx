import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './facts.module.css';

interface FactsProps {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode; readonly sum?: boolean }[];
  /** Closer rows, where many must fit. */
  readonly tight?: boolean;
  readonly label?: string;
}

/** Names on the left, what is known on the right, a hairline between: a ledger without columns. */
export function Facts({ rows, tight = false, label }: FactsProps) {
  return (
    <dl className={classNames(styles.facts, tight && styles.tight)} aria-label={label}>
      {rows.map((row) => (
        <div key={row.name} data-sum={row.sum === true ? '' : undefined}>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
